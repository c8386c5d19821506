/** Listens on this machine and closes without cutting off an answer. */

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Deps } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { bracketed } from './allowed-host.ts'
import { type AppOptions, createApp } from './app.ts'

export interface ServeOptions extends AppOptions {
  /** Default 127.0.0.1: nobody but this machine. */
  readonly host?: string | undefined
  /** Default 4870; 0 takes any free one. */
  readonly port?: number | undefined
}

export interface Serving {
  /** `http://127.0.0.1:4870`, with the port that was taken. */
  readonly url: string
  /** Stops listening, lets answers under way finish (at most two seconds), then resolves. */
  close(): Promise<void>
}

/** @throws OnrecordError `port-in-use`, or `port-unopenable` for a port or address that may not be used. */
export async function serve(
  deps: Pick<Deps, 'store' | 'register' | 'subjects'>,
  options: ServeOptions = {},
): Promise<Serving> {
  const { host = '127.0.0.1', port = 4870 } = options
  const app = createApp(deps, { ...options, host })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await listening(server, host, port)
  const taken = (server.address() as AddressInfo).port
  return { url: `http://${bracketed(host)}:${taken}`, close: () => closing(server) }
}

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

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(forced)
      resolve()
    })
    server.closeIdleConnections()
  })
}
