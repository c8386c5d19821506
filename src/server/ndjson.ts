/** Whole lists as lines of JSON: page after page is asked for as the client takes it, and a failure breaks the connection. */
import type { Context } from 'hono'
import type { Page } from '../app/ports.ts'

export const NDJSON = 'application/x-ndjson'

/** Rows that are asked for at a time: another request is answered between two pages. */
const ROWS = 200

export const wantsLines = (c: Context): boolean =>
  c.req.query('format') === 'ndjson' ||
  (c.req.header('accept') ?? '').split(',').some((range) => /^\s*application\/(?:x-)?ndjson\s*(?:;|$)/i.test(range))

interface Listed extends Page<unknown> {
  /** Subjects of the user's own, before the others. */
  readonly defined?: readonly unknown[]
}

/**
 * The first page is asked for before anything is answered, so that what is wrong with a filter has its status. What fails
 * later ends the connection before the end of the body is told: nobody can take a part for the whole.
 * @param page gives the page after a cursor
 * @param cut breaks the connection: left to itself the server would end the body as if it were whole
 */
export async function linesFrom(
  page: (paging: { readonly limit: number; readonly after?: string }) => Promise<Listed>,
  after: string | undefined,
  cut: () => void,
): Promise<Response> {
  const encoder = new TextEncoder()
  let ready: Listed | null = await page({ limit: ROWS, ...(after === undefined ? {} : { after }) })
  let next: string | null = ready.next
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let found: Listed | null
        try {
          found = ready ?? (next === null ? null : await page({ limit: ROWS, after: next }))
        } catch (thrown) {
          cut()
          throw thrown
        }
        ready = null
        if (found === null) return controller.close()
        next = found.next
        const lines = [...(found.defined ?? []), ...found.rows].map((row) => `${JSON.stringify(row)}\n`).join('')
        if (lines !== '') controller.enqueue(encoder.encode(lines))
        if (next === null) controller.close()
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers: { 'content-type': NDJSON } })
}
