/** Tests of the house itself: who imports whom, first lines, lengths, dependencies, and what no file may hold. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const sources = globSync('src/**/*.ts', { cwd: root }).sort()

const contentOf = (path: string): string => readFileSync(join(root, path), 'utf8')

// ── rooms

interface Room {
  /** Folders of `src` besides its own; `folder (types)` for types alone. */
  readonly rooms: readonly string[]
  readonly node: boolean | readonly string[]
  readonly packages: readonly string[]
}

/** The table of ARCHITECTURE.md, to the letter; `.` is `src/index.ts`, what the package offers as a library. */
const allowed: Readonly<Record<string, Room>> = {
  core: { rooms: [], node: false, packages: [] },
  read: {
    rooms: ['core'],
    node: true,
    packages: [
      '@mozilla/readability',
      'htmlparser2',
      'eld',
      'smol-toml',
      'warcio',
      'yauzl',
      'postal-mime',
      'feedsmith',
    ],
  },
  app: { rooms: ['core', 'read'], node: ['node:crypto'], packages: ['zod'] },
  store: { rooms: ['core', 'app/ports.ts', 'app/queue-ports.ts'], node: true, packages: ['pg', 'pg-boss'] },
  fetch: {
    rooms: ['core', 'app/fetch-ports.ts'],
    node: true,
    packages: ['undici', 'ipaddr.js', 'robots-parser'],
  },
  models: { rooms: ['core', 'app/ports.ts'], node: true, packages: [] },
  web: { rooms: ['core', 'app'], node: false, packages: [] },
  'web/client': { rooms: [], node: false, packages: [] },
  server: { rooms: ['core', 'app', 'web'], node: true, packages: ['hono', '@hono/node-server'] },
  client: { rooms: ['core (types)', 'app (types)'], node: false, packages: [] },
  mcp: { rooms: ['core', 'app'], node: false, packages: ['@modelcontextprotocol/server', 'zod'] },
  cli: { rooms: ['core', 'app', 'runtime'], node: true, packages: [] },
  runtime: {
    rooms: ['core', 'read', 'app', 'store', 'models', 'fetch'],
    node: true,
    packages: ['zod', 'hyparquet', 'hyparquet-writer'],
  },
  '.': { rooms: ['core', 'app', 'runtime'], node: false, packages: [] },
}

/** Doors that a command opens: `serve` has assistants come in through the server's. */
const doors: Readonly<Record<string, readonly string[]>> = {
  'src/cli/serve.ts': ['server/serve.ts', 'mcp/server.ts'],
  'src/cli/mcp.ts': ['mcp/server.ts'],
}

const roomOf = (path: string): string => {
  const inside = relative('src', path)
  return inside.startsWith('web/client/') ? 'web/client' : inside.includes('/') ? inside.split('/')[0]! : '.'
}

interface Import {
  readonly line: number
  readonly from: string
  /** Nothing of it is left when types are stripped. */
  readonly isType: boolean
}

/** Static, type and dynamic imports, exports from elsewhere, and `import('…')` types. */
function importsOf(code: string): Import[] {
  const patterns = [
    /^[ \t]*(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\brequire\(\s*['"]([^'"]+)['"]/g,
  ]
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({
      line: lineAt(code, match.index + match[0].length),
      from: match[1]!,
      isType: /^\s*(?:import|export)\s+type\b/.test(match[0]),
    })),
  )
}

const lineAt = (code: string, index: number): number => code.slice(0, index).split('\n').length

/** Why `path` may not import `from`, or null. */
function objection(path: string, from: string, isType = false): string | null {
  const room = roomOf(path)
  const rules = allowed[room]!
  if (from.startsWith('node:')) {
    const may = Array.isArray(rules.node) ? rules.node.includes(from) : rules.node === true
    return may ? null : `${room} may not use ${from}`
  }
  if (!from.startsWith('.')) {
    const name = from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/')
    return rules.packages.includes(name) ? null : `${room} may not use the package ${name}`
  }
  const target = relative('.', join(dirname(path), from))
  if (!target.startsWith('src/')) return 'outside src'
  if (!from.endsWith('.ts')) return 'relative imports end in .ts'
  if (roomOf(target) === room || doors[path]?.includes(relative('src', target)) === true) return null
  const may = rules.rooms.some(
    (each) =>
      relative('src', target) === each || roomOf(target) === each || (isType && each === `${roomOf(target)} (types)`),
  )
  return may ? null : `${room} may not import ${roomOf(target)}`
}

test('every room of src is in the table, and imports only what it may', () => {
  const offending = sources.flatMap((path) => {
    if (!(roomOf(path) in allowed)) return [`${path}: ${roomOf(path)} is no room of the table`]
    return importsOf(contentOf(path)).flatMap(({ line, from, isType }) => {
      const reason = objection(path, from, isType)
      return reason === null ? [] : [`${path}:${line}: imports ${from}: ${reason}`]
    })
  })
  assert.deepEqual(offending, [])
})

