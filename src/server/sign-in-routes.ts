/** Signing in and out with a browser: the token once, then a session in a cookie. */
import type { Context, Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { asOnrecordError } from '../core/errors.ts'
import { signInPage } from '../web/sign-in-page.ts'
import { type Access, cookieNames, sessionRole, sessionValues } from './guard.ts'
import { headersOf, statusOfCode } from './problem.ts'
import { SESSION_SECONDS } from './session-store.ts'

/** @param access null where the server has no tokens: everybody is an editor then, and the page says so. */
export function signInRoutes(app: Hono, access: Access | null, publicUrl: string | undefined): void {
  app.get('/sign-in', (c) => {
    const role = access === null ? 'owner' : sessionRole(c, access)
    const to = c.req.query('to')
    if (role !== null && to !== undefined) return c.redirect(localPath(to), 303)
    return c.html(signInPage({ to: localPath(to), role, problem: null }))
  })

  app.post('/sign-in', async (c) => {
    const form = await c.req.parseBody()
    const to = localPath(form.to)
    if (access === null) return c.redirect(to, 303)
    try {
      const role = access.roleOfToken(c, typeof form.token === 'string' ? form.token.trim() : '')
      forget(c, access)
      const safe = isSafe(c, publicUrl)
      setCookie(c, safe ? cookieNames.safe : cookieNames.plain, access.sessions.open(role), {
        httpOnly: true,
        sameSite: 'Strict',
        secure: safe,
        path: '/',
        maxAge: SESSION_SECONDS,
      })
      return c.redirect(to, 303)
    } catch (thrown) {
      const error = asOnrecordError(thrown)
      if (error.code !== 'wrong-token' && error.code !== 'too-many') throw error
      const problem = `${error.message[0]!.toUpperCase()}${error.message.slice(1)}. ${error.hint}`
      return c.html(signInPage({ to, role: null, problem }), statusOfCode(error.code), headersOf(error))
    }
  })

  app.post('/sign-out', (c) => {
    if (access !== null) forget(c, access)
    deleteCookie(c, cookieNames.plain, { path: '/' })
    if (isSafe(c, publicUrl)) deleteCookie(c, cookieNames.safe, { path: '/', secure: true })
    return c.redirect('/sign-in', 303)
  })
}

function forget(c: Context, { sessions }: Access): void {
  for (const value of sessionValues(c)) sessions.close(value)
}

/** Whether the browser came over TLS, as a proxy tells; whoever tells it falsely only keeps their own browser out. */
const isSafe = (c: Context, publicUrl: string | undefined): boolean =>
  publicUrl?.startsWith('https:') === true ||
  c.req.header('x-forwarded-proto') === 'https' ||
  c.req.url.startsWith('https:')

/** A place on this server and nowhere else: what an address somebody sends says is not believed. */
export function localPath(to: unknown): string {
  const here = 'http://onrecord.invalid'
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, here)) return '/'
  const { origin, pathname, search } = new URL(to, here)
  return origin === here && !pathname.startsWith('//') && !pathname.startsWith('/sign-in')
    ? `${pathname}${search}`
    : '/'
}
