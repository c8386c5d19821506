/** Notices on what became of a page: that it was changed later, and which of its statements its latest version has otherwise. */
import type { Notice } from '../core/document.ts'
import { compareVersions } from '../core/versions/compare-versions.ts'
import type { StatementChange } from '../core/versions/version-changes.ts'
import type { Deps, DocumentEntry } from './ports.ts'

/** Told from the versions each time, so that none is stale; the page's own first, then in the order of the text. */
export async function laterChanges(
  store: Pick<Deps['store'], 'versionsOf' | 'getDocument'>,
  entry: DocumentEntry,
): Promise<Notice[]> {
  const { document } = entry
  if (document.url === null) return []
  const latest = (await store.versionsOf(document.id)).at(-1)
  if (latest === undefined || latest.document.id === document.id) return []
  const after = await store.getDocument(latest.document.id)
  if (after === null) return []
  const { id } = latest.document
  const message = `This page was changed later: ${id} is its latest version in this ledger, added on ${latest.added.slice(0, 10)}.`
  return [
    { code: 'page-revised', message, span: null, statement: null },
    ...compareVersions(entry, after)
      .changes.flatMap(noticeOf)
      .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)),
  ]
}

function noticeOf(change: StatementChange): Notice[] {
  const { before } = change
  const message = messageOf(change)
  if (before === null || message === null) return []
  return [{ code: 'statement-revised', message, span: before.content.spans[0] ?? null, statement: before.id }]
}

function messageOf({ kind, after, speaker, altersMeaning, wordsStand }: StatementChange): string | null {
  const latest = 'The latest version of this page'
  switch (kind) {
    case 'removed':
      return wordsStand
        ? `${latest} has these words, yet not as this statement.`
        : `${latest} no longer has this statement.`
    case 'reworded': {
      const changed = altersMeaning.length === 0 ? '' : ` (${altersMeaning.join(', ')})`
      const other = speaker === 'other' ? ', and of another speaker' : ''
      return `${latest} has this in other words${changed}${other}: compare ${after!.id}.`
    }
    case 'reattributed':
      return `${latest} gives these words to ${speaker === 'role' ? 'the same speaker in another role' : 'another speaker'}: compare ${after!.id}.`
    default:
      return null
  }
}
