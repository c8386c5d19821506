/** The long versions of the fault tests: `npm run faults -- kill --rounds 200 --seed 7`, `npm run faults -- pages --count 1000`. */
import { parseArgs } from 'node:util'
import { KILLS } from '../test/faults/kills.ts'
import { malformedPages } from '../test/faults/malformed-run.ts'

const USAGE = `npm run faults -- [kill|${Object.keys(KILLS).join('|')}|pages]… [--rounds 200] [--count 1000] [--seed N]`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '200' },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    help: { type: 'boolean', default: false },
  },
})
const [rounds, count, seed] = [Number(values.rounds), Number(values.count), Number(values.seed)]
const asked = positionals.length === 0 ? ['kill', 'pages'] : positionals
const chosen = asked.flatMap((each) => (each === 'kill' ? Object.keys(KILLS) : [each]))
const unknown = chosen.find((each) => each !== 'pages' && !Object.hasOwn(KILLS, each))
if (
  values.help ||
  unknown !== undefined ||
  ![rounds, count, seed].every((each) => Number.isInteger(each) && each >= 0)
) {
  console.log(`usage: ${USAGE}`)
  process.exit(values.help ? 0 : 2)
}

for (const what of chosen) {
  const began = performance.now()
  const line = (result: string) =>
    console.log(
      `${new Date().toISOString().slice(0, 16)}Z ${what}: seed ${seed}, ${result}, ${Math.round((performance.now() - began) / 1000)} s`,
    )
  try {
    line(what === 'pages' ? await pagesResult() : await killResult(what))
  } catch (thrown) {
    line(`FAILED: ${(thrown as Error).message}`)
    process.exitCode = 1
  }
}

async function killResult(what: string): Promise<string> {
  const result = await KILLS[what]!({ rounds, seed })
  return `${result.rounds} rounds, ${result.killed} killed before the end, ${result.between} of them in the middle of the work, ${result.acknowledged} acknowledged, none lost`
}

async function pagesResult(): Promise<string> {
  const { pages, read, refused, slowestMs, slow, peakMb, from } = await malformedPages({ count, seed })
  return `${pages} pages from ${from}: ${read} read, ${refused} refused with a reason, slowest ${Math.round(slowestMs)} ms, at most ${Math.round(peakMb)} MB${slow.map((each) => `\n  over 2 s: ${each}`).join('')}`
}
