/** How long a user's register of half a million people takes to load and how much memory, and how fast names are found in it and in what ships. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadRegister } from '../src/models/load-register.ts'

export interface RegisterBench {
  readonly people: number
  /** Of the file in MB. */
  readonly size: number
  /** Seconds and resident megabytes that loading adds, in a process of its own. */
  readonly seconds: number
  readonly memory: number
  /** Seconds of processor time: what the seconds are on a machine with nothing else to do. */
  readonly processor: number
  /** Milliseconds and megabytes for the register that ships. */
  readonly shipped: { readonly milliseconds: number; readonly memory: number }
  /** Microseconds a name, thousands of different names. */
  readonly named: { readonly own: number; readonly shipped: number }
}

const root = join(import.meta.dirname, '..')

interface Loaded {
  readonly milliseconds: number
  readonly processor: number
  readonly memory: number
  readonly named: number
}

export function benchRegister(people: number): RegisterBench {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const path = join(folder, 'people.csv')
    const csv = registerOfMany(people)
    writeFileSync(path, csv)
    const size = Buffer.byteLength(csv) / 1e6
    const own = loadElsewhere(
      `import { readRegister } from '${root}/src/read/read-register.ts'; const load = () => readRegister(${JSON.stringify(path)})`,
      Array.from({ length: NAMES }, (_, index) => nameOf((index * 7919) % people)),
    )
    const shipped = loadElsewhere(
      `import { loadRegister } from '${root}/src/models/load-register.ts'; const load = () => loadRegister('${root}/models/register')`,
      namesOfShipped(),
    )
    return {
      people,
      size,
      seconds: own.milliseconds / 1000,
      memory: own.memory,
      processor: own.processor / 1000,
      shipped: { milliseconds: shipped.milliseconds, memory: shipped.memory },
      named: { own: own.named, shipped: shipped.named },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const NAMES = 4000

/** A process that does nothing else: what it holds before is not counted, its peak is. */
function loadElsewhere(setup: string, names: readonly string[]): Loaded {
  const script = `${setup}
    const names = ${JSON.stringify(names)}
    const [before, start] = [process.memoryUsage.rss(), performance.now()]
    const used = process.cpuUsage()
    const register = load()
    const milliseconds = performance.now() - start
    const { user, system } = process.cpuUsage(used)
    const processor = (user + system) / 1000
    const memory = (process.resourceUsage().maxRSS * 1024 - before) / 1e6
    for (const name of names.slice(0, 500)) register.named(name)
    const from = performance.now()
    for (const name of names) if (register.named(name).length === 0) throw new Error(name)
    console.log(JSON.stringify({ milliseconds, processor, memory, named: (performance.now() - from) * 1000 / names.length }))`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Loaded
}

function namesOfShipped(): string[] {
  const register = loadRegister(join(root, 'models/register'))
  const offices = ['president', 'prime minister', 'foreign minister', 'defence minister']
  const countries = [
    'RU',
    'UA',
    'US',
    'GB',
    'FR',
    'DE',
    'IT',
    'ES',
    'PL',
    'NO',
    'SE',
    'FI',
    'IN',
    'JP',
    'KR',
    'TR',
    'IL',
    'BR',
  ]
  const holders = offices.flatMap((office) =>
    countries.flatMap((of) =>
      ['2005', '2010', '2015', '2020', '2024'].flatMap((at) => register.holders(office, of, at)),
    ),
  )
  const names = holders.map(({ entity }) => entity.name)
  return Array.from({ length: NAMES }, (_, index) => names[index % names.length]!)
}

const SYLLABLES =
  'ba da fa ga ka la ma na pa ra sa ta va za be de ke le me ne re se te bo do ko lo mo no ro so to ri li ni ti mi vi'.split(
    ' ',
  )

/** Names no two of which sound alike. */
function nameOf(index: number): string {
  const base = SYLLABLES.length
  const word = (number: number, length: number): string => {
    let [text, rest] = ['', number]
    for (let at = 0; at < length; at++) {
      text += SYLLABLES[rest % base]
      rest = Math.floor(rest / base)
    }
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  return `${word(index % 700, 3)} ${word(Math.floor(index / 7), 4)}`
}

/** One in three has an office, one in ten a second spelling, as such a file may be. */
export function registerOfMany(people: number): string {
  const rows = ['name,id,kind,names,gender,country,role,of,start,end']
  for (let index = 0; index < people; index++) {
    const name = nameOf(index)
    const names = index % 10 === 0 ? `${name} Junior|Dr ${name}` : ''
    const office = index % 3 === 0 ? `Member of Parliament,,${2000 + (index % 25)},` : ',,,'
    rows.push(
      `${name},p${index},person,${names},${index % 2 === 0 ? 'female' : 'male'},${['FR', 'DE', 'PL', 'US'][index % 4]},${office}`,
    )
  }
  return `${rows.join('\n')}\n`
}

export const formatRegister = ({ people, size, seconds, processor, memory, shipped, named }: RegisterBench): string =>
  [
    `a register of ${people} people (${size.toFixed(1)} MB): ${seconds.toFixed(2)} s (${processor.toFixed(2)} s of processor), ${memory.toFixed(0)} MB; ${named.own.toFixed(1)} µs a name`,
    `the one that ships: ${shipped.milliseconds.toFixed(0)} ms, ${shipped.memory.toFixed(0)} MB; ${named.shipped.toFixed(1)} µs a name`,
  ].join('\n')
