/** `npm start`: reads the examples into the ledger, once, and serves it; arguments go to `serve`. */
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { parseOptions } from '../src/cli/command.ts'
import { main } from '../src/cli/main.ts'
import { serve } from '../src/cli/serve.ts'

const args = process.argv.slice(2)
const { values } = parseArgs({ args, options: parseOptions(serve), strict: false })
const ledger = typeof values.ledger === 'string' ? ['--ledger', values.ledger] : []
const examples = relative(process.cwd(), new URL('../examples', import.meta.url).pathname) || '.'
console.error(`reading ${examples}/ into the ledger`)
const code = await main(['add', examples, ...ledger])
process.exitCode = code === 0 ? await main(['serve', ...args]) : code
