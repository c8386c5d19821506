/** `kill -9` in a loop, at random moments, of the program while it adds, links, migrates and reads anew; checked after each. */
import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import type { DocumentEntry, Fault } from '../../src/app/ports.ts'
import { openStore } from '../../src/runtime/ledger.ts'
import { type Child, started } from '../cli/child.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { randomFrom } from './random.ts'
import { pause, said, start } from './store-processes.ts'

export interface KillOptions {
  readonly rounds: number
  readonly seed: number
  /** Pages of the ledgers that are killed; from 32 on threads read them. */
  readonly pages?: number
  /** Told after every round that was checked. */
  readonly told?: (round: number, result: KillResult) => void
}

export interface KillResult {
  readonly rounds: number
  /** Rounds in which the kill came before the program had ended. */
  readonly killed: number
  /** Of these, rounds that left something done and something to do, or a journal to go back by. */
  readonly between: number
  /** Documents, or runs, that were acknowledged in all rounds; none was lost, or an error is thrown. */
  readonly acknowledged: number
}

export const KILLS: Readonly<Record<string, (options: KillOptions) => Promise<KillResult>>> = {
  add: killedAdding,
  link: killedLinking,
  migrate: killedMigrating,
  reanalyse: killedReanalysing,
}

const openedAs = (path: string) => openStore({ ledger: path, mode: 'existing' })

interface State {
  /** Every document as the store gives it, by id. */
  readonly documents: ReadonlyMap<string, string>
  readonly links: string
}

/** All of a ledger, after a check that finds nothing wrong with any row of it. */
async function stateOf(path: string): Promise<State> {
  const store = openedAs(path)
  try {
    const faults: Fault[] = []
    const { isSound } = await store.check({ isDeep: true, found: (fault) => faults.push(fault) })
    assert.deepEqual(faults, [])
    assert.ok(isSound)
    const documents = new Map<string, string>()
    for (let after: string | undefined; ; ) {
      const page = await store.listDocuments({ limit: 1000, after })
      for (const { document } of page.rows) {
        // When it was stored and by which version it was read differs from ledger to ledger.
        const {
          added: _,
          pipeline: __,
          ...told
        } = (await store.getDocument(document.id)) as DocumentEntry & {
          readonly added?: string
          readonly pipeline?: string
        }
        documents.set(document.id, JSON.stringify(told))
      }
      if (page.next === null) break
      after = page.next
    }
    return { documents, links: await linksOf(store) }
  } finally {
    await store.close()
  }
}

async function linksOf(store: ReturnType<typeof openedAs>): Promise<string> {
  const links: unknown[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.links({ limit: 1000, after })
    links.push(...page.rows.map(({ link }) => link))
    if (page.next === null) return JSON.stringify(links)
    after = page.next
  }
}

/** Pages of our own, each with sayings that others repeat, so that there are links. */
function pagesFolder(count: number): string {
  const folder = join(scratchFolder(), `pages-${count}`)
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  const towns = ['Varnholt', 'Esk', 'Drezack', 'Port Lune', 'Hallow']
  const people = ['Ada Wren', 'Bo Lind', 'Ilse Marten', 'Ruben Falk', 'Mara Quill', 'Piet Holm', 'Nora Vance']
  for (let number = 0; number < count; number++) {
    const [town, who, other] = [towns[number % 5]!, people[number % 7]!, people[(number + 3) % 7]!]
    const paragraphs = Array.from(
      { length: 6 },
      (_, order) =>
        `“The ferry to ${towns[(number + order) % 5]} will sail on day ${(number % 3) + order} whatever the wind does,” said ${order % 2 === 0 ? who : other}, the harbour master of ${town}. The mayor denied that pier ${(number * 7 + order) % 11} would be closed in the winter of ${2010 + (number % 9)}.`,
    )
    writeFileSync(
      join(folder, `${String(number).padStart(4, '0')}.txt`),
      `Ferry news ${number} from ${town}\n\nJune ${1 + (number % 28)}, 2024\n\n${paragraphs.join('\n\n')}\n`,
    )
  }
  return folder
}

const adding = (folder: string, ledger: string): Child =>
  started(['add', folder, '--format', 'jsonl', '--model', 'rules', '--ledger', ledger])

