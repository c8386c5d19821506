/** Pages that were sent and wait to be read: one after the other, so many and no more, each answered for until it is done. */
import { randomBytes } from 'node:crypto'
import type { Ingestion } from '../app/ingest-document.ts'
import { perform } from '../app/perform.ts'
import type { Deps } from '../app/ports.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import type { AddedFile, Addition, FileState } from '../web/add-job-page.ts'
import { detailOf } from './problem.ts'

/** What pages are added with. */
export type IngestDeps = Pick<Deps, 'store' | 'register' | 'extractor' | 'now'>

export interface PageToAdd {
  readonly bytes: Uint8Array
  /** Null for a text without a file. */
  readonly file: string | null
  readonly url?: string | undefined
  readonly published?: string | undefined
  readonly publisher?: string | undefined
}

/** Files that one request may send. */
export const MOST_FILES = 500
/** What may wait to be read, in all. */
export const MOST_WAITING = { files: 1000, bytes: 100_000_000 } as const
/** Additions that are remembered when they are done. */
export const MOST_REMEMBERED = 100

export interface Follower {
  /** A file that changed; `seq` counts the changes of its addition. */
  changed(file: AddedFile, seq: number): void
  /** All are done, or the follower was told of it before. */
  ended(): void
}

export interface Additions {
  /**
   * Takes pages to be read in their turn.
   * @returns the addition's id.
   * @throws OnrecordError `server-busy` or `server-stopping`; then none was taken.
   */
  add(pages: readonly PageToAdd[]): string
  /** Reads one page while the client waits. */
  now(page: unknown): Promise<Ingestion>
  /** @throws OnrecordError `unknown-addition`. */
  get(id: string): Addition
  /** The newest first. */
  recent(count: number): readonly Addition[]
  /** Tells of what has changed since `seq` and of all that changes from then on. @returns what ends it. */
  follow(id: string, seq: number, follower: Follower): () => void
  /** Pages accepted and not done. */
  pending(): number
  /** Takes nothing more; resolves when all that was accepted is done. */
  stop(): Promise<void>
  /** Gives up what is not done. @returns how many pages that was. */
  abandon(): number
}

interface Kept {
  readonly id: string
  readonly files: AddedFile[]
  /** Of each file, the number of its last change; 0 for none. */
  readonly changes: number[]
  seq: number
  left: number
  readonly followers: Set<Follower>
}

interface Waiting {
  readonly kept: Kept
  readonly index: number
  readonly page: PageToAdd
}

/** @param report told of every error nobody foresaw. */
export function additionsOf(deps: IngestDeps, report: (error: OnrecordError) => void): Additions {
  const known = new Map<string, Kept>()
  const queue: Waiting[] = []
  let waitingBytes = 0
  let stopping = false
  let abandoned = false
  let working: Promise<void> | null = null
  /** Pages that clients wait for. */
  const awaited = new Set<Promise<unknown>>()

  const kept = (id: string): Kept => {
    const found = known.get(id)
    if (found === undefined) throw new OnrecordError('unknown-addition', { id: id.slice(0, 100) })
    return found
  }

  const pending = (): number => [...known.values()].reduce((sum, { left }) => sum + left, 0) + awaited.size

  function change(addition: Kept, index: number, now: FileState): void {
    addition.files[index] = { ...addition.files[index]!, now }
    addition.changes[index] = ++addition.seq
    if (now.state !== 'reading') addition.left--
    for (const follower of addition.followers) {
      follower.changed(addition.files[index]!, addition.seq)
      if (addition.left === 0) follower.ended()
    }
  }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { kept, index, page } = next
      waitingBytes -= page.bytes.length
      change(kept, index, { state: 'reading' })
      change(kept, index, await stateAfter(page))
    }
  }

  async function stateAfter(page: PageToAdd): Promise<FileState> {
    try {
      const done = await ingest(deps, page)
      const entry = await deps.store.getDocument(done.id)
      const title = entry?.document.title ?? null
      if (done.outcome === 'already-stored') return { state: done.outcome, id: done.id, title }
      const names = (entry?.statements ?? []).flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name]))
      const notices = done.notices.map(({ message }) => message)
      return {
        state: 'stored',
        id: done.id,
        title,
        statements: done.statements,
        speakers: [...new Set(names)],
        notices,
      }
    } catch (thrown) {
      const error = inWordsOf(page, asOnrecordError(thrown))
      if (error.kind !== 'bug') return { state: 'failed', code: error.code, message: error.message, hint: error.hint }
      // What the page failed at is then that the server is gone.
      if (!abandoned) report(error)
      return { state: 'failed', code: error.code, message: detailOf(error), hint: 'The other pages go on.' }
    }
  }

  function startWork(): void {
    working ??= work().finally(() => {
      working = null
      if (queue.length > 0) startWork()
    })
  }

  return {
    add(pages) {
      if (stopping) throw new OnrecordError('server-stopping')
      const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0)
      if (queue.length + pages.length > MOST_WAITING.files || waitingBytes + bytes > MOST_WAITING.bytes) {
        throw new OnrecordError('server-busy')
      }
      const id = randomBytes(12).toString('hex')
      const files = pages.map(({ file }, index): AddedFile => ({ n: index + 1, name: file, now: { state: 'waiting' } }))
      const addition = {
        id,
        files,
        changes: pages.map(() => 0),
        seq: 0,
        left: pages.length,
        followers: new Set<Follower>(),
      }
      known.set(id, addition)
      for (const [index, page] of pages.entries()) queue.push({ kept: addition, index, page })
      waitingBytes += bytes
      for (const old of known.values()) if (known.size > MOST_REMEMBERED && old.left === 0) known.delete(old.id)
      startWork()
      return id
    },
    async now(page) {
      if (stopping) throw new OnrecordError('server-stopping')
      const done = ingest(deps, page)
      awaited.add(done)
      try {
        return await done
      } finally {
        awaited.delete(done)
      }
    },
    get: (id) => viewOf(kept(id)),
    recent: (count) => [...known.values()].slice(-count).reverse().map(viewOf),
    follow(id, seq, follower) {
      const addition = kept(id)
      const missed = addition.files
        .map((file, index) => ({ file, change: addition.changes[index]! }))
        .filter(({ change }) => change > seq)
        .sort((a, b) => a.change - b.change)
      for (const { file, change } of missed) follower.changed(file, change)
      if (addition.left === 0) follower.ended()
      else addition.followers.add(follower)
      return () => void addition.followers.delete(follower)
    },
    pending,
    async stop() {
      stopping = true
      while (working !== null) await working
      await Promise.allSettled(awaited)
    },
    abandon() {
      const left = pending()
      abandoned = true
      queue.length = 0
      return left
    },
  }
}

const viewOf = ({ id, files }: Kept): Addition => ({ id, files: [...files] })

/** Reading is loaded at the first page: a server that nobody adds to starts without it. */
async function ingest(deps: IngestDeps, page: unknown): Promise<Ingestion> {
  const { ingestDocument } = await import('../app/ingest-document.ts')
  // Reader and pipelines stand behind the extractor.
  return perform(ingestDocument, deps as Deps, page)
}

/** What a reader without a file would call its standard input. */
function inWordsOf({ file }: PageToAdd, error: OnrecordError): OnrecordError {
  if (file !== null || error.kind === 'bug' || !('file' in error.details)) return error
  return new OnrecordError(error.code, { ...error.details, file: 'what you pasted' }, { cause: error })
}
