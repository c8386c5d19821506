/** The packages that only HTML needs, each loaded when it is first used: they take long to load, and a plain text needs none. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const htmlparser2 = () => require('htmlparser2') as typeof import('htmlparser2')
export const linkedom = () => require('linkedom') as typeof import('linkedom')
export const readability = () => require('@mozilla/readability') as typeof import('@mozilla/readability')
