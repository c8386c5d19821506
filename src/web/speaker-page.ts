/** The page of one speaker: what they said over time, who reports them, to whom they speak, and where they stand. */
import type { Office, SpeakerAnswer } from '../app/get-speaker.ts'
import type { LinkRow, SpeakerProfile, SpeakerRow } from '../app/ports.ts'
import type { Timeline } from '../app/timeline-entries.ts'
import { titleWords } from '../core/title-words.ts'
import { named } from './circumstances.ts'
import { countList } from './count-list.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { changeList, changesOfLinks } from './plot/changes.ts'
import { actLanes, isOfOne, lastDay, subjectLanes, timelineFigure } from './plot/figure.ts'
import { periodCounts } from './plot/period-counts.ts'
import { addressOf, speakerAddress, statementAddress, subjectAddress } from './query.ts'
import { between, choices, sayings, speakerRows, type VoiceView, viewAddress } from './voice-parts.ts'
import { counted, dateInWords } from './wording.ts'

export interface SpeakerView {
  readonly answer: SpeakerAnswer
  /** Between two days, where they are asked for; otherwise the answer's own. */
  readonly timeline: Timeline
  /** The name or id of the address. */
  readonly asked: string
  readonly view: VoiceView
  /** Conflicts of what they said. */
  readonly conflicts: readonly LinkRow[]
  /** Statements of those who speak for them: a state's, an organisation's. */
  readonly spokenFor: number
}

export function speakerPage(whole: SpeakerView): string {
  const { answer, asked } = whole
  const { speaker, others } = answer
  return page({
    title: speaker?.name ?? asked,
    section: 'speakers',
    twin: `/api/v1${speakerAddress(asked)}`,
    modules: speaker === null ? [] : ['plot'],
    body: speaker === null ? choices(asked, others, addressOfRow) : profile(whole, speaker),
  })
}

const addressOfRow = ({ entity, name }: SpeakerRow): string => speakerAddress(entity?.id ?? name)

function profile(
  { answer, timeline, asked, view, conflicts, spokenFor }: SpeakerView,
  speaker: NonNullable<SpeakerAnswer['speaker']>,
): Html {
  const path = speakerAddress(asked)
  const filter = speaker.entity?.id ?? speaker.name
  const entries = [...timeline.dated, ...timeline.undated]
  const changes = changesOfLinks(conflicts, entries)
  const lanes = [actLanes, subjectLanes(entries)]
  const chosen = lanes.find(({ name }) => name === view.lanes) ?? actLanes
  const { html: drawing, plot } = timelineFigure({
    ...timeline,
    choices: lanes,
    chosen,
    changes,
    named: false,
    laneAddress: (name) => viewAddress(path, view, { lanes: name }),
    barAddress: ({ first, last }, lane) => {
      const kind = chosen === actLanes ? { act: lane.name } : { about: lane.name }
      const only = isOfOne(chosen, lane.name) ? kind : {}
      return addressOf('/', {}, { speaker: filter, ...only, 'said-from': first, 'said-to': last })
    },
    laterAddress:
      timeline.dated.length < timeline.datedTotal && timeline.dated.length > 0
        ? viewAddress(path, view, { from: lastDay(timeline.dated) })
        : null,
  })
  return html`<article class="person">
<header class="document-head">
<p class="kicker">${speaker.entity === null ? 'a name; who bears it is not known' : speaker.entity.kind} <span aria-hidden="true">·</span> ${counted(speaker.statements, 'statement')}</p>
<h1 class="headline"><bdi>${speaker.name}</bdi></h1>
</header>
${facts(speaker)}
${spokenFor > 0 && html`<p class="spoken-for"><a href="${addressOf('/', {}, { 'speaks-for': filter })}">${counted(spokenFor, 'statement')} of those who speak for <bdi>${speaker.name}</bdi></a></p>`}
<div class="voice">
<div class="voice-main">
${between(path, view)}
${drawing}
${changeList(changes, entries)}
${periodCounts(entries, timeline.datedTotal + timeline.undatedTotal)}
</div>
<div class="voice-side">
${countList('about', 'Speaks about', rowsTo(speaker.subjects, subjectAddress))}
${positionsLinks(path, speaker)}
${countList(
  'reported',
  'Reported by',
  rowsTo(speaker.publishers, (publisher) => addressOf('/', {}, { speaker: filter, publisher })),
)}
${countList('to', 'Speaks to', speaker.addressees.map(toParty))}
${countList('where', 'Speaks in', speaker.media.map(toParty))}
${countList(
  'acts',
  'Acts',
  rowsTo(speaker.acts, (act) => addressOf('/', {}, { speaker: filter, act })),
)}
${answer.others.length > 0 && html`<section class="count-list"><h2>Also under a like name</h2>${speakerRows(answer.others, addressOfRow)}</section>`}
</div>
<div class="voice-rest">
${sayings({ timeline, named: false, marked: plot?.isCounted === false, allAddress: addressOf('/', {}, { speaker: filter }) })}
</div>
</div>
</article>`
}

