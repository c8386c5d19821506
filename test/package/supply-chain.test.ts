/** Tests of what onrecord is made of: locked with digests, nothing run at installation, licences allowed, a bill of materials. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { expectedPage, isAllowed, lockedPackages, refused } from '../../scripts/licences.ts'
import { packTwice } from '../../scripts/reproduce.ts'

const root = join(import.meta.dirname, '../..')
const packages = lockedPackages()
const production = packages.filter(({ isDev }) => !isDev)
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const noNpm = spawnSync('npm', ['--version']).status === 0 ? false : 'npm is not installed'

test('the lock file has a digest for every package, and the dependencies of package.json', () => {
  assert.ok(production.length > 10 && packages.length > production.length)
  for (const { path, version, integrity } of packages) {
    assert.match(integrity ?? '', /^sha512-[\w+/]{86}==$/, path)
    assert.match(version, /^\d+\.\d+\.\d+/, `${path}: from a registry, not from an address`)
  }
  const manifest = read('package.json')
  const locked = read('package-lock.json').packages['']
  for (const kind of ['dependencies', 'devDependencies']) assert.deepEqual(locked[kind], manifest[kind])
  assert.deepEqual(
    Object.keys(manifest.dependencies).filter(
      (name) => !production.some((each) => each.path === `node_modules/${name}`),
    ),
    [],
  )
})

test('what is installed is what is locked', () => {
  for (const { path, version, isInstalled } of packages) {
    if (isInstalled) assert.equal(read(`${path}/package.json`).version, version, path)
  }
  assert.deepEqual(
    production.filter(
      ({ isInstalled, path }) => !isInstalled && read('package-lock.json').packages[path].optional !== true,
    ),
    [],
  )
})

test('nothing of a production install runs scripts or brings native code', () => {
  for (const { path, hasInstallScript, isInstalled } of production) {
    assert.equal(hasInstallScript, false, path)
    if (!isInstalled) continue
    const { scripts = {} } = read(`${path}/package.json`)
    assert.deepEqual(
      ['preinstall', 'install', 'postinstall'].filter((name) => Object.hasOwn(scripts, name)),
      [],
      path,
    )
    assert.equal(existsSync(join(root, path, 'binding.gyp')), false, path)
    assert.deepEqual(globSync('**/*.node', { cwd: join(root, path) }), [], path)
  }
  const own = read('package.json').scripts
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.ok(!Object.hasOwn(own, name), name)
})

test('every licence is allowed, and the list in the docs is that of the lock file', () => {
  assert.deepEqual(refused(packages), [])
  assert.equal(readFileSync(join(root, 'docs/supply-chain.md'), 'utf8'), expectedPage(), 'run "npm run licences"')
})

test('expressions of licences', () => {
  const names = new Set(['MIT', 'ISC', 'Zlib'])
  for (const good of ['MIT', '(MIT OR GPL-3.0)', 'MIT AND Zlib', '(GPL-3.0 OR (MIT AND ISC))', '((MIT))'])
    assert.ok(isAllowed(good, names), good)
  for (const bad of [
    '',
    'GPL-3.0',
    'MIT AND GPL-3.0',
    '(GPL-3.0 OR (MIT AND X))',
    'MIT X',
    'SEE LICENSE IN x',
    '(',
    ')',
  ])
    assert.ok(!isAllowed(bad, names), bad)
})

test('the bill of materials names every package of a production install', { skip: noNpm }, () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  })
  assert.equal(status, 0, stderr)
  const bill = JSON.parse(stdout) as {
    bomFormat: string
    components: { group?: string; name: string; version: string }[]
  }
  assert.equal(bill.bomFormat, 'CycloneDX')
  const named = new Set(bill.components.map(({ name, version }) => `${name} ${version}`))
  assert.deepEqual(
    production.map(({ name, version }) => `${name} ${version}`).filter((name) => !named.has(name)),
    [],
  )
})

/** Runs the audit against a registry of our own, which answers as `listener` does. */
async function audit(listener: RequestListener, ...args: string[]): Promise<{ code: number; out: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const child = spawn(process.execPath, ['scripts/audit.ts', `--registry=${registry}`, ...args], { cwd: root })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  const [code] = (await once(child, 'close')) as [number]
  server.closeAllConnections()
  server.close()
  return { code, out }
}

test('a registry without an audit: said, and passed unless it is required', { skip: noNpm }, async () => {
  const none: RequestListener = (_, response) => response.writeHead(405).end()
  const { code, out } = await audit(none)
  assert.equal(code, 0, out)
  assert.match(out, /^not checked: the registry gave no audit \(.*405.*\)$/m)
  assert.equal((await audit(none, '--required')).code, 1)
})

test('an audit that finds something grave fails, one that finds nothing passes', { skip: noNpm }, async () => {
  const finding = [
    { id: 1, url: 'https://example.org/1', title: 'x', severity: 'high', vulnerable_versions: '*', cwe: [], cvss: {} },
  ]
  const answering = (found: object) =>
    ((request, response) => {
      request.resume()
      const isAsked = request.url!.endsWith('/advisories/bulk')
      response.writeHead(isAsked ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isAsked ? found : {}))
    }) as RequestListener
  const grave = await audit(answering({ hono: finding }))
  assert.equal(grave.code, 1, grave.out)
  assert.match(grave.out, /^high: hono /m)
  const clean = await audit(answering({}))
  assert.deepEqual(clean, { code: 0, out: 'nothing of level high or above\n' })
})

test('packed twice, in other folders and circumstances, the digest is the same', (context) => {
  if (!process.env.CI) return context.skip('takes half a minute: where CI is set, or by "npm run reproduce"')
  const [one, other] = packTwice()
  assert.equal(one, other)
})
