/** Public face of the stores. */
export { openSqliteStore, type SqliteOptions } from './sqlite.ts'
