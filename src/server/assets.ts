/** The style sheet and the client modules, with the same addresses in a checkout and in the built package. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'

export interface Asset {
  readonly type: string
  readonly body: string
  /** Strong, quoted. */
  readonly etag: string
}

/** Modules of `src/web/client`; a fixed list, so that no address can name another file. */
const modules = [
  'highlight',
  'copy',
  'search-form',
  'complete',
  'ledger',
  'keys',
  'statement',
  'follow',
  'add',
  'plot',
] as const

/** In a checkout this file is TypeScript and so are the modules; in the package both have been compiled. */
const inCheckout = import.meta.url.endsWith('.ts')

const readers = new Map<string, () => Promise<Omit<Asset, 'etag'>>>([
  ['style.css', async () => ({ type: 'text/css; charset=utf-8', body: await styleSheet() })],
  ...modules.map(
    (name) =>
      [`${name}.js`, async () => ({ type: 'text/javascript; charset=utf-8', body: await moduleSource(name) })] as const,
  ),
])

const kept = new Map<string, Promise<Asset>>()

/** The asset called `name`, or null. In the package it is read once; in a checkout again each time, so that edits show. */
export async function assetOf(name: string): Promise<Asset | null> {
  const reader = readers.get(name)
  if (reader === undefined) return null
  if (inCheckout) return withEtag(await reader())
  const known = kept.get(name) ?? reader().then(withEtag)
  kept.set(name, known)
  return known
}

const withEtag = (asset: Omit<Asset, 'etag'>): Asset => ({
  ...asset,
  etag: `"${createHash('sha256').update(asset.body).digest('hex').slice(0, 24)}"`,
})

const read = (path: string): Promise<string> => readFile(new URL(`../web/${path}`, import.meta.url), 'utf8')

/** All sheets of `src/web/styles` in the order of their names, which begin with a number. */
async function styleSheet(): Promise<string> {
  const names = (await readdir(new URL('../web/styles/', import.meta.url))).filter((name) => name.endsWith('.css'))
  return (await Promise.all(names.sort().map((name) => read(`styles/${name}`)))).join('\n')
}

async function moduleSource(name: string): Promise<string> {
  if (!inCheckout) return read(`client/${name}.js`)
  return withoutTypes(await read(`client/${name}.ts`)).replace(/(from '\.\/[a-z-]+)\.ts'/g, "$1.js'")
}

/** Node says on every first use that stripping is experimental; to a reader of the log that is noise. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
