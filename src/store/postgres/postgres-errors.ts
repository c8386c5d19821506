/** What PostgreSQL and the way to it complain of → the rows of the error table. */
import { OnrecordError } from '../../core/errors.ts'

/** SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const diskFull = '53100'
const serialization = new Set(['40001', '40P01', '53200'])
const lockTimeout = new Set(['55P03', '57014'])
const notThere = new Set(['3D000', '28000', '28P01', '42501'])

const codeOf = (thrown: unknown): string | null => {
  const code = (thrown as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}

/** Two writers stood in each other's way, or all of them took more locks than there is room for: may try again from the start. */
export const isCollision = (thrown: unknown): boolean => serialization.has(codeOf(thrown) ?? '')

export const isLockTimeout = (thrown: unknown): boolean => lockTimeout.has(codeOf(thrown) ?? '')

/** The server went away or is starting; what was not acknowledged did not happen or did: look before trying again. */
export function isConnectionLoss(thrown: unknown): boolean {
  const code = codeOf(thrown)
  if (code === null)
    return /connection (?:terminated|ended|timeout)|timeout (?:expired|exceeded when)|query read timeout|Client (?:has encountered|was closed)/i.test(
      String(thrown),
    )
  return (
    /^(?:08|57P0[1-3]$|25P03$|53300$)/.test(code) ||
    /^E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)/.test(code)
  )
}

/** `thrown` as the error a user can act on; what is not PostgreSQL's comes back as it is. @param ledger without its password */
export function asLedgerError(thrown: unknown, ledger: string, busySeconds: number): unknown {
  if (thrown instanceof OnrecordError) return thrown
  const code = codeOf(thrown)
  const reason = thrown instanceof Error ? thrown.message || (code ?? thrown.name) : String(thrown)
  const error = (name: ConstructorParameters<typeof OnrecordError>[0], details = {}) =>
    new OnrecordError(name, { ledger, ...details }, { cause: thrown })
  if (thrown instanceof SyntaxError) return error('ledger-damaged', { reason })
  if (code === diskFull) return error('disk-full')
  if (code !== null && (serialization.has(code) || lockTimeout.has(code)))
    return error('ledger-busy', { seconds: busySeconds })
  if (code !== null && notThere.has(code)) return error('ledger-unopenable', { reason })
  if (isConnectionLoss(thrown)) return error('ledger-unreachable', { reason })
  if (code !== null && /^(?:XX00[12]|58030)$/.test(code)) return error('ledger-damaged', { reason })
  return thrown
}
