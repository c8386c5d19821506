/** What a site allows robots (RFC 9309), asked once a day and site. */
import { createRequire } from 'node:module'
import { OnrecordError } from '../core/errors.ts'
import type { Answer } from './get.ts'

const require = createRequire(import.meta.url)
/** The package is CommonJS, and its types do not fit that: so much of it is used. */
const robotsParser = require('robots-parser') as (
  url: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined; getCrawlDelay(agent: string): number | undefined }

/** The product token that groups of a robots.txt name. */
export const PRODUCT = 'onrecord'
const KEPT_MS = 24 * 3_600_000
/** The RFC asks for half a megabyte at least; what stands behind is not read. */
const MOST_BYTES = 512 * 1024

const MOST_LINES = 5000
const LONGEST_LINE = 2000
const MOST_STARS = 5
const AGAIN_MS = 10 * 60_000

/** Rules made of wildcards take a matcher more time than any page is worth. */
const isPlain = (line: string): boolean => line.length <= LONGEST_LINE && line.split('*').length <= MOST_STARS + 1

export interface Allowance {
  /** Null where the site could not be asked: nothing is fetched then, but later it may be. */
  readonly allowed: boolean | null
  /** Seconds between two questions, where the site asks for them. */
  readonly delay: number | null
}

interface Rules {
  readonly until: number
  of(url: string): Allowance
}

export class Robots {
  readonly #rules = new Map<string, Promise<Rules>>()
  readonly #ask: (url: string) => Promise<Answer>
  readonly #now: () => number

  constructor(ask: (url: string) => Promise<Answer>, now: () => number) {
    this.#ask = ask
    this.#now = now
  }

  async allowanceOf(url: URL): Promise<Allowance> {
    const known = await this.#rules.get(url.origin)
    if (known !== undefined && known.until > this.#now()) return known.of(url.href)
    const rules = this.#rulesOf(url.origin)
    this.#rules.set(url.origin, rules)
    rules.catch(() => this.#rules.delete(url.origin))
    return (await rules).of(url.href)
  }

  async #rulesOf(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const until = this.#now() + KEPT_MS
    const all = (allowed: boolean | null): Rules => ({ until, of: () => ({ allowed, delay: null }) })
    let answer: Answer
    try {
      answer = await this.#ask(address)
    } catch (thrown) {
      // No site that anybody may ask: that is told as it is.
      if (thrown instanceof OnrecordError && thrown.code === 'address-refused') throw thrown
      // Not to be reached: nothing is allowed (section 2.3.1.4), and it is asked again sooner.
      return { ...all(null), until: this.#now() + AGAIN_MS }
    }
    if (answer.status >= 500 || answer.status === 429) return { ...all(null), until: this.#now() + AGAIN_MS }
    if (answer.status !== 200) return all(true)
    const text = Buffer.from(answer.body.subarray(0, MOST_BYTES)).toString('utf8')
    const rules = robotsParser(address, text.split('\n').filter(isPlain).slice(0, MOST_LINES).join('\n'))
    return {
      until,
      of: (url) => ({ allowed: rules.isAllowed(url, PRODUCT) !== false, delay: rules.getCrawlDelay(PRODUCT) ?? null }),
    }
  }
}
