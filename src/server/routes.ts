/** What every group of routes is given: the dependencies, and how a request is read. */
import type { Context } from 'hono'
import type { Deps } from '../app/ports.ts'
import { prefersJson } from './accept.ts'

/** What the pages and the API use. */
export type ServerDeps = Pick<Deps, 'store' | 'register' | 'subjects'>

export const paramsOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams

/** Does the request ask for the JSON twin of a page? */
export const wantsJson = (c: Context): boolean => prefersJson(c.req.header('accept'))

/**
 * Ends a body that cannot be finished, so that nobody takes a part for the whole: left to itself the server would end it as if it
 * were complete. Nothing without a socket, as in a test.
 */
export function breakConnection(c: Context): void {
  const { outgoing } = (c.env ?? {}) as { outgoing?: { destroy(): void } }
  outgoing?.destroy()
}

/** Where people reach the server: what a proxy shows, or else the address that the request came to. No slash at its end. */
export const originOf = (c: Context, publicUrl: string | undefined): string =>
  publicUrl === undefined ? new URL(c.req.url).origin : new URL(publicUrl).origin
