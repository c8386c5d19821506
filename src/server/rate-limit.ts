/** Token buckets: how often each client may do something, in a map that cannot grow without end. */

export interface RateLimit {
  /** Takes one of the client's. @returns 0, or the seconds until there is one again. */
  take(client: string): number
  /** What `take` would answer, without taking. */
  wait(client: string): number
}

export interface RateLimitOptions {
  /** What a client may take at once. */
  readonly burst: number
  /** What comes back in a minute. */
  readonly perMinute: number
  /** Clients remembered; of more, those that did nothing for longest are forgotten. Default 10,000. */
  readonly clients?: number
}

interface Bucket {
  readonly left: number
  readonly at: number
}

/** @param now milliseconds of any clock that only goes forward. */
export function rateLimit({ burst, perMinute, clients = 10_000 }: RateLimitOptions, now: () => number): RateLimit {
  const buckets = new Map<string, Bucket>()
  const perMs = perMinute / 60_000

  function leftOf(client: string): number {
    const bucket = buckets.get(client)
    return bucket === undefined ? burst : Math.min(burst, bucket.left + (now() - bucket.at) * perMs)
  }
  const secondsFrom = (left: number): number => (left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000)))

  return {
    wait: (client) => secondsFrom(leftOf(client)),
    take(client) {
      const left = leftOf(client)
      const wait = secondsFrom(left)
      if (wait > 0) return wait
      // Put at the end: the first of the map is whoever did nothing for longest.
      buckets.delete(client)
      buckets.set(client, { left: left - 1, at: now() })
      if (buckets.size > clients) buckets.delete(buckets.keys().next().value!)
      return 0
    },
  }
}