const rowsTo = (
  rows: readonly { readonly name: string; readonly statements: number }[],
  address: (name: string) => string,
) => rows.map(({ name, statements }) => ({ name, statements, address: address(name) }))

const toParty = ({ name, entity, statements }: SpeakerProfile['addressees'][number]) => ({
  name,
  statements,
  address: entity === null ? null : speakerAddress(entity),
})

/** Positions need more than one statement on the subject. */
const positionsLinks = (path: string, { subjects }: SpeakerProfile): Html | false => {
  const several = subjects.filter(({ statements }) => statements > 1).slice(0, 8)
  return (
    several.length > 0 &&
    html`<section class="count-list" aria-labelledby="positions-title"><h2 id="positions-title">Positions over time</h2>
<ul>${several.map(({ name }) => html`<li><a href="${viewAddress(path, { about: name })}">on <bdi>${name}</bdi></a></li>\n`)}</ul></section>`
  )
}

const facts = ({ entity, names, roles, offices, speaksFor }: SpeakerProfile & { offices: readonly Office[] }): Html =>
  html`<section class="provenance" aria-label="About this speaker">
<dl>
${fact(
  'Names in texts',
  names.map(({ name, statements }) => html`<bdi>${name}</bdi> <span class="count">${statements}</span>`),
)}
${fact('Roles in texts', roles.map(role))}
${fact('Offices', offices.map(office))}
${fact(
  'Speaks for',
  speaksFor.map(({ name, entity }) => named(name, entity)),
)}
${fact('Id', entity === null ? [] : [html`<span class="code">${entity.id}</span>`])}
</dl>
</section>`

/** The rest of a long list is folded away. */
const MOST_VALUES = 3

const fact = (name: string, values: readonly Html[]): Html | false =>
  values.length > 0 &&
  html`<div><dt>${name}</dt><dd>${values.slice(0, MOST_VALUES).map((value) => html`<p>${value}</p>`)}${
    values.length > MOST_VALUES &&
    html`<details><summary>${values.length - MOST_VALUES} more</summary>${values.slice(MOST_VALUES, 60).map((value) => html`<p>${value}</p>`)}</details>`
  }</dd></div>`

const role = ({ role, of, from, to, evidence }: SpeakerProfile['roles'][number]): Html =>
  html`<a href="${statementAddress(evidence.document, evidence.statement)}"><bdi>${titleWords(role, of, '')}</bdi></a> <span class="quiet">${
    from === null || to === null
      ? 'undated'
      : from === to
        ? dateInWords(from)
        : `${dateInWords(from)} to ${dateInWords(to)}`
  }</span>`

const office = ({ role, of, start, end, asOf }: Office): Html =>
  html`<bdi>${role}</bdi>, <bdi>${of}</bdi> <span class="quiet">${start === null ? 'beginning not known' : dateInWords(start)} to ${
    end !== null ? dateInWords(end) : asOf === null ? 'end not known' : `at least ${dateInWords(asOf)}`
  }, from the register</span>`
