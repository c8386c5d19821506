/** The pages of speakers and of subjects: who said what over time; each with its JSON twin at the same address. */
import type { Context, Hono } from 'hono'
import { getSpeaker } from '../app/get-speaker.ts'
import { getSubject } from '../app/get-subject.ts'
import { getTimeline } from '../app/get-timeline.ts'
import { listLinks } from '../app/list-links.ts'
import { listSpeakers } from '../app/list-speakers.ts'
import { listStatements } from '../app/list-statements.ts'
import { listSubjects } from '../app/list-subjects.ts'
import { perform } from '../app/perform.ts'
import { positionsPage } from '../web/positions-page.ts'
import { queryOf, speakerAddress, subjectAddress, subjectQueryNames } from '../web/query.ts'
import { speakerPage } from '../web/speaker-page.ts'
import { speakersPage } from '../web/speakers-page.ts'
import { subjectPage } from '../web/subject-page.ts'
import { subjectsPage } from '../web/subjects-page.ts'
import { type VoiceView, voiceViewNames } from '../web/voice-parts.ts'
import { asked } from './asked.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

/** What a timeline can hold: as many as one answer has. */
const DRAWN = 1000
/** Positions are found by comparing each statement with each other. */
const COMPARED = 300
/** Names of a page of a list. */
const LISTED = 100

export function voiceRoutes(app: Hono, deps: ServerDeps): void {
  const ask = asked(deps)
  const listQuery = (c: Context) => queryOf(paramsOf(c), subjectQueryNames)

  app.get('/speakers', async (c) => {
    const query = listQuery(c)
    if (wantsJson(c)) return c.json(await perform(listSpeakers, deps, query))
    return c.html(speakersPage(query, await perform(listSpeakers, deps, { limit: LISTED, ...query })))
  })

  app.get('/subjects', async (c) => {
    const query = listQuery(c)
    if (wantsJson(c)) return c.json(await perform(listSubjects, deps, query))
    return c.html(subjectsPage(query, await perform(listSubjects, deps, { limit: LISTED, ...query })))
  })

  app.get('/speakers/:id', async (c) => {
    const id = c.req.param('id')
    const view: VoiceView = queryOf(paramsOf(c), voiceViewNames)
    if (view.about !== undefined) {
      const path = speakerAddress(id)
      return positions(c, { speaker: id, about: view.about, view, path, section: 'speakers' })
    }
    if (wantsJson(c)) return c.json(await ask.speaker(c))
    const [answer, timeline] = await Promise.all([
      perform(getSpeaker, deps, { speaker: id, limit: view.limit ?? DRAWN }),
      isBounded(view) ? perform(getTimeline, deps, { speaker: id, limit: DRAWN, ...boundsOf(view) }) : null,
    ])
    const entity = answer.speaker?.entity ?? null
    const speaker = entity?.id ?? answer.speaker?.name
    const [conflicts, spokenFor] = await Promise.all([
      speaker === undefined ? null : perform(listLinks, deps, { speaker, relation: 'conflicts', limit: 200 }),
      entity === null || entity.kind === 'person'
        ? null
        : perform(listStatements, deps, { 'speaks-for': entity.id, limit: 1 }),
    ])
    const page = { answer, timeline: timeline ?? answer, asked: id, view }
    return c.html(speakerPage({ ...page, conflicts: conflicts?.rows ?? [], spokenFor: spokenFor?.total ?? 0 }))
  })

  app.get('/subjects/:name', async (c) => {
    const name = c.req.param('name')
    const view: VoiceView = queryOf(paramsOf(c), voiceViewNames)
    if (view.speaker !== undefined) {
      const path = subjectAddress(name)
      return positions(c, { speaker: view.speaker, about: name, view, path, section: 'subjects' })
    }
    if (wantsJson(c)) return c.json(await ask.subject(c))
    const [answer, timeline] = await Promise.all([
      perform(getSubject, deps, { subject: name, limit: view.limit ?? DRAWN }),
      isBounded(view) ? perform(getTimeline, deps, { about: name, limit: DRAWN, ...boundsOf(view) }) : null,
    ])
    return c.html(subjectPage({ answer, timeline: timeline ?? answer, asked: name, view }))
  })

  /** One speaker on one subject, from either side. */
  async function positions(
    c: Context,
    { speaker, about, view, path, section }: Omit<Parameters<typeof positionsPage>[0], 'answer'>,
  ): Promise<Response> {
    const limit = view.limit ?? (wantsJson(c) ? undefined : COMPARED)
    const answer = await perform(getTimeline, deps, { speaker, about, limit, ...boundsOf(view) })
    return wantsJson(c) ? c.json(answer) : c.html(positionsPage({ answer, speaker, about, view, path, section }))
  }
}

const isBounded = ({ from, to }: VoiceView): boolean => from !== undefined || to !== undefined

const boundsOf = ({ from, to }: VoiceView): Pick<VoiceView, 'from' | 'to'> => ({ from, to })
