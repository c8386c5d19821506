/** What a site allows robots (RFC 9309), asked once a day and site. */
import { createRequire } from 'node:module'
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

export interface Allowance {
  readonly allowed: boolean
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
    return (await rules).of(url.href)
  }

  async #rulesOf(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const until = this.#now() + KEPT_MS
    const all = (allowed: boolean): Rules => ({ until, of: () => ({ allowed, delay: null }) })
    let answer: Answer
    try {
      answer = await this.#ask(address)
    } catch {
      // Not to be reached: nothing is allowed (section 2.3.1.4), and it is asked again sooner.
      return { ...all(false), until: this.#now() + KEPT_MS / 24 }
    }
    if (answer.status >= 500 || answer.status === 429) return { ...all(false), until: this.#now() + KEPT_MS / 24 }
    if (answer.status !== 200) return all(true)
    const rules = robotsParser(address, Buffer.from(answer.body.subarray(0, MOST_BYTES)).toString('utf8'))
    return {
      until,
      of: (url) => ({ allowed: rules.isAllowed(url, PRODUCT) !== false, delay: rules.getCrawlDelay(PRODUCT) ?? null }),
    }
  }
}
