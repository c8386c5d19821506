/** What the user may set: the ledger's place, the model, limits; from flags first, then the environment. */

export { defaultMaxBytes } from '../read/check-bytes.ts'

export interface Settings {
  /** Path of the ledger's file, or an address of PostgreSQL. */
  readonly ledger: string
  /** `create` begins a ledger where there is none; `existing` refuses. */
  readonly mode: 'create' | 'existing'
}

type Environment = Readonly<Record<string, string | undefined>>

export const defaultLedger = 'onrecord.db'

/** The ledger named by the flag, else by `ONRECORD_LEDGER`, else `./onrecord.db`. */
export const ledgerPath = (flag: string | undefined, env: Environment): string =>
  flag ?? (env.ONRECORD_LEDGER || defaultLedger)

/** Whether a ledger is named by an address of PostgreSQL; all else is a path. */
export const isPostgres = (ledger: string): boolean => /^postgres(?:ql)?:\/\//i.test(ledger)

/** A ledger as it may be shown: an address without its password. */
export function shownLedger(ledger: string): string {
  if (!isPostgres(ledger)) return ledger
  try {
    const url = new URL(ledger)
    if (url.password !== '') url.password = '***'
    return url.toString()
  } catch {
    return 'postgres://…'
  }
}

/** What finds statements: the trained network, a smaller and faster one, or the rules alone. */
export const models = ['full', 'fast', 'rules'] as const
export type Model = (typeof models)[number]

export const defaultModel: Model = 'full'
