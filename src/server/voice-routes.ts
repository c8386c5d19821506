/** The pages of speakers and of subjects: who said what over time. */
import type { Hono } from 'hono'
import { speakerPage } from '../web/speaker-page.ts'
import { subjectPage } from '../web/subject-page.ts'
import { asked } from './asked.ts'
import { type ServerDeps, wantsJson } from './routes.ts'

export function voiceRoutes(app: Hono, deps: ServerDeps): void {
  const ask = asked(deps)

  app.get('/speakers/:id', async (c) => {
    const answer = await ask.speaker(c)
    return wantsJson(c) ? c.json(answer) : c.html(speakerPage(answer, c.req.param('id')))
  })

  app.get('/subjects/:name', async (c) => {
    const answer = await ask.subject(c)
    return wantsJson(c) ? c.json(answer) : c.html(subjectPage(answer, c.req.param('name')))
  })
}
