/** Tests of what people install: the program in a checkout, the packed files, and the package in a folder of its own. */
import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { scratchFolder } from '../support/ledger-path.ts'

const root = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
  exports: Record<string, { types: string; default: string } | string>
}
const page = join(root, 'examples/daily-lantern-drezack.txt')

/** Without what the npm that runs these tests tells its children, which would point a second npm at this checkout. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|execpath|node|config_(local_prefix|prefix|global|call|package))/i.test(name),
  ),
)

const run = (command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> =>
  spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 120_000 })

/** Why npm cannot be asked, or null. */
const noNpm = run('npm', ['--version'], root).status === 0 ? null : 'npm is not installed'

test('in a checkout: npx onrecord', (context) => {
  if (noNpm !== null) return context.skip(noNpm)
  const version = run('npx', ['onrecord', '--version'], root)
  assert.equal(version.stdout, `${manifest.version}\n`, version.stderr)
  const { status, stdout, stderr } = run('npx', ['onrecord', 'extract', page], root)
  assert.equal(status, 0, stderr)
  assert.ok(JSON.parse(stdout).statements.length > 0)
})

test('an older Node is told so in one line', (context) => {
  const older = (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, 'node'))
    .find((node) => existsSync(node) && Number(/^v(\d+)/.exec(run(node, ['--version'], root).stdout)?.[1]) < 24)
  if (older === undefined) return context.skip('every Node on the PATH is 24 or later')
  const { status, stdout, stderr } = run(older, [join(root, 'bin/onrecord.js'), '--version'], root)
  assert.deepEqual([status, stdout], [78, ''])
  assert.match(stderr, /^onrecord: needs Node\.js 24 or later, and this is \d+\.\d+\.\d+: install a newer one.*\n$/)
})

