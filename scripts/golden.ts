/** `npm run golden [CASE…]`: rewrites the expectations of the golden pages and says what changed. Read the difference before committing it. */
import { writeFileSync } from 'node:fs'
import { actualOf, caseNames, expectedOf, expectedPath, type Golden } from '../test/support/golden.ts'

const asked = process.argv.slice(2)
const known = caseNames()
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`no such case: ${unknown.join(', ')} (there are ${known.join(', ')})`)
  process.exit(2)
}

let changed = 0
for (const name of asked.length > 0 ? asked : known) {
  const before = expectedOf(name)
  const after = await actualOf(name)
  const difference = before === null ? ['new'] : differences(before, after)
  if (difference.length === 0) continue
  changed++
  writeFileSync(expectedPath(name), `${JSON.stringify(after, null, 2)}\n`)
  console.log(`${name}\n${difference.map((line) => `  ${line}`).join('\n')}`)
}
console.log(changed === 0 ? 'nothing changed' : `${changed} changed: read them with "git diff test/golden"`)

/** One line for every fact, block and statement that is gone (-) or new (+). */
function differences(before: Golden, after: Golden): string[] {
  const old = linesOf(before)
  const now = linesOf(after)
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ]
}

function linesOf({ document, notices, blocks, statements }: Golden): string[] {
  return [
    ...Object.entries(document).map(([fact, value]) => `${fact}: ${JSON.stringify(value)}`),
    ...notices.map((notice) => `notice: ${notice}`),
    ...blocks.map(([kind, text]) => `block ${kind}: ${JSON.stringify(text)}`),
    ...statements.map(
      ({ form, manner, source, cue, content, within, spans }) =>
        `statement ${spans.content}: ${form} ${manner}, ${source.join(' … ') || 'nobody'} ${cue.join(' … ') || '–'}: ` +
        `${content.join(' … ')}${within === null ? '' : ` (within ${within})`}`,
    ),
  ]
}
