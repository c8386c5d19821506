/** Holds all of a ledger against itself, and makes good what follows from what it still has. */
import { z } from 'zod'
import type { DocumentRecord } from '../core/document.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import type { ReadOutcome } from '../read/read-document.ts'
import type { Operation } from './perform.ts'
import type { Checked, Deps, Fault, FaultCode, Progress } from './ports.ts'

const callback = <Call>() => z.custom<Call>((value) => typeof value === 'function').optional()

const input = z.object({
  /** Also every word of the full-text indexes and every key of the links. */
  isDeep: z.boolean().default(true),
  repair: z.boolean().default(false),
  /** Told of each fault; after a repair, of each that is left. */
  found: callback<(fault: Fault, isLeft: boolean) => void>(),
  progress: callback<(done: number, total: number, what: 'checked' | 'repaired') => void>(),
})

export interface LedgerCheck extends Checked {
  /** Null where nothing was to be repaired. */
  readonly repaired: {
    /** What a second check found. */
    readonly left: Checked
    /** Rows that named others which are not there. */
    readonly removed: number
    /** Ids of documents whose text was read again from the bytes that are kept. */
    readonly reread: readonly string[]
  } | null
}

export const checkLedger: Operation<typeof input, LedgerCheck, Pick<Deps, 'store' | 'read'>> = {
  name: 'checkLedger',
  summary: 'Hold everything that the ledger has against itself; make good what can be.',
  input,
  async run(deps, { isDeep, repair, found, progress }) {
    const needs = { codes: new Set<FaultCode>(), documents: new Set<string>(), reread: new Set<string>() }
    const check = (isLeft: boolean): Promise<Checked> =>
      deps.store.check({
        isDeep,
        progress: (done, total) => progress?.(done, total, 'checked'),
        found(fault) {
          found?.(fault, isLeft)
          const { code, mend, document } = fault
          if (mend === 'repair') needs.codes.add(code)
          if (mend === 'repair' && code === 'row' && document !== null) needs.documents.add(document)
          if (mend === 'reread' && document !== null) needs.reread.add(document)
        },
      })
    const checked = await check(false)
    if (!repair || needs.codes.size + needs.reread.size === 0) return { ...checked, repaired: null }
    if (!checked.isSound) throw new OnrecordError('repair-refused', { ledger: 'the ledger' })
    const reread: string[] = []
    for (const id of needs.reread) if (await readAgain(deps, id)) reread.push(id)
    const tell: Progress = (done, total) => progress?.(done, total, 'repaired')
    const removed = await deps.store.repair({ codes: needs.codes, documents: [...needs.documents] }, tell)
    return { ...checked, repaired: { left: await check(true), removed, reread } }
  },
}

/** From the bytes that are kept; only a text that gives the document the id that it has is its own. */
async function readAgain({ store, read }: Pick<Deps, 'store' | 'read'>, id: string): Promise<boolean> {
  const bytes = await store.getOriginal(id)
  if (bytes === null) return false
  const record = await recordOf(store, id)
  for (const url of record === null ? [null] : [record.url, null]) {
    const page = attempt(() =>
      read({
        bytes,
        file: record?.file ?? null,
        url,
        published: record?.publishedFrom === 'given' ? record.published : null,
        publisher: record?.publisher ?? null,
      }),
    )
    if (page?.document.id !== id) continue
    const { chars } = page.document
    const document = record === null ? page.document : { ...record, id, url: page.document.url, chars }
    return store.restoreText({ document, text: page.text, blocks: page.blocks })
  }
  return false
}

/** Null where its JSON is what is damaged. */
async function recordOf(store: Deps['store'], id: string): Promise<DocumentRecord | null> {
  try {
    return (await store.getDocument(id))?.document ?? null
  } catch (thrown) {
    if (asOnrecordError(thrown).code === 'ledger-damaged') return null
    throw thrown
  }
}

/** Null where the page cannot be read any more. */
function attempt(read: () => ReadOutcome): ReadOutcome | null {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof OnrecordError) return null
    throw thrown
  }
}
