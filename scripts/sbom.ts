/** Prints a bill of materials of what a production install has, as CycloneDX (or `--sbom-format=spdx`): `npm run sbom`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))

// `npm sbom --omit dev` leaves out production packages that development packages need as well (npm 11.19), so it is asked
// about a copy of the manifest and the lock file in which there is no development at all.
const folder = mkdtempSync(join(tmpdir(), 'onrecord-sbom-'))
try {
  const { devDependencies: _, ...manifest } = read('package.json')
  const lock = read('package-lock.json')
  delete lock.packages[''].devDependencies
  for (const [path, row] of Object.entries<{ dev?: boolean }>(lock.packages)) {
    if (row.dev === true) delete lock.packages[path]
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const format = process.argv.slice(2)
  const flags = [
    'sbom',
    '--package-lock-only',
    '--prefix',
    folder,
    ...(format.length > 0 ? format : ['--sbom-format=cyclonedx']),
  ]
  const { status, stdout, stderr } = spawnSync('npm', flags, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) process.stderr.write(stderr)
  process.stdout.write(stdout)
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
