/** Where a position may have changed, as the page shows it: numbered as in the drawing, with the words of both sides. */
import type { LinkRow, StatementRow } from '../../app/ports.ts'
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { typeWords } from '../../core/links/link-words.ts'
import { anchoredIn } from '../../core/positions/anchored-words.ts'
import type { Change } from '../../core/positions/positions.ts'
import { type Html, html } from '../html.ts'
import { statementPageAddress } from '../query.ts'
import { cut, voiceWords, whenWords } from './statement-words.ts'

/** Said before, and said now. */
export interface ShownChange {
  readonly from: string
  readonly to: string
  readonly own: boolean
  /** Of a link; null where the words alone show it. */
  readonly type: string | null
  readonly before: string
  readonly after: string
}

/** More would be a list of links, which has a page of its own. */
const MOST = 20

export const changesOfPositions = (changes: readonly Change[]): ShownChange[] =>
  changes.slice(0, MOST).map(({ from, to, own, type, before, after }) => ({
    from,
    to,
    own,
    type: type === 'turned' ? null : typeWords({ type } as Parameters<typeof typeWords>[0]),
    before: before.text,
    after: after.text,
  }))

/** Conflicts among the entries of one speaker, in the order of the entries. */
export function changesOfLinks(rows: readonly LinkRow[], entries: readonly TimelineEntry[]): ShownChange[] {
  const places = new Map(entries.map(({ statement }, index) => [statement.id, index]))
  const known = rows.filter(
    ({ link }) => link.level !== 'rejected' && places.has(link.from) && places.has(link.to) && link.from !== link.to,
  )
  const ownAt = (id: string): boolean => entries[places.get(id)!]!.own
  return known
    .sort((a, b) => places.get(a.link.from)! - places.get(b.link.from)!)
    .slice(0, MOST)
    .map(({ link, from: later, to: earlier }) => ({
      from: link.to,
      to: link.from,
      own: ownAt(link.from) && ownAt(link.to),
      type: typeWords(link),
      before: shown(earlier, link.because),
      after: shown(later, link.because),
    }))
}

/** The words on which a link rests; without any, what was said. */
function shown({ statement }: StatementRow, because: LinkRow['link']['because']): string {
  const spans = because.filter(({ of }) => of === statement.id).map(({ span }) => span)
  return anchoredIn(statement, spans).text || statement.content.text
}

/** Nothing where there are none. */
export function changeList(changes: readonly ShownChange[], entries: readonly TimelineEntry[]): Html | false {
  const known = new Map(entries.map((entry) => [entry.statement.id, entry]))
  const whole = changes.flatMap((change) => {
    const [before, after] = [known.get(change.from), known.get(change.to)]
    return before === undefined || after === undefined ? [] : [{ change, before, after }]
  })
  return (
    whole.length > 0 &&
    html`<section class="timeline changes" aria-labelledby="changes-title">
<h2 id="changes-title">Where the position may have changed</h2>
<p class="quiet">Found by comparing words; a suggestion, not a judgement. Both sides lead to what was said.</p>
<ol>
${whole.map(
  ({ change, before, after }, index) => html`<li><span class="change-number" aria-hidden="true">${index + 1}</span>
<p>${change.own ? 'May have changed' : 'May conflict, as told by others'}${change.type !== null && html`: ${change.type}`}</p>
<dl><div><dt><a href="${statementPageAddress(change.from)}">${whenWords(before.statement)}</a>${teller(before)}</dt><dd><q>${cut(change.before, 180)}</q></dd></div>
<div><dt><a href="${statementPageAddress(change.to)}">${whenWords(after.statement)}</a>${teller(after)}</dt><dd><q>${cut(change.after, 180)}</q></dd></div></dl></li>
`,
)}</ol>
</section>`
  )
}

const teller = (entry: TimelineEntry): Html | false => !entry.own && html`, <bdi>${cut(voiceWords(entry), 80)}</bdi>`