/** A ledger of `pages` pages that nobody disturbed, what is in it, and how long that took. */
async function undisturbed(pages: number) {
  const path = ledgerPath()
  const began = performance.now()
  const child = adding(pagesFolder(pages), path)
  assert.equal(await child.ended, 0, child.err())
  const took = performance.now() - began
  const state = await stateOf(path)
  assert.equal(state.documents.size, pages)
  assert.ok(state.links.length > 1000, 'the pages are linked')
  return { path, took, state }
}

/** Kills it after `ms`; whether it was still there to be killed. */
async function kill(child: Child, ms: number): Promise<boolean> {
  await Promise.race([pause(ms), child.ended])
  child.process.kill('SIGKILL')
  const ended = await child.ended
  if (ended !== 'SIGKILL') assert.equal(ended, 0, child.err())
  return ended === 'SIGKILL'
}

async function killedAdding({ rounds, seed, pages = 34, told }: KillOptions): Promise<KillResult> {
  const random = randomFrom(seed)
  const whole = await undisturbed(pages)
  const folder = pagesFolder(pages)
  const result = { rounds, killed: 0, between: 0, acknowledged: 0 }
  let path = ledgerPath()
  let acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    if (round > 0) told?.(round, result)
    const child = adding(folder, path)
    const wasKilled = await kill(child, random() * whole.took * 1.05)
    if (wasKilled) result.killed++
    // A last line that the kill cut off acknowledges nothing.
    for (const line of child.out().split('\n').slice(0, -1)) {
      const { outcome, id } = JSON.parse(line) as { outcome: string; id: string }
      assert.notEqual(outcome, 'failed', line)
      if (!acknowledged.has(id)) result.acknowledged++
      acknowledged.add(id)
    }
    if (!existsSync(path)) {
      assert.equal(acknowledged.size, 0)
      continue
    }
    if (!isBegun(path)) {
      assert.equal(acknowledged.size, 0)
    } else {
      const { documents, links } = await stateOf(path)
      for (const id of acknowledged) assert.ok(documents.has(id), `round ${round}: ${id} was acknowledged and is lost`)
      for (const [id, document] of documents) same(document, whole.state.documents.get(id), `round ${round}: ${id}`)
      if (documents.size > 0 && documents.size < pages) result.between++
      const store = openedAs(path)
      await store.relink()
      same(links, await linksOf(store), `round ${round}: links are not those that relinking finds`)
      await store.close()
    }
    if (!wasKilled) {
      sameState(await stateOf(path), whole.state, `round ${round}`)
      remove(path)
      path = ledgerPath()
      acknowledged = new Set()
    }
  }
  return result
}

/** A ledger that was killed before its first transaction has no tables yet; the next program begins it. */
function isBegun(path: string): boolean {
  const db = new DatabaseSync(path)
  try {
    return db.prepare('PRAGMA user_version').get()!.user_version !== 0
  } finally {
    db.close()
  }
}

async function killedLinking({ rounds, seed, pages = 34, told }: KillOptions): Promise<KillResult> {
  const random = randomFrom(seed)
  const whole = await undisturbed(pages)
  const result = { rounds, killed: 0, between: 0, acknowledged: 0 }
  const path = ledgerPath()
  const unlinked = ledgerPath()
  copyFileSync(whole.path, unlinked)
  change(unlinked, 'DELETE FROM links; DELETE FROM link_keys; DELETE FROM turn_keys; DELETE FROM document_sketches')
  const relinking = (): Child => started(['relink', '--ledger', path])
  copyFileSync(unlinked, path)
  const began = performance.now()
  assert.equal(await relinking().ended, 0)
  const took = performance.now() - began
  for (let round = 0; round < rounds; round++) {
    if (round > 0) told?.(round, result)
    remove(path)
    copyFileSync(unlinked, path)
    if (await kill(relinking(), took * (0.2 + random() * 0.85))) result.killed++
    else result.acknowledged++
    if (existsSync(`${path}-wal`)) result.between++
    const { documents, links } = await stateOf(path)
    sameDocuments(documents, whole.state.documents, `round ${round}`)
    // All of it or nothing.
    assert.ok(links === '[]' || links === whole.state.links, `round ${round}: ${links.length}`)
    const store = openedAs(path)
    await store.relink()
    same(await linksOf(store), whole.state.links, `round ${round}: links`)
    await store.close()
  }
  return result
}

