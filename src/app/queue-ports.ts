/** What working through a queue of pages asks of it. */

/** A page as it waits: its bytes, and what is known of it besides, as `ingestDocument` takes it. */
export interface QueuedPage {
  readonly bytes: Uint8Array
  readonly told: Readonly<Record<string, unknown>>
}

/** A page in the hands of one worker; another gets it where this one is not heard of. */
export interface TakenPage extends QueuedPage {
  readonly id: string
  /** Which time it is tried, 1 at first. */
  readonly attempt: number
}

export interface QueueState {
  readonly waiting: number
  readonly running: number
  /** Given up, with the reason; the first hundred of `failed`. */
  readonly failures: readonly { readonly page: string; readonly reason: string }[]
  readonly failed: number
}

/** Pages that any number of programs on any number of machines work through, each at least once. */
export interface PageQueue {
  /** Resolves when they are on disk. A page that waits already, or was given up, is not put twice. */
  put(pages: readonly QueuedPage[]): Promise<{ readonly queued: number; readonly already: number }>
  /** At most `most` pages that nobody else has, for as long as `keep` is told of them every few seconds. */
  take(most: number): Promise<readonly TakenPage[]>
  keep(pages: readonly TakenPage[]): Promise<void>
  /** It is in the ledger. */
  done(page: TakenPage): Promise<void>
  /** @param again whether another try may help; after three there is none. @returns whether there will be one */
  failed(page: TakenPage, reason: string, again: boolean): Promise<boolean>
  /** Gives back what was not begun. */
  release(pages: readonly TakenPage[]): Promise<void>
  state(): Promise<QueueState>
  /** Puts what was given up into the queue again. @returns how many pages */
  retry(): Promise<number>
  close(): Promise<void>
}

/** Seconds after which a worker that is not heard of has lost its pages. */
export const SILENCE_SECONDS = 20
