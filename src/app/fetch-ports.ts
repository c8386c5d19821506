/** What operations ask of the network, and what a follower of feeds keeps of it. */

export type Fetched =
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'fetched'
      /** After redirects. */
      readonly url: string
      readonly bytes: Uint8Array
      readonly contentType: string
      readonly charset: string | null
      readonly etag: string | null
      readonly lastModified: string | null
    }

export interface Fetcher {
  /**
   * @param condition of an earlier answer: `unchanged` where it still holds.
   * @throws OnrecordError `address-refused`, `robots-disallow`, `fetch-failed` (with `status` and `retryAfter` where the server gave them)
   */
  fetch(
    url: string,
    condition?: { readonly etag?: string | null; readonly lastModified?: string | null },
  ): Promise<Fetched>
}

/** What is known of a source that is followed, or of a page that came from one. Plain JSON. */
export interface FollowState {
  readonly kind: 'source' | 'page'
  /** ISO instant at which it is to be asked again; null for never. */
  readonly due: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** Failures one after the other. */
  readonly failures: number
  /** Of a page: times after the first at which it is looked at again, in ms, those that are left. */
  readonly again: readonly number[]
  /** Publisher that the source gives its pages; null where they tell. */
  readonly publisher: string | null
}

/** How that stands in a store; its part of the port `Store`. */
export interface FollowStore {
  /** By address; those that are not known are left out. */
  followStates(urls: readonly string[]): Promise<ReadonlyMap<string, FollowState>>
  putFollowState(url: string, state: FollowState): Promise<void>
  /** Pages (never sources) whose time has come, the earliest first. */
  duePages(now: string, most: number): Promise<readonly { readonly url: string; readonly state: FollowState }[]>
}
