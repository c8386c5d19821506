/** Listens, on this machine unless told otherwise, and closes without cutting off an answer or forgetting a page it took. */

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { OnrecordError } from '../core/errors.ts'
import { bracketed } from './allowed-host.ts'
import { type AppOptions, appWithAdditions } from './app.ts'
import type { ServerDeps } from './routes.ts'

export type { McpDoor } from './mcp-route.ts'

export interface ServeOptions extends AppOptions {
  /** Default 127.0.0.1: nobody but this machine. Any other takes `tokens`. */
  readonly host?: string | undefined
  /** Default 4870; 0 takes any free one. */
  readonly port?: number | undefined
}

export interface Serving {
  /** `http://127.0.0.1:4870`, with the port that was taken. */
  readonly url: string
  /** Pages that were accepted and are not yet read. */
  pending(): number
  /**
   * Stops listening and lets answers under way and accepted pages finish, for at most so long.
   * @param graceMs default half a minute.
   * @returns accepted pages that were not read in that time.
   */
  close(graceMs?: number): Promise<number>
}

/** The whole of a request must have come within, headers included; an upload over a slow line takes its time. */
export const REQUEST_SECONDS = 120
export const HEADERS_SECONDS = 20
export const MOST_CONNECTIONS = 1000
export const GRACE_MS = 30_000
/** What assistants asked for is answered by then; what they only listen to would go on for ever. */
const LISTENERS_MS = 2000

/**
 * @throws OnrecordError `port-in-use`, or `port-unopenable` for a port or address that may not be used; `token-needed` where
 * others could reach a server without tokens; `token-unusable`.
 */
export async function serve(deps: ServerDeps, options: ServeOptions = {}): Promise<Serving> {
  const { host = '127.0.0.1', port = 4870, publicUrl } = options
  if (options.tokens === undefined) {
    if (!isLoopback(host)) throw new OnrecordError('token-needed', { host: `--host ${host}` })
    if (publicUrl !== undefined) throw new OnrecordError('token-needed', { host: `--public-url ${publicUrl}` })
  }
  const { app, additions } = appWithAdditions(deps, { ...options, host })
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      requestTimeout: REQUEST_SECONDS * 1000,
      headersTimeout: HEADERS_SECONDS * 1000,
      connectionsCheckingInterval: 5000,
    },
  }) as Server
  server.maxConnections = MOST_CONNECTIONS
  await listening(server, host, port)
  const taken = (server.address() as AddressInfo).port
  return {
    url: `http://${bracketed(host)}:${taken}`,
    pending: () => additions?.pending() ?? 0,
    async close(graceMs = GRACE_MS) {
      const listeners = setTimeout(() => void options.mcp?.close(), Math.min(graceMs, LISTENERS_MS))
      await within(graceMs, Promise.all([closing(server), additions?.stop()]))
      clearTimeout(listeners)
      server.closeAllConnections()
      await options.mcp?.close()
      return additions?.abandon() ?? 0
    },
  }
}

/** Addresses that only this machine reaches. */
const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new OnrecordError('port-in-use', { port, host }, { cause: error }))
      else
        reject(
          new OnrecordError('port-unopenable', { port, host, reason: error.code ?? error.message }, { cause: error }),
        )
    })
    server.listen(port, host, resolve)
  })
}

/** Resolves when the last answer under way is out. */
function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy is kept for a next request, which must not come any more.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Waits for `work`, but no longer than so many milliseconds. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, over])
  clearTimeout(timer)
}
