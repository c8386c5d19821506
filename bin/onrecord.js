#!/usr/bin/env node
// Starts the program: compiled code in an installed package, the sources themselves in a checkout.
import { existsSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `onrecord: needs Node.js 24 or later, and this is ${process.versions.node}: install a newer one, or run it with "npx"`,
  )
  process.exit(78)
}

const source = new URL('../src/cli/main.ts', import.meta.url)
const compiled = new URL('../dist/cli/main.js', import.meta.url)
const { main } = await import((existsSync(source) ? source : compiled).href)
process.exitCode = await main(process.argv.slice(2))
