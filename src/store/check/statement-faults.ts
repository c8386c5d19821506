/** One statement held against the text of its document. */
import { joinedText, type Span, sliceOf } from '../../core/span.ts'
import { type Anchored, type Statement, statementId } from '../../core/statement.ts'

export interface Held {
  readonly id: string
  readonly text: string
  /** Ids of all statements of the document. */
  readonly ids: ReadonlySet<string>
}

/** What is wrong with it, or null. */
export function statementFaults(statement: Statement, { id, text, ids }: Held): string | null {
  const { content, cue, source, said, act, addressee, medium, via, within } = statement
  const spans: readonly Span[] = [
    ...[content, cue, source, act.condition].flatMap((part) => part.spans),
    ...[said.span, addressee?.span, medium?.span].flatMap((span) => span ?? []),
    ...via.map((relay) => relay.span),
  ]
  if (!spans.every(({ start, end }) => 0 <= start && start <= end && end <= text.length))
    return 'a span of it reaches beyond the text'
  if (content.spans.length === 0 || statement.id !== statementId(id, content.spans))
    return 'its id is not that of its document and the place of its words'
  const parts: readonly [string, Anchored][] = [
    ['words', content],
    ['cue', cue],
    ['source', source],
    ['condition', act.condition],
  ]
  const wrong = parts.find(([, part]) => joinedText(text, part.spans) !== part.text)
  if (wrong !== undefined) return `its ${wrong[0]} are not what the text has there`
  if (said.span !== null && said.text !== null && sliceOf(text, said.span) !== said.text)
    return 'its time of saying is not what the text has there'
  if (within !== null && !ids.has(within)) return `it stands within ${within}, which is not there`
  return null
}
