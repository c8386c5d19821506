/** Pages of a batch into the store one after the other, those that are ready together in one commit. */
import type { IngestDeps } from '../app/ingest-document.ts'
import type { Store } from '../app/ports.ts'

/** One page's place in the order. */
export interface Place {
  /** The page has been read: resolves when all before it have been put, or need not be. */
  turn(): Promise<void>
  readonly store: IngestDeps['store']
  /** The page is through, whatever came of it. */
  leave(): void
}

/**
 * Puts what has been read without waiting for the disk in between: each page's own promise resolves when it is there. What
 * waits is put on disk as soon as the next page has not been read yet, so that nothing waits for reading.
 */
export function storingInOrder(store: Store): { next(): Place } {
  let count = 0
  let before: Promise<void> = Promise.resolve()
  const read = new Set<number>()
  return {
    next() {
      const number = count++
      const previous = before
      const { promise, resolve } = Promise.withResolvers<void>()
      before = promise
      let isPast = false
      const pass = (): void => {
        if (isPast) return
        isPast = true
        resolve()
        read.delete(number)
        if (!read.has(number + 1)) void store.flush()
      }
      return {
        turn() {
          read.add(number)
          return previous
        },
        store: {
          findByDigest: (sha256, url) => store.findByDigest(sha256, url),
          knownEntities: (keys) => store.knownEntities(keys),
          putDocument: (entry, links, original) => store.putDocument(entry, links, original, pass),
        },
        // A page that is left early must not let later ones go before those in front of it.
        leave() {
          void previous.then(pass)
        },
      }
    },
  }
}
