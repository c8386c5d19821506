/** Fuzzes the parsers for longer: `npm run fuzz -- --seconds 600 --seed 7 [TARGET…]`; what breaks one is kept in the corpus. */
import { parseArgs } from 'node:util'
import { corpusOf, keep } from '../test/fuzz/corpus.ts'
import { fuzz } from '../test/fuzz/fuzzer.ts'
import { TARGETS } from '../test/fuzz/targets.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    help: { type: 'boolean', default: false },
  },
})
const [seconds, seed] = [Number(values.seconds), Number(values.seed)]
const names = positionals.length > 0 ? positionals : Object.keys(TARGETS)
if (values.help || names.some((name) => !Object.hasOwn(TARGETS, name)) || !(seconds > 0) || !Number.isInteger(seed)) {
  console.log(
    `usage: npm run fuzz -- [--seconds 600] [--seed N] [TARGET…]; seconds are shared by all targets\ntargets: ${Object.keys(TARGETS).join(', ')}`,
  )
  process.exit(values.help ? 0 : 2)
}

console.log(`${new Date().toISOString().slice(0, 16)}Z seed ${seed}, ${seconds} s for ${names.length} targets`)
for (const name of names) {
  const { inputs, kept, blocks, failure } = await fuzz(TARGETS[name]!, {
    seconds: seconds / names.length,
    seed,
    corpus: corpusOf(name),
  })
  console.log(
    `${name}: ${inputs} inputs, ${kept} reached something new, ${blocks} ways through functions${failure === null ? '' : ', FAILED'}`,
  )
  if (failure === null) continue
  console.log(`  ${failure.error.message.split('\n')[0]}\n  kept in ${keep(name, failure.input)}`)
  process.exitCode = 1
}
