/** Assistants at `/mcp`: the streamable HTTP transport, behind the same guard as everything else. */
import type { Context, Hono } from 'hono'
import { OnrecordError } from '../core/errors.ts'

/** What answers them; the command passes it in, since this room does not know that one. */
export interface McpDoor {
  /** How many of the messages ask for something that changes the ledger. */
  writesIn(messages: readonly unknown[]): Promise<number>
  /** @param mayWrite without it the tools that change the ledger are not there. */
  answer(request: Request, given: { readonly body: unknown; readonly mayWrite: boolean }): Promise<Response>
  /** Ends what clients listen to, which has no end of its own. */
  close(): Promise<void>
}

export interface McpRouteOptions {
  readonly readOnly: boolean
  /** @throws OnrecordError `too-many`. */
  countWrite(c: Context): void
}

export function mcpRoute(app: Hono, door: McpDoor, { readOnly, countWrite }: McpRouteOptions): void {
  app.post('/mcp', async (c) => {
    const body = await jsonOf(c)
    const mayWrite = !readOnly && c.get('role') === 'editor'
    const writes = mayWrite ? await door.writesIn(Array.isArray(body) ? body : [body]) : 0
    for (let n = 0; n < writes; n++) countWrite(c)
    return door.answer(c.req.raw, { body, mayWrite })
  })
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (cause) {
    throw new OnrecordError('bad-body', { what: 'JSON' }, { cause })
  }
}