test('the reader of imports sees every kind, and the rules refuse what they should', () => {
  const code = [
    "import { a } from './a.ts'",
    'import {',
    '  b,',
    "} from '../read/b.ts'",
    "import type { C } from 'node:fs'",
    "export * from 'zod'",
    "import './side.ts'",
    "type D = import('hono').Hono",
    "const e = await import('./e.ts')",
  ].join('\n')
  assert.deepEqual(
    importsOf(code)
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, from }) => `${line} ${from}`),
    ['1 ./a.ts', '4 ../read/b.ts', '5 node:fs', '6 zod', '7 ./side.ts', '8 hono', '9 ./e.ts'],
  )
  assert.equal(objection('src/core/x.ts', './y.ts'), null)
  assert.equal(objection('src/core/english/x.ts', '../y.ts'), null)
  assert.equal(objection('src/client/x.ts', '../app/ports.ts', true), null)
  for (const [path, from] of [
    ['src/core/x.ts', 'node:fs'],
    ['src/core/x.ts', '../app/ports.ts'],
    ['src/core/x.ts', 'zod'],
    ['src/app/x.ts', 'node:fs'],
    ['src/app/x.ts', '../store/sqlite.ts'],
    ['src/store/x.ts', '../app/perform.ts'],
    ['src/web/x.ts', 'hono'],
    ['src/web/client/x.ts', '../html.ts'],
    ['src/web/x.ts', '../server/app.ts'],
    ['src/server/x.ts', '../store/sqlite.ts'],
    ['src/cli/add.ts', '../server/serve.ts'],
    ['src/cli/serve.ts', '../server/app.ts'],
    ['src/cli/x.ts', '../store/sqlite.ts'],
    ['src/runtime/x.ts', '../cli/main.ts'],
    ['src/client/x.ts', '../app/ports.ts'],
    ['src/client/x.ts', 'node:fs'],
    ['src/core/x.ts', '../../test/x.ts'],
    ['src/core/x.ts', './y'],
  ] as const) {
    assert.notEqual(objection(path, from), null, `${path} imports ${from}`)
  }
})

test('the core has no clock, no chance, no process, no console, no net', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bconsole\.|\bglobalThis\b|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(|\bcrypto\.|\beval\(|\bnew Function\b/
  const offending = sources
    .filter((path) => roomOf(path) === 'core')
    .flatMap((path) => linesWith(path, impure, withoutComments(contentOf(path))))
  assert.deepEqual(offending, [])
})

test('no enum, namespace or parameter property: types can be stripped and nothing else is left', () => {
  const typed = globSync('{src,scripts,eval,bench,test}/**/*.ts', { cwd: root })
  const offending = typed.flatMap((path) =>
    linesWith(
      path,
      /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w|^\s*(?:export\s+)?(?:declare\s+)?namespace\s+\w|\bconstructor\([^)]*\b(?:private|public|protected|readonly)\s/,
      withoutComments(contentOf(path)),
    ),
  )
  assert.deepEqual(offending, [])
})

// ── files

test('every file says in its first line what it is for, in one sentence', () => {
  const files = globSync('{src,scripts,eval,bench,test}/**/*.ts', { cwd: root }).sort()
  assert.ok(files.length > 150)
  const offending = files.flatMap((path) => {
    const first = contentOf(path).split('\n', 1)[0]!
    return /^\/\*\* \S.*[.:!?)`'”] ?\*\/$/.test(first) ? [] : [`${path}:1: ${first}`]
  })
  assert.deepEqual(offending, [])
})

test('no file of src is longer than 300 lines', () => {
  const offending = sources.flatMap((path) => {
    const lines = contentOf(path).split('\n').length - 1
    return lines > 300 ? [`${path}: ${lines} lines`] : []
  })
  assert.deepEqual(offending, [])
})

test('no tracked file names a path of somebody’s machine or a package registry', (context) => {
  const { stdout, status } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) return context.skip('not a git checkout')
  const personal =
    /(?<![\w.~:/-])\/(?:work|home|root|Users|tmp)\/[\w.-]|\bhttps?:\/\/[\w.-]*(?:registry|npmjs|artifactory|nexus|verdaccio)[\w.-]*/
  const offending = stdout
    .split('\0')
    .filter((path) => path !== '' && path !== 'test/architecture.test.ts' && existsSync(join(root, path)))
    .flatMap((path) => linesWith(path, personal, contentOf(path)))
    .filter((line) => !line.includes('/home/ann/'))
  assert.deepEqual(offending, [])
})

// ── dependencies

const { dependencies } = JSON.parse(contentOf('package.json')) as { dependencies: Record<string, string> }

test('every dependency is imported by src', () => {
  const used = new Set(sources.flatMap((path) => importsOf(contentOf(path)).map(({ from }) => from)))
  const idle = Object.keys(dependencies).filter(
    (name) => ![...used].some((from) => from === name || from.startsWith(`${name}/`)),
  )
  assert.deepEqual(idle, [])
})

test('every dependency has its reasons in docs/decisions', (context) => {
  const folder = join(root, 'docs/decisions')
  const records = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []
  if (records.length < 3) return context.skip(`docs/decisions has ${records.length} records yet`)
  const texts = records.map((name) => contentOf(`docs/decisions/${name}`)).join('\n')
  const unexplained = Object.keys(dependencies).filter((name) => !mentions(texts, name))
  assert.deepEqual(unexplained, [])
})

/** Whether `name` stands there as a word of its own: `hono` is not in `@hono/node-server`, nor `eld` in `field`. */
const mentions = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w@/-])${name.replaceAll('/', '\\/')}(?![\\w-])`, 'i').test(text)

// ── helpers

const linesWith = (path: string, pattern: RegExp, text: string): string[] =>
  text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []))

/** Comments blanked out, lines kept: whole-line ones and those after code. */
const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1')
