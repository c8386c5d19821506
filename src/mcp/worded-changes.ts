/** The changes of a page in words, for a model to read: every text of the page quoted as JSON, so that none can pass for ours. */
import type { ChangesAnswer } from '../app/get-changes.ts'
import type { Statement } from '../core/statement.ts'
import { countWords, tellingOf } from '../core/versions/change-words.ts'
import type { StatementChange } from '../core/versions/version-changes.ts'
import { documentUri, statementUri } from './worded.ts'

/** Changes that are told in words; the data has all. */
const MOST = 30

export function wordedChanges({ document, versions, comparison }: ChangesAnswer): string {
  const listed = versions.map(
    (version, index) =>
      `${index + 1}. added ${version.added}, ${version.statements} statements, ${documentUri(version.document.id)}${version.document.id === document ? ' (the one asked for)' : ''}`,
  )
  if (comparison === null) return `One version of this page is in the ledger: nothing to compare.\n${listed.join('\n')}`
  const { changes, counts, correction, samePipeline } = comparison
  const told = changes.slice(0, MOST).map(wordedChange)
  return [
    `${versions.length} versions, the first the first:\n${listed.join('\n')}`,
    `From ${documentUri(comparison.from)} to ${documentUri(comparison.to)}: ${countWords(counts)}. ${tellingOf(comparison)}`,
    ...(correction === null ? [] : [`The page says: ${JSON.stringify(correction.text)}`]),
    ...(samePipeline
      ? []
      : ['The two were read by different versions of the program: some differences may come from that.']),
    ...told,
    ...(changes.length > MOST ? [`And ${changes.length - MOST} more.`] : []),
  ].join('\n\n')
}

function wordedChange({ kind, before, after, altersMeaning, speaker, wordsStand }: StatementChange): string {
  const facts = [
    speaker === 'other' ? 'another speaker' : speaker === 'role' ? 'another role' : null,
    altersMeaning.length === 0 ? null : `changes ${altersMeaning.join(', ')}`,
    wordsStand ? 'the words stand in both texts' : null,
  ].filter((fact) => fact !== null)
  const sides = [side('before', before), side('after', after)].filter((line) => line !== null)
  return `${kind}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}\n${sides.join('\n')}`
}

const side = (when: string, statement: Statement | null): string | null =>
  statement === null
    ? null
    : `  ${when}: ${JSON.stringify(statement.content.text)}, ${statement.speaker === null ? 'speaker not named' : JSON.stringify(statement.speaker.name)}, ${statementUri(statement.id)}`
