/** The packages that only HTML needs, each loaded when it is first used: they take long to load, and a plain text needs none. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const htmlparser2 = () => require('htmlparser2') as typeof import('htmlparser2')
export const readability = () => require('@mozilla/readability') as typeof import('@mozilla/readability')

/** The small DOM that comes with Readability: a third faster than a whole one, for markup that is well-formed. */
export const readabilityDom = () => require('@mozilla/readability/JSDOMParser') as new () => SmallParser

interface SmallParser {
  parse(xml: string): ConstructorParameters<typeof import('@mozilla/readability').Readability>[0]
  /** Writes to standard output unless it is replaced. */
  error(message: string): void
}
