/** The page of a statement, with its JSON twin, and the bytes a document was read from. */
import type { Hono } from 'hono'
import { getDocument } from '../app/get-document.ts'
import { getOriginal } from '../app/get-original.ts'
import { getRelations } from '../app/get-relations.ts'
import { perform } from '../app/perform.ts'
import { statementPage } from '../web/statement-page.ts'
import { asked } from './asked.ts'
import { originOf, type ServerDeps, wantsJson } from './routes.ts'

/** @param publicUrl where a proxy shows the server: what citations name. */
export function statementRoutes(app: Hono, deps: ServerDeps, publicUrl?: string): void {
  const ask = asked(deps)

  app.get('/statements/:id', async (c) => {
    if (wantsJson(c)) return c.json(await ask.statement(c))
    const relations = await perform(getRelations, deps, { id: c.req.param('id') })
    const entry = await perform(getDocument, deps, { id: relations.row.document.id })
    return c.html(statementPage(relations, entry, originOf(c, publicUrl)))
  })

  const original = async (id: string): Promise<Response> => {
    const { document, bytes } = await perform(getOriginal, deps, { id })
    // Never shown as a page of this server: whatever it is, it is a file to keep.
    const name = encodeURIComponent(document.file?.split(/[\\/]/).at(-1) ?? document.id)
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      },
    })
  }
  app.get('/documents/:id/original', (c) => original(c.req.param('id')))
  app.get('/api/v1/documents/:id/original', (c) => original(c.req.param('id')))

  app.get('/documents/:id/text', async (c) => {
    const { text } = await perform(getDocument, deps, { id: c.req.param('id') })
    return c.text(text, 200, { 'content-disposition': 'attachment' })
  })
}
