/** Paths of ledgers that do not exist yet, in a folder that is gone when the test process ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string | null = null
let count = 0

/** A path in a folder of this process's own; the file is not there yet. */
export function ledgerPath(): string {
  return join(scratchFolder(), `ledger-${count++}.db`)
}

/** The folder itself: for what lies beside a ledger. */
export function scratchFolder(): string {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'onrecord-test-'))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return folder
}
