/** What the user may set: the ledger's place, the model, limits; from flags first, then the environment. */

export { defaultMaxBytes } from '../read/check-bytes.ts'

export interface Settings {
  /** Path of the ledger's file. */
  readonly ledger: string
  /** `create` begins a ledger where there is none; `existing` refuses. */
  readonly mode: 'create' | 'existing'
}

type Environment = Readonly<Record<string, string | undefined>>

export const defaultLedger = 'onrecord.db'

/** The ledger named by the flag, else by `ONRECORD_LEDGER`, else `./onrecord.db`. */
export const ledgerPath = (flag: string | undefined, env: Environment): string =>
  flag ?? (env.ONRECORD_LEDGER || defaultLedger)

/** What finds statements: the trained network, a smaller and faster one, or the rules alone. */
export const models = ['full', 'fast', 'rules'] as const
export type Model = (typeof models)[number]

export const defaultModel: Model = 'full'
