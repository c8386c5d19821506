/** Lists every package of the lock file with its licence in `docs/supply-chain.md`: `npm run licences`; `--check` only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/supply-chain.md')
const BEGIN = '<!-- Made by `npm run licences` from the lock file and the installed packages. -->'
const END = '<!-- End of what `npm run licences` makes. -->'

/** Licences that ask for no more than naming the authors and passing the licence on; whoever installs onrecord gets these. */
export const allowed: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['Unlicense', 'Zlib'],
])

/** Besides those, for what is used unchanged to build and test, and is never part of the package. */
export const allowedForBuilding: ReadonlySet<string> = new Set(['MPL-2.0', 'Python-2.0'])

export interface LockedPackage {
  readonly name: string
  readonly version: string
  readonly integrity: string | null
  /** Not installed with onrecord: only for building and testing it. */
  readonly isDev: boolean
  readonly hasInstallScript: boolean
  /** Its folder below the root. */
  readonly path: string
  /** What its own package.json says; for a package of another platform what the lock file says; null where neither does. */
  readonly licence: string | null
  /** Whether it lies in node_modules of this checkout. */
  readonly isInstalled: boolean
}

interface LockRow {
  readonly version: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly license?: string
}

/** Every package of the lock file, in its order. */
export function lockedPackages(): LockedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockRow>
  }
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, row]) => {
      const manifest = join(root, path, 'package.json')
      const isInstalled = existsSync(manifest)
      const said = isInstalled ? licenceOf(JSON.parse(readFileSync(manifest, 'utf8'))) : null
      return {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: row.version,
        integrity: row.integrity ?? null,
        isDev: row.dev === true,
        hasInstallScript: row.hasInstallScript === true,
        path,
        licence: said ?? row.license ?? null,
        isInstalled,
      }
    })
}

/** Older packages have an object, or a list of them, where an SPDX expression is expected today. */
function licenceOf(manifest: { readonly license?: unknown; readonly licenses?: unknown }): string | null {
  const told = manifest.license ?? manifest.licenses
  const names = (Array.isArray(told) ? told : [told]).map((one) =>
    typeof one === 'string' ? one : ((one as { type?: string } | null | undefined)?.type ?? null),
  )
  return names.length === 0 || names.includes(null) ? null : names.length === 1 ? names[0]! : `(${names.join(' OR ')})`
}

/** Whether an SPDX expression can be met with licences of `names` alone: of `OR` one is enough, of `AND` all are needed. */
export function isAllowed(expression: string, names: ReadonlySet<string>): boolean {
  const parts = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const one = (): boolean => {
    const part = parts[at++]
    if (part !== '(') return part !== undefined && names.has(part)
    const inside = either()
    at++
    return inside
  }
  const both = (): boolean => {
    let holds = one()
    while (parts[at] === 'AND') {
      at++
      holds = one() && holds
    }
    return holds
  }
  const either = (): boolean => {
    let holds = both()
    while (parts[at] === 'OR') {
      at++
      holds = both() || holds
    }
    return holds
  }
  return either() && at >= parts.length
}

/** Packages whose licence is missing or not one of those above. */
export const refused = (packages: readonly LockedPackage[]): LockedPackage[] =>
  packages.filter(
    ({ licence, isDev }) =>
      licence === null || !isAllowed(licence, isDev ? new Set([...allowed, ...allowedForBuilding]) : allowed),
  )

function tables(): string {
  const packages = lockedPackages()
  const part = (title: string, rows: readonly LockedPackage[]): string[] => [
    `### ${title} (${rows.length})`,
    '',
    '| licence | packages |',
    '|---|---|',
    ...[...Map.groupBy(rows, ({ licence }) => licence ?? 'none told')]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([licence, of]) => {
        const names = of.map(({ name, version }) => `${name} ${version}`).sort()
        return `| ${licence} (${of.length}) | ${[...new Set(names)].join(', ')} |`
      }),
    '',
  ]
  return [
    BEGIN,
    '',
    `Allowed: ${[...allowed].join(', ')}. For building and testing also: ${[...allowedForBuilding].join(', ')}.`,
    '',
    ...part(
      'Installed with onrecord',
      packages.filter(({ isDev }) => !isDev),
    ),
    ...part(
      'For building and testing',
      packages.filter(({ isDev }) => isDev),
    ),
    END,
  ].join('\n')
}

/** The page as it should be: its own words, and the tables between the two marks. */
export function expectedPage(): string {
  const now = readFileSync(page, 'utf8')
  return now.slice(0, now.indexOf(BEGIN)) + tables() + now.slice(now.indexOf(END) + END.length)
}

export const isPageStale = (): boolean => expectedPage() !== readFileSync(page, 'utf8')

if (import.meta.main) {
  const bad = refused(lockedPackages())
  for (const { name, version, licence } of bad) console.error(`${name} ${version}: ${licence ?? 'no licence told'}`)
  if (process.argv.includes('--check')) {
    if (isPageStale())
      console.error('docs/supply-chain.md is not what is installed: run "npm run licences" and commit it')
    process.exitCode = bad.length > 0 || isPageStale() ? 1 : 0
  } else {
    writeFileSync(page, expectedPage())
    process.exitCode = bad.length > 0 ? 1 : 0
  }
}
