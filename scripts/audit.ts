/** `npm audit` at level high; where the registry has no audit endpoint, says so and passes: nothing was checked then. */
import { spawnSync } from 'node:child_process'

interface Report {
  readonly error?: { readonly summary?: string; readonly code?: string; readonly detail?: string }
  readonly message?: string
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> }
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
}

/** `--required`: not being able to ask is a failure, too. Other arguments go to npm. */
const args = process.argv.slice(2)
const isRequired = args.includes('--required')
const told = args.filter((each) => each !== '--required')
const { stdout, stderr, error } = spawnSync(
  'npm',
  ['audit', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=20000', ...told],
  { encoding: 'utf8', timeout: 60_000, maxBuffer: 1e8 },
)
process.exitCode = judged()

function judged(): number {
  const report = parsed(stdout ?? '')
  const counts = report?.metadata?.vulnerabilities
  if (report === null || counts === undefined) {
    const reason =
      report?.error?.summary || report?.message || report?.error?.code || error?.message || lastLine(stderr)
    console.log(`not checked: the registry gave no audit (${reason})`)
    return isRequired ? 1 : 0
  }
  const grave = (counts.high ?? 0) + (counts.critical ?? 0)
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {})) {
    console.log(`${severity}: ${name} ${range}`)
  }
  console.log(grave === 0 ? 'nothing of level high or above' : `${grave} of level high or above`)
  return grave === 0 ? 0 : 1
}

function parsed(text: string): Report | null {
  try {
    return JSON.parse(text) as Report
  } catch {
    return null
  }
}

const lastLine = (text: string | null): string => (text ?? '').trim().split('\n').at(-1) || 'it said nothing'
