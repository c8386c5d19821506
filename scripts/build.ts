/** Compiles `src` to `dist`: JavaScript with types for Node, client modules for browsers, style sheet and kernel. */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

// The package has the modes of its files: they shall not depend on who builds it.
process.umask(0o022)
rmSync(join(root, 'dist'), { recursive: true, force: true })
compile('tsconfig.build.json')
compile('src/web/client/tsconfig.build.json')
cpSync(join(root, 'src/web/styles'), join(root, 'dist/web/styles'), { recursive: true })
cpSync(join(root, 'src/models/kernel/kernel.wasm'), join(root, 'dist/models/kernel/kernel.wasm'))
console.log(`dist: ${count(join(root, 'dist'))} files`)

function compile(project: string): void {
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, project)], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function count(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, String(name))).isFile()).length
}
