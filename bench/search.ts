/** How fast a large ledger is searched: first pages of 50 with exact totals, every question another one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StatementFilter, Store } from '../src/app/ports.ts'
import { parseQuery } from '../src/core/query/parse-query.ts'
import { isPostgresUrl } from '../src/store/postgres/database.ts'
import { openPostgresStore } from '../src/store/postgres/postgres.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { STATEMENTS } from './links-corpus.ts'
import { SearchCorpus } from './search-corpus.ts'
import { fill } from './search-fill.ts'
import { wordOf } from './zipf-words.ts'

type Asked = Omit<StatementFilter, 'limit'>

interface Measured {
  readonly kind: string
  readonly asked: number
  /** Statements that match: the median. */
  readonly found: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** Of this process's processor time, the 95th of a hundred: for SQLite, what the time is on a machine with nothing else to do. */
  readonly processor: number
}

interface SearchBench {
  readonly statements: number
  readonly store: 'SQLite' | 'PostgreSQL'
  readonly kinds: readonly Measured[]
  /** Of all questions of all kinds together. */
  readonly all: Measured
}

const PAGE = 50
const OF_A_KIND = 40

/** @param ledger path or address; filled where it is empty, and left as it is. Null for a file that is gone afterwards. */
export async function benchSearch(statements: number, ledger: string | null): Promise<SearchBench> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-search-'))
  const place = ledger ?? join(folder, 'search.db')
  try {
    if (await withStore(place, isEmpty)) await fill(place, Math.ceil(statements / STATEMENTS))
    await withStore(place, async (store) => {
      // The machine's caches are warm.
      await measured(store, questions(1000))
    })
    // A store of its own remembers no totals.
    return await withStore(place, async (store) => {
      const { total } = await store.listStatements({ limit: 1 })
      const times = await measured(store, questions(0))
      return {
        statements: total,
        store: isPostgresUrl(place) ? 'PostgreSQL' : 'SQLite',
        kinds: [...times].map(([kind, answers]) => summed(kind, answers)),
        all: summed('all', [...times.values()].flat()),
      } as const
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isEmpty = async (store: Store): Promise<boolean> => (await store.listStatements({ limit: 1 })).total === 0

async function withStore<T>(place: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = isPostgresUrl(place) ? openPostgresStore(place) : openSqliteStore(place)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** Questions as people ask them, by kind, each once. @param from another number, other questions */
function questions(from: number): ReadonlyMap<string, readonly Asked[]> {
  const { names, subjects, phrases, days } = sampled()
  const word = (at: number): string => wordOf(10 + ((at * 7919) % 3000))
  const of = <Item>(list: readonly Item[], at: number): Item => list[(at * 7919) % list.length]!
  const act = (at: number): string => of(['commitment', 'demand', 'threat', 'denial', 'criticism', 'assertion'], at)
  const year = (at: number) => ({ from: `${2001 + (at % 8)}-01-01`, to: `${2001 + (at % 8)}-12-31` })
  const kinds: Readonly<Record<string, (at: number) => Asked>> = {
    everything: (at) => ({ sort: of(['newest', 'oldest', 'said'] as const, at) }),
    'a word': (at) => ({ text: word(at) }),
    'a very common word': (at) => ({
      text: of(
        [...'01234567'].map((rank) => wordOf(Number(rank))).concat('government', 'ministry', 'alliance', 'agreed'),
        at,
      ),
    }),
    'the commonest words': (at) => ({ text: of(['will', 'in', 'not', 'the', 'may', 'will not'], at) }),
    'two words': (at) => ({ text: `${word(at)} ${wordOf((10 + ((at * 7919) % 3000)) >> 3)}` }),
    'two common words': (at) => ({ text: `${wordOf(at % 9)} ${wordOf(9 + (at % 5))}` }),
    'a phrase': (at) => ({ text: `"${of(phrases, at)}"` }),
    'a phrase of common words': (at) => ({
      text: of(['"the government will"', '"agreed to"', '"has agreed"', '"our side"', '"the board may"'], at),
    }),
    'a beginning': (at) => ({ text: `${word(at).slice(0, 4)}*` }),
    'a word without another': (at) => ({ text: `${word(at)} -${wordOf(at % 20)}` }),
    'a speaker': (at) => ({ speaker: of(names, at) }),
    'a part of a name': (at) => ({ speaker: of(names, at).split(' ')[1]!.slice(0, 4) }),
    'a word and a speaker': (at) => ({ text: wordOf(at % 200), speaker: of(names, at) }),
    about: (at) => ({ query: parseQuery(`about:"${of(subjects, at)}"`) }),
    'an act': (at) => ({ query: parseQuery(`act:${act(at)}`) }),
    'an act and polarity': (at) => ({
      query: parseQuery(`act:${act(at)} polarity:${at % 2 ? 'negative' : 'positive'}`),
    }),
    'a publisher': (at) => ({ publisher: of(['The Courier', 'Nordwire', 'The Gull'], at) }),
    'three months': (at) => ({ from: of(days, at), to: monthsLater(of(days, at), 3) }),
    'a year of saying': (at) => ({ saidFrom: year(at).from, saidTo: year(at).to, sort: 'said' }),
    'a word in a year': (at) => ({ text: word(at), ...year(at) }),
    'a common word in a year': (at) => ({ text: wordOf(at % 10), ...year(at) }),
    'a speaker about': (at) => ({ query: parseQuery(`speaker:"${of(names, at)}" about:"${of(subjects, at)}"`) }),
    'an act about in a year': (at) => ({
      query: parseQuery(`act:${act(at)} about:"${of(subjects, at)}" from:${year(at).from} to:${year(at).to}`),
    }),
    'a word or another, an act': (at) => ({ query: parseQuery(`(${word(at)} OR ${word(at + 1)}) act:${act(at)}`) }),
    'a word and a publisher': (at) => ({
      text: wordOf(at % 100),
      publisher: of(['The Courier', 'Nordwire', 'The Gull'], at),
    }),
  }
  return new Map(
    Object.entries(kinds).map(([kind, ask]) => {
      const asked = Array.from({ length: OF_A_KIND }, (_, at) => ask(from + at))
      return [kind, [...new Map(asked.map((filter) => [JSON.stringify(filter), filter])).values()]]
    }),
  )
}

const monthsLater = (day: string, months: number): string => {
  const date = new Date(day)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

/** Of the first documents: who speaks in them, of what, and words that follow each other. */
function sampled() {
  const corpus = new SearchCorpus()
  const [names, subjects, phrases, days] = [new Set<string>(), new Set<string>(), [] as string[], new Set<string>()]
  for (let number = 0; number < 1000; number++) {
    const { entry } = corpus.next()
    days.add(entry.document.published!)
    for (const { speaker, about, content } of entry.statements) {
      names.add(speaker!.name)
      for (const subject of about) subjects.add(subject)
      phrases.push(content.text.split(' ').slice(-4, -1).join(' '))
    }
  }
  return { names: [...names], subjects: [...subjects], phrases, days: [...days] }
}

interface Answer {
  readonly ms: number
  /** Milliseconds of processor time. */
  readonly processor: number
  readonly found: number
}

async function measured(
  store: Store,
  kinds: ReadonlyMap<string, readonly Asked[]>,
): Promise<ReadonlyMap<string, Answer[]>> {
  const times = new Map<string, Answer[]>()
  for (const [kind, asked] of kinds) {
    const answers: Answer[] = []
    for (const filter of asked) {
      const [started, before] = [performance.now(), process.cpuUsage()]
      const { total } = await store.listStatements({ ...filter, limit: PAGE })
      const { user, system } = process.cpuUsage(before)
      answers.push({ ms: performance.now() - started, processor: (user + system) / 1000, found: total })
    }
    times.set(kind, answers)
  }
  return times
}

function summed(kind: string, answers: readonly Answer[]): Measured {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const founds = answers.map(({ found }) => found).sort((a, b) => a - b)
  const processor = answers.map((answer) => answer.processor).sort((a, b) => a - b)
  const of = (sorted: readonly number[], share: number): number =>
    Math.round(sorted[Math.ceil(sorted.length * share) - 1]! * 10) / 10
  return {
    kind,
    asked: answers.length,
    found: founds[founds.length >> 1]!,
    p50: of(times, 0.5),
    p95: of(times, 0.95),
    max: of(times, 1),
    processor: of(processor, 0.95),
  }
}

export const formatSearch = ({ statements, store, kinds, all }: SearchBench): string =>
  [
    `${store}, ${statements} statements; first pages of ${PAGE} with their totals, one at a time; milliseconds`,
    ...[...kinds, all].map(
      ({ kind, asked, found, p50, p95, max, processor }) =>
        `  ${kind.padEnd(26)} p50 ${String(p50).padStart(7)}  p95 ${String(p95).padStart(7)}  max ${String(max).padStart(7)}  processor ${String(processor).padStart(7)}  ${asked} asked, ${found} found (median)`,
    ),
  ].join('\n')
