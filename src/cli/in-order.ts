/** Work on several items at once, results in the order of the items. */

export interface Started<Item, Result> {
  readonly item: Item
  /** Awaited by the caller, and rejected where the work failed: the others go on. */
  readonly result: Promise<Result>
}

/**
 * Has at most `atOnce` items in hand that the caller is not done with, so that neither slow work nor a slow caller piles
 * up more; no item is asked for beyond that.
 * @param work `turn` resolves when the caller has come to the item and so is done with all before it.
 * @throws what the items throw when the next is asked for, after the results of those before it.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item, turn: Promise<void>) => Promise<Result>,
): AsyncGenerator<Started<Item, Result>> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const started: (Started<Item, Result> & { readonly begin: () => void })[] = []
  const change = signal()
  let inHand = 0
  let isOver = false
  let fault: { readonly thrown: unknown } | null = null

  // Beside the caller: a source that is slow to give its next item keeps no result back.
  async function fill(): Promise<void> {
    try {
      while (!isOver) {
        if (inHand >= atOnce) {
          await change.next()
          continue
        }
        const next = await iterator.next()
        if (next.done === true) break
        const item = next.value
        const { promise: turn, resolve: begin } = Promise.withResolvers<void>()
        inHand++
        const result = work(item, turn)
        // Whoever stops before its turn never awaits it.
        result.catch(() => {})
        started.push({ item, result, begin })
        change.tell()
      }
    } catch (thrown) {
      fault = { thrown }
    }
    isOver = true
    change.tell()
  }

  fill()
  try {
    for (;;) {
      const first = started.shift()
      if (first !== undefined) {
        first.begin()
        yield { item: first.item, result: first.result }
        inHand--
        change.tell()
      } else if (isOver) {
        if (fault !== null) throw (fault as { thrown: unknown }).thrown
        return
      } else await change.next()
    }
  } finally {
    isOver = true
    change.tell()
    // Not awaited: it may be waiting for standard input, which nobody will write to any more.
    Promise.resolve(iterator.return?.()).catch(() => {})
  }
}

/** What each side waits for while it has nothing to do. */
function signal() {
  let { promise, resolve } = Promise.withResolvers<void>()
  return {
    next: (): Promise<void> => promise,
    tell(): void {
      resolve()
      const fresh = Promise.withResolvers<void>()
      promise = fresh.promise
      resolve = fresh.resolve
    },
  }
}
