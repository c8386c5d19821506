/** Whether a request that may change something was sent by a page of this server, and not by one of another site. */
import type { Context } from 'hono'
import { OnrecordError } from '../core/errors.ts'

/** A body that a form of any site can send without asking first. */
const formTypes: ReadonlySet<string> = new Set(['application/x-www-form-urlencoded', 'multipart/form-data'])

export const mediaTypeOf = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()

/**
 * Browsers say where a request comes from in `Sec-Fetch-Site` and `Origin`, and no page can make them lie; programs send neither.
 * @param publicUrl where the server is reached through a proxy.
 * @throws OnrecordError `cross-site`.
 */
export function checkOrigin(c: Context, publicUrl: string | undefined): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin') throw new OnrecordError('cross-site')
  // "null" is what a page without an origin sends, a sandboxed one of ours included; only the browser's own word helps then.
  const vouched = origin === 'null' && site === 'same-origin'
  if (origin !== undefined && !vouched && !isOwn(c, origin, publicUrl)) throw new OnrecordError('cross-site')
  const isForm = formTypes.has(mediaTypeOf(c))
  const byToken = c.req.header('authorization') !== undefined
  if (isForm && !byToken && site === undefined && origin === undefined) throw new OnrecordError('cross-site')
}

function isOwn(c: Context, origin: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  if (publicUrl !== undefined && new URL(publicUrl).origin === `${protocol}//${host}`) return true
  const own = c.req.header('host') ?? new URL(c.req.url).host
  // A proxy takes TLS away, so that the scheme says nothing; the default port may be written or not.
  return URL.canParse(`${protocol}//${own}`) && new URL(`${protocol}//${own}`).host === host
}
