/** One line of JSON for each request, on request: when, what path, how it ended. No queries, no texts, nobody's address. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'

export interface LogLine {
  readonly time: string
  readonly method: string
  /** Without its query. */
  readonly path: string
  readonly status: number
  readonly ms: number
  /** Sent, headers included; null without a connection, as in a test. */
  readonly bytes: number | null
}

/** @param write given each line, with its line break, when the answer has been sent. */
export function requestLog(write: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const time = new Date().toISOString()
    const started = performance.now()
    const { incoming, outgoing } = (c.env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse }
    const before = incoming?.socket.bytesWritten ?? 0
    const { method, path } = c.req
    const tell = (bytes: number | null) => {
      const ms = Math.round((performance.now() - started) * 10) / 10
      const line: LogLine = { time, method, path: clipped(path), status: statusOf(c), ms, bytes }
      write(`${JSON.stringify(line)}\n`)
    }
    outgoing?.once('close', () => tell(incoming!.socket.bytesWritten - before))
    await next()
    if (outgoing === undefined) tell(null)
  }
}

const statusOf = (c: Context): number => c.res.status

const clipped = (path: string): string => (path.length <= 300 ? path : `${path.slice(0, 300)}…`)
