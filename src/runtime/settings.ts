/** What the user may set: the ledger's place, limits; from flags first, then the environment. */

export { defaultMaxBytes } from '../read/check-bytes.ts'

export interface Settings {
  /** Path of the ledger's file. */
  readonly ledger: string
  /** `create` begins a ledger where there is none; `existing` refuses. */
  readonly mode: 'create' | 'existing'
}

export const defaultLedger = 'onrecord.db'

/** The ledger named by the flag, else by `ONRECORD_LEDGER`, else `./onrecord.db`. */
export const ledgerPath = (flag: string | undefined, env: Readonly<Record<string, string | undefined>>): string =>
  flag ?? (env.ONRECORD_LEDGER || defaultLedger)
