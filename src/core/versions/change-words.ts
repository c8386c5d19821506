/** How a change of a page is told to people, the same at every door. */
import type { ChangeKind, Detail, StatementChange, VersionChanges } from './version-changes.ts'

/** "2 added, 1 reworded"; what there is none of is left out. */
export function countWords(counts: VersionChanges['counts']): string {
  const told = (Object.keys(counts) as ChangeKind[]).filter((kind) => counts[kind] > 0)
  return told.length === 0 ? 'no statement changed' : told.map((kind) => `${counts[kind]} ${kind}`).join(', ')
}

export const detailWords: Readonly<Record<Detail, string>> = {
  cue: 'how it was said',
  role: 'the speaker’s role',
  said: 'when it was said',
  addressee: 'to whom',
  medium: 'where',
  via: 'through whom',
  form: 'the quotation marks',
  manner: 'the manner',
  act: 'the kind of statement',
}

/** One sentence on what happened to a statement; null where the kind says it all. */
export function changeNote({ kind, before, after, speaker, details, wordsStand }: StatementChange): string | null {
  if (kind === 'added' || kind === 'removed') {
    if (!wordsStand) return null
    return kind === 'removed'
      ? 'The words still stand in the later text, yet not as this statement.'
      : 'The words stand in the earlier text, too, yet not as this statement.'
  }
  const named = (statement: typeof before): string => statement?.speaker?.name ?? 'nobody named'
  const roled = (statement: typeof before): string =>
    [statement?.speaker?.role, statement?.speaker?.of].filter(Boolean).join(' of ') || 'no role'
  const parts: string[] = []
  if (speaker === 'other') parts.push(`Before of ${named(before)}, now of ${named(after)}`)
  if (speaker === 'role') parts.push(`Before as ${roled(before)}, now as ${roled(after)}`)
  const told = details.filter((detail) => detail !== 'act' || kind === 'reworded')
  if (told.length > 0)
    parts.push(`${parts.length > 0 ? 'also' : 'Also'} another: ${told.map((detail) => detailWords[detail]).join(', ')}`)
  return parts.length === 0 ? null : `${parts.join('; ')}.`
}

/** What the page itself says of its change. */
export function tellingOf({
  correction,
  modified,
  silent,
}: Pick<VersionChanges, 'correction' | 'modified' | 'silent'>): string {
  if (correction !== null) return 'The page says that it was changed.'
  if (silent) return 'Changed without a notice: the page tells neither a correction nor a new day of change.'
  return modified !== null && modified.after !== null
    ? 'The page gives a new day of change, and no reason.'
    : 'No statement and not the title changed; the page says nothing of it.'
}
