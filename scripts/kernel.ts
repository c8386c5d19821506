/** Compiles the kernel of the network, AssemblyScript to WebAssembly; with `--check` it only compares what is there. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const source = 'src/models/kernel/kernel.as.ts'
const target = 'src/models/kernel/kernel.wasm'
const asc = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin/asc.js')
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd']

const compiled = compile()
const before = existsSync(join(root, target)) ? readFileSync(join(root, target)) : Buffer.alloc(0)
if (compiled.equals(before)) {
  console.log(`${target}: as its source has it, ${compiled.length} bytes`)
} else if (process.argv.includes('--check')) {
  console.error(`${target} is not what ${source} compiles to: run "npm run kernel"`)
  process.exitCode = 1
} else {
  writeFileSync(join(root, target), compiled)
  console.log(`${target}: ${compiled.length} bytes`)
}

function compile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-kernel-'))
  try {
    const file = join(folder, 'kernel.wasm')
    const { status } = spawnSync(process.execPath, [asc, source, ...options, '--outFile', file], {
      cwd: root,
      stdio: 'inherit',
    })
    if (status !== 0) process.exit(status ?? 1)
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
