/** Assistants at `/mcp`: the streamable HTTP transport, behind the same guard as everything else. */
import type { Context, Hono } from 'hono'
import { OnrecordError } from '../core/errors.ts'

/** What answers them; the command passes it in, since this room does not know that one. */
export interface McpDoor {
  /** Whether a message asks for something that changes the ledger. */
  isWrite(message: unknown): Promise<boolean>
  /** @param mayWrite without it the tools that change the ledger are not there. */
  answer(request: Request, given: { readonly body: unknown; readonly mayWrite: boolean }): Promise<Response>
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
    const messages = Array.isArray(body) ? body : [body]
    if (mayWrite) for (const message of messages) if (await door.isWrite(message)) countWrite(c)
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
