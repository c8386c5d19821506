/** Tests of the documentation: generated pages up to date, commands and flags real, links and paths leading somewhere. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { stalePages } from '../scripts/docs.ts'
import { parseOptions } from '../src/cli/command.ts'
import { loadCommands } from '../src/cli/commands.ts'

const root = join(import.meta.dirname, '..')
const commands = await loadCommands()

/** Our Markdown, as far as it is there. */
const pages = globSync('{*,docs/**/*,examples/*,eval/**/*,bench/**/*,test/**/*}.md', { cwd: root })
  .filter((path) => !path.startsWith('test/golden/'))
  .sort()

const contentOf = (path: string): string => readFileSync(join(root, path), 'utf8')

test('docs/cli.md and docs/errors.md are what the code says', () => {
  assert.deepEqual(stalePages(), [], 'run "npm run docs" and commit it')
})

test('every command and flag in the documentation exists', () => {
  let count = 0
  const wrong = pages.flatMap((path) =>
    codeOf(contentOf(path)).flatMap(({ line, code }) => {
      const words = commandIn(code)
      if (words === null) return []
      count++
      const problem = problemOf(words)
      return problem === null ? [] : [`${path}:${line}: ${code}: ${problem}`]
    }),
  )
  assert.deepEqual(wrong, [])
  assert.ok(count > 15, `only ${count} commands were found`)
})

test('the reader of commands sees them, and refuses what does not exist', () => {
  const text =
    'Run `onrecord add x.html`\n```sh\n$ npx onrecord list # all\ncurl -s x | onrecord add - --uri y\n```\n`onrecord`'
  const found = codeOf(text).map(({ line, code }) => [line, commandIn(code)])
  assert.deepEqual(
    found.filter(([, words]) => words !== null),
    [
      [1, ['add', 'x.html']],
      [3, ['list']],
      [4, ['add', '-', '--uri', 'y']],
    ],
  )
  assert.equal(problemOf(['add', 'x.html']), null)
  assert.equal(problemOf(['COMMAND', '--help']), null)
  assert.match(problemOf(['list'])!, /no command/)
  assert.match(problemOf(['add', '-', '--uri', 'y'])!, /--uri/)
})

test('every npm script in the documentation exists', () => {
  const { scripts } = JSON.parse(contentOf('package.json')) as { scripts: Record<string, string> }
  const wrong = pages.flatMap((path) =>
    codeOf(contentOf(path)).flatMap(({ line, code }) => {
      const [, named] = /\bnpm run (?:-s )?([\w:-]+)/.exec(code) ?? []
      const name = named ?? /\bnpm (start|test)\b/.exec(code)?.[1]
      return name === undefined || name in scripts ? [] : [`${path}:${line}: ${code}`]
    }),
  )
  assert.deepEqual(wrong, [])
  for (const [name, command] of Object.entries(scripts)) {
    for (const [file] of command.matchAll(/(?<![\w.*/-])[\w/-]+\.[jt]s\b/g)) {
      assert.ok(existsSync(join(root, file)), `npm run ${name}: there is no ${file}`)
    }
  }
})

test('every relative link leads to a file, and every anchor to a heading', () => {
  const broken = pages.flatMap((path) =>
    linksOf(contentOf(path)).flatMap(({ line, target }) => {
      if (/^[a-z]+:/i.test(target)) return []
      const [file, anchor] = target.split('#') as [string, string?]
      const place = file === '' ? path : join(dirname(path), decodeURIComponent(file))
      if (!existsSync(join(root, place))) return [`${path}:${line}: ${target}: no such file`]
      if (anchor === undefined || !place.endsWith('.md')) return []
      return anchorsOf(contentOf(place)).has(anchor) ? [] : [`${path}:${line}: ${target}: no such heading`]
    }),
  )
  assert.deepEqual(broken, [])
})

test('every file and folder of ours that the documentation names exists', () => {
  const files = new Set(globSync('{src,test,scripts,eval,bench,bin,docs,examples}/**/*', { cwd: root }))
  const names = new Set([...files].map((path) => basename(path)))
  const missing = pages.flatMap((path) =>
    codeOf(contentOf(path), 'inline').flatMap(({ line, code }) => {
      const [, name] = /^((?:src|test|scripts|eval|bench|bin|docs|examples)\/[\w./-]+|[\w-]+\.ts)$/.exec(code) ?? []
      if (name === undefined) return []
      const known = name.includes('/') ? existsSync(join(root, name)) : names.has(name)
      return known ? [] : [`${path}:${line}: ${code}`]
    }),
  )
  assert.deepEqual(missing, [])
})

interface Code {
  readonly line: number
  readonly code: string
}

/** Code of a page: inline pieces, and the lines of fenced blocks. */
function codeOf(markdown: string, kind: 'all' | 'inline' = 'all'): Code[] {
  let fenced = false
  return markdown.split('\n').flatMap((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) {
      fenced = !fenced
      return []
    }
    if (fenced) return kind === 'all' ? [{ line: index + 1, code: text.trim() }] : []
    return [...text.matchAll(/(`+)(.+?)\1/g)].map((match) => ({ line: index + 1, code: match[2]!.trim() }))
  })
}

/** The words after `onrecord` in a line of shell, up to a pipe or comment; null when it runs something else. */
function commandIn(code: string): string[] | null {
  const words = [...code.matchAll(/'([^']*)'|"([^"]*)"|[|;&><#]|[^\s|;&><'"]+/g)].map(([all, a, b]) => a ?? b ?? all)
  const at = words.findIndex((word, index) => {
    const before = words[index - 1]
    const starts = before === undefined || ['$', 'npx', 'bin', '|', ';', '&', '--', 'onrecord'].includes(before)
    return (word === 'onrecord' || word === 'node_modules/.bin/onrecord') && starts
  })
  if (at === -1 || at === words.length - 1) return null
  const rest = words.slice(at + 1)
  const end = rest.findIndex((word) => /^[|;&><#]/.test(word))
  const command = end === -1 ? rest : rest.slice(0, end)
  return command.length === 0 ? null : command
}

function problemOf([name, ...args]: readonly string[]): string | null {
  if (['COMMAND', 'help', '--help', '--version', '-h', '-V'].includes(name!)) return null
  const command = commands.find((each) => each.name === name)
  if (command === undefined) return `there is no command ${name}`
  try {
    const words = args.filter((word) => word !== '…' && word !== '[options]')
    parseArgs({ args: words, options: parseOptions(command), allowPositionals: true })
    return null
  } catch (error) {
    return (error as Error).message
  }
}

const linksOf = (markdown: string): { line: number; target: string }[] =>
  markdown.split('\n').flatMap((text, index) => {
    const outside = text.replace(/(`+).+?\1/g, '')
    const inline = [...outside.matchAll(/\]\(\s*<?([^)\s>]+)/g)]
    const reference = [...outside.matchAll(/^\s*\[[^\]]+\]:\s*(\S+)/g)]
    const html = [...outside.matchAll(/\b(?:src|href)="([^"]+)"/g)]
    return [...inline, ...reference, ...html].map((match) => ({ line: index + 1, target: match[1]! }))
  })

/** Anchors as GitHub makes them of headings. */
const anchorsOf = (markdown: string): Set<string> =>
  new Set(
    [...markdown.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
