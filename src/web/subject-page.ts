/** The dossier of one subject: who says what about it over time, and what else they speak about. */
import type { SubjectAnswer } from '../app/get-subject.ts'
import type { Timeline } from '../app/timeline-entries.ts'
import { countList } from './count-list.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { actLanes, isOfOne, lastDay, speakerLanes, timelineFigure } from './plot/figure.ts'
import { periodCounts } from './plot/period-counts.ts'
import { speakersOf } from './plot/speaker-names.ts'
import { addressOf, subjectAddress } from './query.ts'
import { between, sayings, type VoiceView, viewAddress } from './voice-parts.ts'
import { counted, dateInWords } from './wording.ts'

export interface SubjectView {
  readonly answer: SubjectAnswer
  /** Between two days, where they are asked for; otherwise the answer's own. */
  readonly timeline: Timeline
  /** The name of the address. */
  readonly asked: string
  readonly view: VoiceView
}

export function subjectPage({ answer, timeline, asked, view }: SubjectView): string {
  const { subject, speakers, acts, publishers, related } = answer
  const path = subjectAddress(asked)
  const entries = [...timeline.dated, ...timeline.undated]
  const bySpeaker = speakerLanes(entries)
  const lanes = [bySpeaker, actLanes]
  const chosen = lanes.find(({ name }) => name === view.lanes) ?? bySpeaker
  const { html: drawing, plot } = timelineFigure({
    ...timeline,
    choices: lanes,
    chosen,
    changes: [],
    named: true,
    laneAddress: (name) => viewAddress(path, view, { lanes: name }),
    barAddress: ({ first, last }, lane) => {
      const kind = chosen === actLanes ? { act: lane.name } : { speaker: bySpeaker.filterOf!(lane.name) }
      const only = isOfOne(chosen, lane.name) ? kind : {}
      return addressOf('/', {}, { about: subject.name, ...only, 'said-from': first, 'said-to': last })
    },
    laterAddress:
      timeline.dated.length < timeline.datedTotal && timeline.dated.length > 0
        ? viewAddress(path, view, { from: lastDay(timeline.dated) })
        : null,
  })
  // Counted by name where not all of them are here.
  const isWhole = entries.length === subject.statements
  const spoken = isWhole ? speakersOf(entries).counts : speakers.map((row) => ({ ...row, value: row.name }))
  const about = (filter: Parameters<typeof addressOf>[2]): string =>
    addressOf('/', {}, { about: subject.name, ...filter })
  return page({
    title: subject.name,
    section: 'subjects',
    twin: `/api/v1${path}`,
    modules: ['plot'],
    body: html`<article class="person">
<header class="document-head">
<p class="kicker">${subject.own ? 'a subject of your own' : 'a subject'} <span aria-hidden="true">·</span> ${counted(subject.statements, 'statement')}${overTime(subject)}</p>
<h1 class="headline"><bdi>${subject.name}</bdi></h1>
${subject.own && html`<p class="quiet">All that answers <span class="code">${subject.query}</span></p>`}
</header>
<div class="voice">
<div class="voice-main">
${between(path, view)}
${subject.statements === 0 ? nothing(subject.query) : drawing}
${periodCounts(entries, timeline.datedTotal + timeline.undatedTotal)}
</div>
<div class="voice-side">
${countList(
  'speakers',
  'Who speaks about it',
  spoken.map(({ name, value, statements }) => ({ name, statements, address: viewAddress(path, { speaker: value }) })),
)}
${spoken.length > 0 && html`<p class="quiet">Each name leads to the positions of that speaker on this subject.</p>`}
${countList(
  'acts',
  'Acts',
  acts.map(({ name, statements }) => ({ name, statements, address: about({ act: name }) })),
)}
${countList(
  'related',
  'Spoken of together with',
  related.map(({ name, statements }) => ({ name, statements, address: subjectAddress(name) })),
)}
${countList(
  'publishers',
  'Reported by',
  publishers.map(({ name, statements }) => ({ name, statements, address: about({ publisher: name }) })),
)}
</div>
<div class="voice-rest">
${sayings({ timeline, named: true, marked: plot?.isCounted === false, allAddress: about({}) })}
</div>
</div>
</article>`,
  })
}

const nothing = (query: string): Html =>
  html`<div class="nothing"><p>No statement of the ledger answers <span class="code">${query}</span> yet. Statements that are added later are found by it, too.</p></div>`

const overTime = ({ first, last }: SubjectAnswer['subject']): Html | false =>
  first !== null &&
  last !== null &&
  html` <span aria-hidden="true">·</span> ${first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`}`
