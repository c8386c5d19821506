/** Packs the last commit in two folders, at two times, zones and umasks, and compares the digests: `npm run reproduce`. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The digests of two packages made of the last commit. */
export function packTwice(): readonly [string, string] {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-pack-'))
  try {
    return [
      packed(join(folder, 'one'), { zone: 'UTC', umask: '022', changed: new Date('2024-01-01T00:00:00Z') }),
      packed(join(folder, 'another', 'folder'), { zone: 'Asia/Kathmandu', umask: '077', changed: new Date() }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Circumstances {
  readonly zone: string
  readonly umask: string
  /** When the files were last changed. */
  readonly changed: Date
}

function packed(folder: string, { zone, umask, changed }: Circumstances): string {
  mkdirSync(folder, { recursive: true })
  const copy = 'git archive --format=tar HEAD | tar -x -m -C "$0" && find "$0" -type f -exec touch -d "$1" {} +'
  ended(
    spawnSync('bash', ['-o', 'pipefail', '-c', copy, folder, changed.toISOString()], { cwd: root, encoding: 'utf8' }),
  )
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle|execpath|node|config_(local_prefix|prefix|global|call|package))/i.test(name),
    ),
  )
  const { stdout } = ended(
    spawnSync('bash', ['-c', `umask ${umask}; exec npm pack --silent`], {
      cwd: folder,
      env: { ...env, TZ: zone },
      encoding: 'utf8',
      timeout: 180_000,
    }),
  )
  const name = stdout.trim().split('\n').at(-1)!
  return createHash('sha512')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
}

function ended(run: SpawnSyncReturns<string>): SpawnSyncReturns<string> {
  if (run.status !== 0) throw new Error(`ended with ${run.status}: ${run.stderr}${run.stdout}`)
  return run
}

if (import.meta.main) {
  const [one, other] = packTwice()
  console.log(`${one}\n${other}\n${one === other ? 'the same' : 'not the same'}`)
  process.exitCode = one === other ? 0 : 1
}
