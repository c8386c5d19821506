/** Finds by place, so that those that touch a span are found without looking at all of them. */
import type { Span } from '../span.ts'
import { type Find, touches } from './find.ts'

export interface FindIndex {
  add(find: Find): void
  remove(find: Find): void
  /** Finds whose content or cue touches one of `spans`, in the order in which they were added. */
  near(spans: readonly Span[]): Find[]
  /** In the order in which they were added. */
  all(): Find[]
}

/** Characters of a bucket: a few sentences. */
const BUCKET = 512

export function indexOf(finds: readonly Find[]): FindIndex {
  const kept = new Set<Find>()
  const buckets = new Map<number, Set<Find>>()
  const bucketsOf = (spans: readonly Span[]): Set<number> => {
    const numbers = new Set<number>()
    for (const { start, end } of spans) {
      for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket++) numbers.add(bucket)
    }
    return numbers
  }
  const add = (find: Find): void => {
    kept.add(find)
    for (const bucket of bucketsOf([...find.content, ...find.cue])) {
      const own = buckets.get(bucket)
      if (own === undefined) buckets.set(bucket, new Set([find]))
      else own.add(find)
    }
  }
  for (const find of finds) add(find)
  return {
    add,
    remove(find) {
      kept.delete(find)
      for (const bucket of bucketsOf([...find.content, ...find.cue])) buckets.get(bucket)?.delete(find)
    },
    near(spans) {
      const found = new Set<Find>()
      for (const bucket of bucketsOf(spans)) {
        for (const find of buckets.get(bucket) ?? [])
          if (touches([...find.content, ...find.cue], spans)) found.add(find)
      }
      return [...found]
    },
    all: () => [...kept],
  }
}
