/** Every regular expression of the sources is attacked with texts made for it: none takes more than in proportion to their length. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { attacksOn } from './attacks.ts'
import { charactersOf } from './pattern-tree.ts'
import { patternsIn } from './patterns-in.ts'
import { slowestOf } from './time-pattern.ts'

const root = join(import.meta.dirname, '../..')
const files = globSync('src/**/*.ts', { cwd: root }).sort()
const written = new Map(files.map((file) => [file, patternsIn(readFileSync(join(root, file), 'utf8'))]))

/** Patterns that are slow on long texts and never see one, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '/<!--[\\s\\S]*?-->/g': 'src/read/decode-bytes.ts: over the first 4,096 bytes of a page',
}

function checkPattern(place: string, source: string, flags: string): void {
  const slow = slowestOf(source, flags)
  if (slow === null) return
  const name = `/${source}/${flags}`
  if (Object.hasOwn(EXCEPTIONS, name) && EXCEPTIONS[name]!.startsWith(place.split(':')[0]!)) return
  assert.fail(`${place}: ${name} is slow on ${slow.length} characters made of ${JSON.stringify(slow.attack)}`)
}

test('patterns as they are written', () => {
  const known = new Set<string>()
  for (const [file, { patterns }] of written) {
    for (const { source, flags, line } of patterns) {
      const key = `${flags} ${source}`
      if (known.has(key)) continue
      known.add(key)
      assert.doesNotThrow(
        () => new RegExp(source, flags),
        `${file}:${line}: /${source}/${flags} was not read as it is written`,
      )
      checkPattern(`${file}:${line}`, source, flags)
    }
  }
  assert.ok(known.size > 500, `only ${known.size} patterns were found`)
})

test('every exception is still there', () => {
  const all = [...written].flatMap(([file, { patterns }]) =>
    patterns.map(({ source, flags }) => `${file} /${source}/${flags}`),
  )
  for (const [name, reason] of Object.entries(EXCEPTIONS)) {
    const [file] = /^src\/[\w/.-]+/.exec(reason) ?? []
    assert.ok(all.includes(`${file} ${name}`), `${name}: ${reason}`)
  }
})

test('patterns put together while the program runs', async () => {
  const Own = globalThis.RegExp
  const made = new Map<string, { readonly source: string; readonly flags: string }[]>()
  globalThis.RegExp = new Proxy(Own, {
    construct(target, args, as) {
      const pattern = Reflect.construct(target, args, as) as RegExp
      const [, place] = /\/(src\/[\w/.-]+\.ts:\d+):\d+\)?$/.exec(new Error().stack!.split('\n')[2] ?? '') ?? []
      if (place !== undefined) made.set(place, [...(made.get(place) ?? []), pattern])
      return pattern
    },
  })
  try {
    for (const file of files) {
      // A thread's own module wants a parent; those of the browser and of the kernel are not for Node.
      if (/extraction-worker|src\/web\/client|\.as\.ts$/.test(file)) continue
      await import(join(root, file))
    }
    // Made only for JSON that nothing else can read.
    const { readLinkedData } = (await import(
      join(root, 'src/read/json-ld.ts')
    )) as typeof import('../../src/read/json-ld.ts')
    readLinkedData(['{"@type": "NewsArticle", "headline": "A headline" no JSON}'], [])
  } finally {
    globalThis.RegExp = Own
  }
  const sites = [...written].flatMap(([file, { built }]) => built.map((line) => `${file}:${line}`))
  assert.ok(sites.length > 3)
  assert.deepEqual(
    sites.filter((site) => !made.has(site)),
    [],
    'no pattern was made there: this test has to be taught how one is',
  )
  for (const [place, patterns] of made) for (const { source, flags } of patterns) checkPattern(place, source, flags)
})

test('the guard knows slow patterns from quick ones', () => {
  const slow = ['(a|aa)+$', '\\s+$', '(?:\\p{Lu}\\p{L}* ?){2,4}\\)']
  const quick = [
    'a+',
    '(?<!\\s)\\s+$',
    '^\\s+',
    '[^"]*',
    '(?:ab)+',
    '"[^"\\n]{0,50}"',
    '\\d{4}-\\d{2}',
    '[\\p{L}--[a-z]]+',
  ]
  for (const source of slow) assert.notEqual(slowestOf(source, 'u'), null, source)
  for (const source of quick) assert.equal(slowestOf(source, source.includes('--[') ? 'v' : 'u'), null, source)
  assert.deepEqual(attacksOn('abc', ''), [])
})

test('the scanner tells patterns from divisions, comments, strings and templates', () => {
  const code = [
    'const a = b / c / d // not /this/',
    'const e = /[/"]+/g, f = x! / y! / z',
    "const s = 'no /pattern/ here' /* nor /here/ */",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code, as a text
    'const t = `nor /here/ ${u.replace(/in*side/u, `${/deep/}`)} /nor/`',
    'return /\\/x/.test(a[1] / 2 / 3) || !/neg/i.test(a) && /and/.test(b)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code, as a text
    'new RegExp(`a${b}`) // one built',
  ].join('\n')
  const { patterns, built } = patternsIn(code)
  assert.deepEqual(
    patterns.map(({ source, flags, line }) => `${line}/${source}/${flags}`),
    ['2/[/"]+/g', '4/in*side/u', '4/deep/', '5/\\/x/', '5/neg/i', '5/and/'],
  )
  assert.deepEqual(built, [6])
  assert.deepEqual(charactersOf('[^\\s\\S]', '', 2), [])
  assert.deepEqual(charactersOf('\\d', '', 1), ['1'])
})