async function killedMigrating({ rounds, seed, told }: KillOptions): Promise<KillResult> {
  const random = randomFrom(seed)
  const old = gunzipSync(readFileSync(new URL('../store/schema-1.db.gz', import.meta.url)))
  const path = ledgerPath()
  writeFileSync(path, old)
  const whole = await stateOf(path)
  assert.ok(whole.documents.size > 0)
  remove(path)
  // How long opening takes once the program has begun with it.
  writeFileSync(path, old)
  const first = start('opener.ts', [path])
  await said(first, 'opening')
  const began = performance.now()
  await said(first, 'opened')
  const took = performance.now() - began
  await first.ended
  const result = { rounds, killed: 0, between: 0, acknowledged: 0 }
  for (let round = 0; round < rounds; round++) {
    if (round > 0) told?.(round, result)
    remove(path)
    writeFileSync(path, old)
    const opener = start('opener.ts', [path])
    await said(opener, 'opening')
    await pause(random() * took * 1.1)
    opener.process.kill('SIGKILL')
    if ((await opener.ended) === null) result.killed++
    assert.equal(opener.complaints(), '')
    if (opener.lines.includes('opened')) result.acknowledged++
    else if (existsSync(`${path}-journal`) || existsSync(`${path}-wal`)) result.between++
    sameState(await stateOf(path), whole, `round ${round}`)
  }
  return result
}

async function killedReanalysing({ rounds, seed, pages = 34, told }: KillOptions): Promise<KillResult> {
  const random = randomFrom(seed)
  const whole = await undisturbed(pages)
  const older = ledgerPath()
  copyFileSync(whole.path, older)
  change(older, "UPDATE document_bodies SET pipeline = 'tokenizer@0'")
  const result = { rounds, killed: 0, between: 0, acknowledged: 0 }
  const path = ledgerPath()
  const reading = (): Child => started(['reanalyse', '--format', 'jsonl', '--model', 'rules', '--ledger', path])
  copyFileSync(older, path)
  const began = performance.now()
  assert.equal(await reading().ended, 0)
  const took = performance.now() - began
  let done = new Set<string>()
  remove(path)
  copyFileSync(older, path)
  for (let round = 0; round < rounds; round++) {
    if (round > 0) told?.(round, result)
    const child = reading()
    const wasKilled = await kill(child, random() * took * 1.05)
    if (wasKilled) result.killed++
    for (const line of child.out().split('\n').slice(0, -1)) {
      const { id, outcome } = JSON.parse(line) as { id: string; outcome: string }
      assert.notEqual(outcome, 'failed', line)
      assert.ok(!done.has(id), `round ${round}: ${id} was told to be read anew before`)
      done.add(id)
      result.acknowledged++
    }
    const { documents } = await stateOf(path)
    sameDocuments(documents, whole.state.documents, `round ${round}`)
    const left = readByOlder(path)
    for (const id of done) assert.ok(!left.has(id), `round ${round}: ${id} was read anew and is as before`)
    if (left.size > 0 && left.size < pages) result.between++
    if (!wasKilled) {
      assert.equal(left.size, 0)
      sameState(await stateOf(path), whole.state, `round ${round}`)
      remove(path)
      copyFileSync(older, path)
      done = new Set()
    }
  }
  return result
}

function readByOlder(path: string): Set<string> {
  const db = new DatabaseSync(path)
  const rows = db
    .prepare("SELECT id FROM documents JOIN document_bodies USING (seq) WHERE pipeline = 'tokenizer@0'")
    .all()
  db.close()
  return new Set(rows.map(({ id }) => String(id)))
}

/** Says where two texts part, instead of all of both. */
function same(one: string | undefined, other: string | undefined, what: string): void {
  if (one === other) return
  let at = 0
  while (one?.[at] !== undefined && one[at] === other?.[at]) at++
  const part = (text: string | undefined) => JSON.stringify(text?.slice(Math.max(0, at - 60), at + 120) ?? null)
  assert.fail(`${what}: ${part(one)} instead of ${part(other)}`)
}

function sameState(one: State, other: State, what: string): void {
  sameDocuments(one.documents, other.documents, what)
  same(one.links, other.links, `${what}: links`)
}

function sameDocuments(one: State['documents'], other: State['documents'], what: string): void {
  assert.deepEqual([...one.keys()].sort(), [...other.keys()].sort(), what)
  for (const [id, document] of one) same(document, other.get(id), `${what}: ${id}`)
}

function change(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

function remove(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true })
}
