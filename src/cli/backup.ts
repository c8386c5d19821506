/** `onrecord backup`: a copy of the ledger, whole and checked, while other programs go on with it. */
import { backupLedger } from '../app/backup-ledger.ts'
import { perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { isPostgres, shownLedger } from '../runtime/settings.ts'
import type { Command } from './command.ts'
import { DONE } from './exit-codes.ts'
import { ledgerOption, settingsOf } from './options.ts'
import { percentOf } from './percent.ts'
import { visible } from './visible.ts'

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'copy the ledger while others use it',
  details: [
    'FILE gets all that was stored before the copy began; others can read and write meanwhile. It is read through, put on ' +
      'disk, and only then has its name: FILE is a whole ledger or it is not there. A file that is there already is never ' +
      'written over. To put a backup back, copy it to where the ledger was while no program has that open.',
  ],
  options: [ledgerOption],
  examples: [['onrecord backup /mnt/disk/onrecord-2024-06-21.db', 'before an update, or every night']],
  async run(terminal, files, values) {
    const [file] = files
    if (file === undefined || files.length > 1) {
      throw new OnrecordError('usage', { problem: 'expected one file for the copy', command: 'backup' })
    }
    const settings = settingsOf(terminal, values, 'existing')
    if (isPostgres(settings.ledger)) {
      throw new OnrecordError('backup-elsewhere', { ledger: shownLedger(settings.ledger) })
    }
    const store = openStore(settings)
    const percent = percentOf(terminal.stderr, 'copied')
    let isStopped = false
    terminal.interrupted.then(() => {
      isStopped = true
    })
    try {
      const progress = (done: number, total: number): void => {
        if (isStopped) throw new Stopped()
        percent.tell(done, total)
      }
      const { documents, statements, bytes } = await perform(backupLedger, { store }, { file, progress })
      percent.done()
      const megabytes = (bytes / 1e6).toFixed(1)
      terminal.stdout.write(`${visible(file)}: ${documents} documents, ${statements} statements, ${megabytes} MB\n`)
      return DONE
    } catch (thrown) {
      percent.done()
      if (!isStopped) throw thrown
      terminal.stderr.write('stopped before the end; nothing was left of the copy\n')
      return 130
    } finally {
      await store.close()
    }
  },
}

class Stopped extends Error {}
