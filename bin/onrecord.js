#!/usr/bin/env node
// Starts the program: compiled code in an installed package, the sources themselves in a checkout.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `onrecord: needs Node.js 24 or later, and this is ${process.versions.node}: install a newer one, or run it with "npx"`,
  )
  process.exit(78)
}

// Compiled code is kept for the next start, in a folder that is the user's own: others could write to the one for
// temporary files. Where it cannot be written, or NODE_DISABLE_COMPILE_CACHE is set, starting takes longer.
const cache = process.env.NODE_COMPILE_CACHE || cacheFolder()
if (cache !== null) module.enableCompileCache(cache)

const source = new URL('../src/cli/main.ts', import.meta.url)
const compiled = new URL('../dist/cli/main.js', import.meta.url)
const { main } = await import((existsSync(source) ? source : compiled).href)
process.exitCode = await main(process.argv.slice(2))

function cacheFolder() {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  try {
    if (process.platform === 'win32') return LOCALAPPDATA ? join(LOCALAPPDATA, 'onrecord', 'code') : null
    if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'onrecord')
    return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'onrecord')
  } catch {
    // A user without a home.
    return null
  }
}
