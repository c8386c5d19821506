/** Work on several items at once, results in the order of the items. */

export interface Started<Item, Result> {
  readonly item: Item
  /** Awaited by the caller, and rejected where the work failed: the others go on. */
  readonly result: Promise<Result>
}

/**
 * Starts at most `atOnce` pieces of work that the caller has not come to yet, so that neither slow work nor a slow caller
 * piles up more.
 * @param work `turn` resolves when the caller has come to the item and so is done with all before it.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, turn: Promise<void>) => Promise<Result>,
): AsyncGenerator<Started<Item, Result>> {
  const started: (Started<Item, Result> & { readonly begin: () => void })[] = []
  let next = 0
  for (;;) {
    while (started.length < atOnce && next < items.length) {
      const item = items[next++]!
      const { promise: turn, resolve: begin } = Promise.withResolvers<void>()
      const result = work(item, turn)
      // Whoever stops before its turn never awaits it.
      result.catch(() => {})
      started.push({ item, result, begin })
    }
    const first = started.shift()
    if (first === undefined) return
    first.begin()
    yield { item: first.item, result: first.result }
  }
}
