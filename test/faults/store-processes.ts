/** What the store's fault tests share: numbered documents, the processes that write and read them, and a check of it all. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'

/** Document `number` of `writer`: always the same, about 3,000 characters with 15 statements. */
export function numbered(writer: string, number: number): DocumentEntry {
  const contents = Array.from(
    { length: 15 },
    (_, order) => `“Common words ${number * order}, and “answer${order}” of ${writer}.”`,
  )
  const filler = `Paragraph ${number} of ${writer} goes on for a while. `.repeat(3)
  return entryOf({
    text: contents.map((content) => `${filler}${content} said Speaker ${number % 50}.`).join('\n\n'),
    url: `https://example.org/${writer}/${number}`,
    title: `Common ${number}`,
    publisher: `The ${writer}`,
    published: number % 9 === 0 ? null : `2024-06-${String(10 + (number % 20)).padStart(2, '0')}`,
    statements: contents.map((content) => ({ content, speaker: `Speaker ${number % 50}`, cue: 'said' })),
  })
}

/** A process of this folder with what it has said so far, line by line. */
export interface Running {
  readonly process: ChildProcess
  readonly lines: readonly string[]
  readonly complaints: () => string
  /** Resolves with the exit code, or null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Starts `file` of this folder; `before` is a shell command that limits it. */
export function start(file: string, args: readonly string[], before?: string): Running {
  const script = new URL(file, import.meta.url).pathname
  const child =
    before === undefined
      ? spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
      : spawn('bash', ['-c', `${before}; exec "$@"`, 'bash', process.execPath, script, ...args])
  const lines: string[] = []
  let rest = ''
  let complaints = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
  })
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { process: child, lines, complaints: () => complaints, ended }
}

/** The numbers a writer has said are stored: `stored 12`. A last line cut off by the kill says nothing. */
export const acknowledged = (running: Running): number[] =>
  running.lines.filter((line) => line.startsWith('stored ')).map((line) => Number(line.slice('stored '.length)))

/** Resolves when `running` has said `line`, rejects when it ends without. */
export async function said(running: Running, line: string): Promise<void> {
  while (!running.lines.includes(line)) {
    const over = await Promise.race([running.ended.then(() => true), pause(2).then(() => false)])
    if (over && !running.lines.includes(line)) throw new Error(`never said "${line}": ${running.complaints()}`)
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Checks that every document of the ledger is whole and searchable, and that SQLite finds nothing wrong. Gives their urls. */
export async function checkLedger(path: string): Promise<Set<string>> {
  const store = openSqliteStore(path, { mode: 'existing' })
  const urls = await checkDocuments(store)
  await store.close()
  const db = new DatabaseSync(path)
  assert.deepEqual(
    db
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => row.integrity_check),
    ['ok'],
  )
  assert.deepEqual(db.prepare('PRAGMA foreign_key_check').all(), [])
  db.close()
  return urls
}

/** Checks that every document of a store is whole and searchable. Gives their urls. */
export async function checkDocuments(store: Store): Promise<Set<string>> {
  const urls = new Set<string>()
  let after: string | undefined
  do {
    const page = await store.listDocuments({ limit: 1000, after })
    for (const { document } of page.rows) {
      const [writer, number] = document.url!.split('/').slice(-2)
      assert.deepEqual(await store.getDocument(document.id), numbered(writer!, Number(number)))
      urls.add(document.url!)
    }
    after = page.next ?? undefined
  } while (after !== undefined)
  const found = await store.listDocuments({ limit: 1, text: 'common' })
  assert.equal(found.total, urls.size, 'every document is in the index')
  const statements = await store.listStatements({ limit: 1 })
  const answers = await store.listStatements({ limit: 1, text: 'common answer*' })
  assert.deepEqual([statements.total, answers.total], [urls.size * 15, urls.size * 15], 'and every statement')
  return urls
}
