/** Opens the ledger: what stands behind the port `Store`. */
import type { Store } from '../app/ports.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { shippedLinker } from './linker.ts'
import { isPostgres, type Settings } from './settings.ts'

/**
 * A file, or an address of PostgreSQL.
 * @throws OnrecordError of the ledger's part of the error table; of PostgreSQL not before something is asked of it.
 */
export const openStore = ({ ledger, mode }: Settings): Store =>
  isPostgres(ledger)
    ? opened(async () => {
        const { openPostgresStore } = await import('../store/postgres/postgres.ts')
        return openPostgresStore(ledger, { mode, linker: shippedLinker() })
      })
    : openSqliteStore(ledger, { mode, linker: shippedLinker() })

/** A store that is opened at the first call: the driver of PostgreSQL takes longer to load than most commands to run. */
function opened(open: () => Promise<Store>): Store {
  let store: Promise<Store> | null = null
  // Every method of a store gives a promise, so that one way of calling serves all of them.
  const call = async (name: keyof Store, args: readonly unknown[]): Promise<unknown> => {
    if (name === 'close' && store === null) return
    store ??= open()
    const method = (await store)[name] as (...args: readonly unknown[]) => Promise<unknown>
    return method.apply(await store, [...args])
  }
  return new Proxy({} as Store, {
    get: (_, name) => (name === 'then' ? undefined : (...args: unknown[]) => call(name as keyof Store, args)),
  })
}