describe('packed and installed', { skip: noNpm ?? false }, () => {
  const folder = join(scratchFolder(), 'package')
  const home = join(folder, 'home')
  const installed = join(home, 'node_modules/onrecord')
  let files: string[] = []
  let sizes: readonly { readonly path: string; readonly size: number }[] = []
  /** Why it could not be installed, or null. */
  let notInstalled: string | null = null

  const node = (args: readonly string[]) => run(process.execPath, args, home)
  const program = 'node_modules/.bin/onrecord'

  before(() => {
    mkdirSync(home, { recursive: true })
    const packed = run('npm', ['pack', '--json', '--pack-destination', folder], root)
    assert.equal(packed.status, 0, packed.stderr)
    const [report] = JSON.parse(packed.stdout.slice(packed.stdout.search(/^\[/m))) as [
      { filename: string; files: { path: string; size: number }[] },
    ]
    sizes = report.files
    files = report.files.map(({ path }) => path)
    writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n')
    const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries', '0', '--fetch-timeout', '20000']
    const install = run('npm', ['install', '--prefix', home, ...flags, join(folder, report.filename)], home)
    if (install.status === 0) return
    assert.match(install.stderr, /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|network|E404|ENOTCACHED/)
    notInstalled = 'npm cannot reach a registry for the dependencies'
  })

  test('holds what it needs and nothing else', () => {
    const targets = Object.values(manifest.exports).flatMap((each) =>
      typeof each === 'string' ? [each] : [each.types, each.default],
    )
    for (const path of [
      ...targets,
      'bin/onrecord.js',
      'LICENSE',
      'README.md',
      'dist/web/styles/10-base.css',
      'dist/models/kernel/kernel.wasm',
    ]) {
      assert.ok(files.includes(path.replace(/^\.\//, '')), path)
    }
    assert.deepEqual(
      files.filter((path) => !/^(bin|dist|examples|models)\/|^(package\.json|LICENSE|README\.md)$/.test(path)),
      [],
    )
    assert.deepEqual(
      files.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path)),
      [],
    )
  })

  test('is small: models up to 20 MB, a production install under 150 MB', (context) => {
    const megabytes = (bytes: readonly number[]) => bytes.reduce((sum, each) => sum + each, 0) / 1e6
    const models = sizes.filter(({ path }) => path.startsWith('models/')).map(({ size }) => size)
    assert.ok(megabytes(models) <= 20, `${megabytes(models)} MB of models`)
    if (notInstalled !== null) return context.skip(notInstalled)
    const everything = globSync('node_modules/**', { cwd: home, withFileTypes: true }).filter((each) => each.isFile())
    const install = megabytes(everything.map(({ parentPath, name }) => statSync(join(parentPath, name)).size))
    assert.ok(install > 10 && install < 150, `${install} MB installed`)
  })

  test('many pages are read by threads, in the order of their names', (context) => {
    if (notInstalled !== null) return context.skip(notInstalled)
    const names = Array.from({ length: 40 }, (_, number) => `${number + 10}.txt`)
    mkdirSync(join(home, 'many'))
    for (const name of names) writeFileSync(join(home, 'many', name), `${readFileSync(page, 'utf8')}\nPage ${name}\n`)
    const { status, stdout, stderr } = node([program, 'extract', 'many', '--format', 'jsonl'])
    assert.deepEqual([status, stderr], [0, ''])
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      documents.map(({ document }) => document.file),
      names.map((name) => `many/${name}`),
    )
    for (const { statements } of documents) assert.equal(statements.length, documents[0].statements.length)
  })

  test('the program reads a page', (context) => {
    if (notInstalled !== null) return context.skip(notInstalled)
    assert.equal(node([program, '--version']).stdout, `${manifest.version}\n`)
    const { status, stdout, stderr } = node([program, 'extract', page, '--text'])
    assert.deepEqual([status, stderr], [0, ''])
    const { text, statements } = JSON.parse(stdout)
    assert.ok(statements.length > 0)
    for (const { content } of statements) {
      assert.equal(text.slice(content.spans[0].start, content.spans[0].end), content.text.split(' … ')[0])
    }
  })

  test('without its models the program says so in one line and reads by rules', (context) => {
    if (notInstalled !== null) return context.skip(notInstalled)
    const models = join(installed, 'models')
    renameSync(models, `${models}-away`)
    try {
      const { status, stdout, stderr } = node([program, 'extract', page])
      assert.equal(status, 0)
      assert.match(stderr, /^onrecord: .*meta\.json: .* cannot be read \(ENOENT\)\..* by rules alone\.\n$/)
      const { notices, ...read } = JSON.parse(stdout)
      assert.ok(read.statements.length > 0)
      assert.deepEqual(
        notices.map(({ code }: { code: string }) => code),
        ['model-missing'],
      )
      const rules = node([program, 'extract', page, '--model', 'rules'])
      assert.equal(rules.stderr, '')
      assert.deepEqual(JSON.parse(rules.stdout), { ...read, notices: [] })
    } finally {
      renameSync(`${models}-away`, models)
    }
  })

  test('every sub-path can be imported', (context) => {
    if (notInstalled !== null) return context.skip(notInstalled)
    const expected: Record<string, string> = {
      onrecord: 'extract',
      'onrecord/core': 'OnrecordError',
      'onrecord/read': 'readDocument',
      'onrecord/app': 'perform',
      'onrecord/store': 'openSqliteStore',
      'onrecord/server': 'serve',
      'onrecord/mcp': 'mcpServer',
      'onrecord/client': 'createClient',
      'onrecord/runtime': 'openDeps',
    }
    assert.deepEqual(
      Object.keys(expected),
      Object.keys(manifest.exports)
        .filter((path) => !path.endsWith('.json'))
        .map((path) => `onrecord${path.slice(1)}`),
    )
    const script = `const names = {}
      for (const path of ${JSON.stringify(Object.keys(expected))}) names[path] = Object.keys(await import(path))
      const { extract } = await import('onrecord')
      const { statements } = await extract('“The ferry will sail on Monday,” said Ada Wren, the harbour master of the town.')
      console.log(JSON.stringify({ names, speakers: statements.map(({ speaker }) => speaker?.name) }))`
    const { stdout, stderr } = node(['--input-type=module', '--eval', script])
    const { names, speakers } = JSON.parse(stdout || '{}') as { names: Record<string, string[]>; speakers: string[] }
    for (const [path, name] of Object.entries(expected)) assert.ok(names?.[path]?.includes(name), `${path}: ${stderr}`)
    assert.match(speakers[0]!, /^Ada Wren/)
  })

  test('its types are understood by a strict compiler', (context) => {
    if (notInstalled !== null) return context.skip(notInstalled)
    writeFileSync(
      join(home, 'consumer.ts'),
      `import { extract, type Extraction, OnrecordError } from 'onrecord'
import { createClient } from 'onrecord/client'
import type { Statement } from 'onrecord/core'
const extraction: Extraction = await extract('“We will sail,” said Ada Wren.', { published: '2024-06-21' })
const first: Statement | undefined = extraction.statements[0]
const form: 'direct' | 'indirect' | 'mixed' | undefined = first?.form
export const code: string = new OnrecordError('usage', { problem: form ?? '' }).code
const { rows } = await createClient('http://127.0.0.1:4870').statements({ speaker: 'Wren' })
export const words: string | undefined = rows[0]?.statement.content.text
// @ts-expect-error: there is no such option
await extract('', { publishd: '2024-06-21' })
`,
    )
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '']
    const { status, stdout } = node([tsc, ...options, 'consumer.ts'])
    assert.equal(status, 0, stdout)
  })

  test('serve answers with its pages, style sheet and modules', async (context) => {
    if (notInstalled !== null) return context.skip(notInstalled)
    assert.equal(node([program, 'add', page]).status, 0)
    const serving = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: home, env })
    const ended = once(serving, 'exit')
    try {
      const [line] = (await once(serving.stdout.setEncoding('utf8'), 'data')) as [string]
      const base = /http:\/\/[\d.:]+/.exec(line)![0]
      const answer = async (path: string) => {
        const response = await fetch(base + path)
        assert.equal(response.status, 200, path)
        return response.text()
      }
      const shown = await answer('/')
      const { rows } = JSON.parse(await answer('/api/v1/statements')) as { rows: { document: { id: string } }[] }
      const document = await answer(`/documents/${rows[0]!.document.id}`)
      const assets = new Set([...`${shown}${document}`.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path!))
      assert.ok(assets.has('/assets/style.css'))
      for (const name of files.filter((path) => /^dist\/web\/client\/[\w-]+\.js$/.test(path))) {
        assets.add(`/assets/${name.split('/').at(-1)}`)
      }
      assert.ok(assets.size >= 4, [...assets].join(' '))
      for (const path of assets) {
        const name = path.split('/').at(-1)!
        const styles = join(installed, 'dist/web/styles')
        const packed = name.endsWith('.js')
          ? readFileSync(join(installed, 'dist/web/client', name), 'utf8')
          : readdirSync(styles)
              .sort()
              .map((sheet) => readFileSync(join(styles, sheet), 'utf8'))
              .join('\n')
        assert.equal(await answer(path), packed)
      }
      serving.kill('SIGINT')
      assert.deepEqual(await ended, [0, null])
    } finally {
      serving.kill('SIGKILL')
    }
  })
})
