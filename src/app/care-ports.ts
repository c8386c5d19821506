/** What operations ask of a store to keep a ledger whole. */

/** Told now and then how much of all is done. */
export type Progress = (done: number, total: number) => void

export interface BackedUp {
  /** What the copy holds. */
  readonly documents: number
  readonly statements: number
  readonly bytes: number
}

/** How a ledger is kept whole; its part of the port `Store`. */
export interface CareStore {
  /**
   * Writes a copy of the ledger as it is at one moment into a file that is not there yet, while others read and write.
   * Resolves when the copy has been read through and is on disk; else nothing is left of it.
   * @param progress may throw to give up
   * @throws OnrecordError `backup-exists`, `backup-failed`, `backup-elsewhere`.
   */
  backup(file: string, progress?: Progress): Promise<BackedUp>
}
