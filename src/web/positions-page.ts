/** What one speaker said on one subject: positions over time, and where they may have changed. */
import type { PositionedEntry, TimelineAnswer } from '../app/get-timeline.ts'
import type { SpeakerRow } from '../app/ports.ts'
import { isDated } from '../core/is-dated.ts'
import type { Position } from '../core/positions/positions.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { changeList, changesOfPositions } from './plot/changes.ts'
import { actLanes, isOfOne, type LaneChoice, lastDay, timelineFigure } from './plot/figure.ts'
import { cut, whenWords } from './plot/statement-words.ts'
import { addressOf, speakerAddress, statementPageAddress, subjectAddress } from './query.ts'
import { between, choices, sayings, type VoiceView, viewAddress } from './voice-parts.ts'
import { counted, dateInWords, langTag } from './wording.ts'

export interface PositionsView {
  readonly answer: TimelineAnswer
  /** Of the address: `/speakers/…` or `/subjects/…`. */
  readonly path: string
  readonly section: 'speakers' | 'subjects'
  /** Speaker and subject as they were asked for. */
  readonly speaker: string
  readonly about: string
  readonly view: VoiceView
}

export function positionsPage(whole: PositionsView): string {
  const { answer, section, speaker: asked, about } = whole
  const { speaker, others } = answer
  const twin = new URLSearchParams({ speaker: asked, about })
  return page({
    title: `${speaker?.name ?? asked} on ${answer.about ?? about}`,
    section,
    twin: `/api/v1/timeline?${twin}`,
    modules: speaker === null ? [] : ['plot'],
    body: speaker === null ? choices(asked, others, (row) => chosen(whole, row)) : positionsOf(whole, speaker),
  })
}

const chosen = ({ about }: PositionsView, { entity, name }: SpeakerRow): string =>
  viewAddress(speakerAddress(entity?.id ?? name), { about })

function positionsOf({ answer, path, about: asked, view }: PositionsView, speaker: SpeakerRow): Html {
  const { dated, datedTotal, undated, undatedTotal, positions } = answer
  const about = answer.about ?? asked
  const filter = speaker.entity?.id ?? speaker.name
  const entries = [...dated, ...undated]
  const total = datedTotal + undatedTotal
  const changes = changesOfPositions(entries.flatMap(({ change }) => change ?? []))
  const lanes = positions.length > 1 ? [positionLanes(entries), actLanes] : [actLanes]
  const choice = lanes.find(({ name }) => name === view.lanes) ?? lanes[0]!
  const drawing = timelineFigure({
    ...answer,
    choices: lanes,
    chosen: choice,
    changes,
    named: false,
    laneAddress: (name) => viewAddress(path, view, { lanes: name }),
    barAddress: ({ first, last }, lane) => {
      const only = choice === actLanes && isOfOne(choice, lane.name) ? { act: lane.name } : {}
      return addressOf('/', {}, { speaker: filter, about, ...only, 'said-from': first, 'said-to': last })
    },
    laterAddress:
      dated.length > 0 && dated.length < datedTotal ? viewAddress(path, view, { from: lastDay(dated) }) : null,
  })
  return html`<article class="person">
<header class="document-head">
<p class="kicker">positions over time <span aria-hidden="true">·</span> ${counted(total, 'statement')}</p>
<h1 class="headline"><a href="${speakerAddress(filter)}"><bdi>${speaker.name}</bdi></a> on <a href="${subjectAddress(about)}"><bdi>${about}</bdi></a></h1>
</header>
${between(path, view)}
${
  total === 0
    ? nothing(filter, speaker.name, about)
    : html`${drawing.html}
${changeList(changes, entries)}
${positions.length > 0 && positionList(positions, entries)}
${sayings({ timeline: answer, named: false, marked: drawing.plot?.isCounted === false, allAddress: addressOf('/', {}, { speaker: filter, about }) })}`
}
</article>`
}

const nothing = (filter: string, name: string, about: string): Html => html`<div class="nothing">
<p>No statement of <bdi>${name}</bdi> on <bdi>${about}</bdi> is in the ledger.</p>
<p><a href="${speakerAddress(filter)}">All they said</a>, or <a href="${subjectAddress(about)}">all that is said about <bdi>${about}</bdi></a>.</p>
</div>`

const positionLanes = (entries: readonly PositionedEntry[]): LaneChoice => {
  const names = new Map(entries.map(({ statement, position }) => [statement.id, position]))
  return {
    name: 'position',
    words: 'by position',
    lanes: { of: ({ statement }) => nameOf(names.get(statement.id) ?? null), rest: 'other positions' },
    none: nameOf(null),
  }
}

const nameOf = (id: string | null): string => (id === null ? 'no position' : `Position ${id.slice(1)}`)

/** The rest is in the table. */
const MOST_POSITIONS = 20

const positionList = (positions: readonly Position[], entries: readonly PositionedEntry[]): Html => {
  const known = new Map(entries.map((entry) => [entry.statement.id, entry]))
  return html`<section class="timeline positions" aria-labelledby="positions-title">
<h2 id="positions-title">Positions</h2>
<p class="quiet">Statements that seem to say the same on the same matter, with nothing in between that says the opposite.</p>
<ol>
${positions.slice(0, MOST_POSITIONS).map((position) => item(position, known))}</ol>
${positions.length > MOST_POSITIONS && html`<p class="quiet">and ${counted(positions.length - MOST_POSITIONS, 'position')} more</p>`}
</section>`
}

function item(position: Position, known: ReadonlyMap<string, PositionedEntry>): Html {
  const { id, statements, documents, own } = position
  const first = known.get(statements[0]!)!
  const told = statements.length - own
  const last = statements.length > 1 ? known.get(statements.at(-1)!)! : null
  return html`<li><h3>${nameOf(id)}</h3>
<p class="quiet">${timeOf(position)}, ${counted(statements.length, 'statement')} in ${counted(documents, 'page')}${told > 0 && html`, ${told === statements.length ? 'all' : told} told by others`}</p>
<blockquote lang="${langTag(first.document.language)}" dir="auto">${cut(first.statement.content.text, 180)}</blockquote>
<p class="quiet">${last !== null && 'First '}${linkTo(first)}${last !== null && html`, last ${linkTo(last)}`}</p>
</li>
`
}

const linkTo = ({ statement, document }: PositionedEntry): Html =>
  html`<a href="${statementPageAddress(statement.id)}">${
    isDated(statement.said)
      ? html`said ${whenWords(statement)}`
      : document.published === null
        ? 'of no known date'
        : html`published ${dateInWords(document.published)}`
  }</a>`

function timeOf({ first, last, told, published }: Position): string {
  if (first !== null) return rangeOf(first, last ?? first)
  if (told !== null) return `told by others on ${dateInWords(told)}`
  return published === null ? 'when is not known' : `when is not known, published ${rangeOf(...published)}`
}

const rangeOf = (first: string, last: string): string =>
  first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`
