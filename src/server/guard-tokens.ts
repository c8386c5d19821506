/** The tokens of a server, kept as digests: whose token is it? */
import { createHash, timingSafeEqual } from 'node:crypto'
import { OnrecordError } from '../core/errors.ts'
import type { Role } from './guard-table.ts'

export interface Tokens {
  /** May read and add. */
  readonly editor: string
  /** May read. */
  readonly reader?: string | undefined
}

/** Shorter ones can be guessed. */
const SHORTEST = 16

/**
 * Whose token a text is, null for nobody's. All are compared, in the same time whatever is wrong.
 * @throws OnrecordError `token-unusable`.
 */
export function tokenRoles({ editor, reader }: Tokens): (given: string) => Role | null {
  const known = [kept('editor', 'ONRECORD_TOKEN', editor)]
  if (reader !== undefined) known.push(kept('reader', 'ONRECORD_READER_TOKEN', reader))
  if (editor === reader) throw unusable('ONRECORD_READER_TOKEN', 'the same as ONRECORD_TOKEN')
  return (given) => {
    const digest = digestOf(given)
    let role: Role | null = null
    for (const each of known) if (timingSafeEqual(each.digest, digest)) role = each.role
    return role
  }
}

function kept(role: Role, name: string, token: string): { readonly role: Role; readonly digest: Buffer } {
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(name, 'expected letters, digits and signs of ASCII, no spaces')
  if (token.length < SHORTEST) throw unusable(name, `expected at least ${SHORTEST} characters`)
  return { role, digest: digestOf(token) }
}

const unusable = (name: string, problem: string) => new OnrecordError('token-unusable', { name, problem })

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
