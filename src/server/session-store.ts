/** Sessions of browsers that signed in: random values, of which only hashes are kept, in memory and not for long. */
import { createHash, randomBytes } from 'node:crypto'
import type { Role } from './guard-table.ts'

/** A working day; after it one signs in again. */
export const SESSION_SECONDS = 12 * 60 * 60

/** Of more, the oldest are forgotten. */
export const MOST_SESSIONS = 1000

export interface SessionStore {
  /** @returns the value for the cookie. */
  open(role: Role): string
  roleOf(value: string): Role | null
  close(value: string): void
}

/** @param now milliseconds of any clock that only goes forward. */
export function sessionStore(now: () => number): SessionStore {
  const sessions = new Map<string, { readonly role: Role; readonly until: number }>()
  return {
    open(role) {
      const value = randomBytes(32).toString('base64url')
      sessions.set(hashed(value), { role, until: now() + SESSION_SECONDS * 1000 })
      if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value!)
      return value
    },
    roleOf(value) {
      const session = sessions.get(hashed(value))
      if (session === undefined) return null
      if (session.until > now()) return session.role
      sessions.delete(hashed(value))
      return null
    },
    close: (value) => void sessions.delete(hashed(value)),
  }
}

const hashed = (value: string): string => createHash('sha256').update(value).digest('base64')
