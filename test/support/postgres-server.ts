/** A PostgreSQL server of a test's own, in a scratch folder: for tests that stop it, kill it, or cut its connections. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The folder of the server's programs; null where there are none. */
const programs: string | null = (() => {
  const told = process.env.ONRECORD_POSTGRES_BIN
  if (told) return told
  const onPath = spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).stdout.trim()
  if (onPath !== '') return dirname(onPath)
  const installed = globSync('/usr/lib/postgresql/*/bin/initdb').sort().at(-1)
  return installed === undefined ? null : dirname(installed)
})()

/** PostgreSQL refuses to run for root: then it runs for the user `postgres`. */
const user: { readonly uid: number; readonly gid: number } | null = (() => {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
})()

/** Null where a test can start a server; else why it cannot. An error where one is required. */
export const noOwnServer: string | null = (() => {
  const reason =
    programs === null || !existsSync(join(programs, 'pg_ctl'))
      ? "PostgreSQL's initdb and pg_ctl are not installed; name their folder with ONRECORD_POSTGRES_BIN"
      : user !== null && !(user.uid > 0)
        ? 'PostgreSQL does not run for root, and there is no user "postgres"'
        : null
  if (reason !== null && process.env.ONRECORD_REQUIRE_POSTGRES) throw new Error(reason)
  return reason
})()

export class OwnServer {
  readonly #folder: string
  readonly port: number

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.port = port
  }

  static async start(): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'))
    if (user !== null) chownSync(folder, user.uid, user.gid)
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
    const server = new OwnServer(folder, await freePort())
    server.#run('initdb', ['--auth=trust', '--username=tester', '--encoding=UTF8', '--no-locale', '-D', server.#data])
    server.begin()
    return server
  }

  get url(): string {
    return `postgres://tester@127.0.0.1:${this.port}/postgres`
  }

  begin(): void {
    const settings = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=32MB`
    this.#run('pg_ctl', ['start', '-w', '-D', this.#data, '-l', join(this.#folder, 'log'), '-o', settings])
  }

  /** `immediate` is as a crash: nothing is written down, and the next start recovers. */
  stop(mode: 'fast' | 'immediate'): void {
    this.#run('pg_ctl', ['stop', '-w', '-m', mode, '-D', this.#data])
  }

  get #data(): string {
    return join(this.#folder, 'data')
  }

  #run(program: string, args: readonly string[]): void {
    // Its server must not keep the pipes of this process open.
    execFileSync(join(programs!, program), args, { stdio: 'ignore', cwd: '/', ...(user ?? {}) })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()))
    })
  })
}
