/** The five real pages: who speaks in each statement a reader finds, and what else is known of some; offsets and names alone, no text. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractPage } from '../src/app/extract-document.ts'
import { type Resolution, resolveEntities } from '../src/app/resolve-entities.ts'
import type { Statement } from '../src/core/statement.ts'
import { readDocument } from '../src/read/read-document.ts'
import { pipelinesFor } from '../src/runtime/pipelines.ts'
import { openRegister } from '../src/runtime/register.ts'

interface Expected {
  /** Which of the pages, in the order of their names. */
  readonly page: number
  /** A code unit inside the content; the smallest content over it is meant, with `outer` the largest. */
  readonly at: number
  readonly outer?: true
  readonly name?: string
  /** Usual English name of the register's entity. */
  readonly entity?: string
  readonly kind?: string
  readonly count?: number
  readonly speaksFor?: string
  readonly addressee?: string
  readonly medium?: string
  readonly said?: string
  readonly via?: string
  /** Code of a notice about the statement. */
  readonly notice?: string
}

// biome-ignore format: a row a statement
const EXPECTED: readonly Expected[] = [
  { page: 0, at: 17, name: 'United States', entity: 'United States' },
  { page: 0, at: 113, name: 'United States', entity: 'United States', addressee: 'Russia', via: 'Sergey Lavrov' },
  { page: 0, at: 146, name: 'Sergey Lavrov', outer: true, said: '2022-12-28', medium: 'Channel One Russia', addressee: 'Channel One Russia' },
  { page: 0, at: 405, name: 'Sergey Lavrov' },
  { page: 0, at: 476, name: 'Sergey Lavrov', entity: 'Sergey Lavrov' },
  { page: 0, at: 727, name: 'Sergey Lavrov' },
  { page: 0, at: 987, name: 'Sergey Lavrov' },
  { page: 0, at: 1051, name: 'US officials', via: 'Sergey Lavrov' },
  { page: 0, at: 1118, name: 'Sergey Lavrov' },
  { page: 0, at: 1240, name: 'Sergey Lavrov' },
  { page: 0, at: 1338, name: 'Sergey Lavrov' },
  { page: 0, at: 1420, name: 'Sergey Lavrov' },
  { page: 0, at: 1572, name: 'Russia', entity: 'Russia' },
  { page: 0, at: 1618, name: 'Russia', entity: 'Russia' },
  { page: 0, at: 1675, name: 'Kremlin', speaksFor: 'Russia' },
  { page: 0, at: 1891, name: 'several US officials', via: 'Politico', kind: 'anonymous' },
  { page: 0, at: 1988, name: 'Politico', entity: 'Politico' },
  { page: 0, at: 2268, name: 'White House', speaksFor: 'United States' },
  { page: 1, at: 9, name: 'Kremlin', speaksFor: 'Russia' },
  { page: 1, at: 126, name: 'Dmitry Peskov', entity: 'Dmitry Peskov' },
  { page: 1, at: 228, name: 'Kremlin', speaksFor: 'Russia' },
  { page: 1, at: 480, name: 'three US officials', count: 3, kind: 'anonymous', medium: 'Reuters', via: 'Reuters' },
  { page: 1, at: 643, name: 'Dmitry Peskov', entity: 'Dmitry Peskov' },
  { page: 1, at: 953, name: 'Pentagon', speaksFor: 'United States' },
  { page: 1, at: 1295, name: 'Pentagon', speaksFor: 'United States' },
  { page: 1, at: 1493, name: 'Dmitry Peskov', entity: 'Dmitry Peskov' },
  { page: 1, at: 1704, name: 'Volodymyr Zelensky', entity: 'Volodymyr Zelenskyy', addressee: 'Russia' },
  { page: 1, at: 1951, name: 'Dmitry Peskov', entity: 'Dmitry Peskov', addressee: 'reporters' },
  { page: 1, at: 2288, name: 'Dmitry Peskov', entity: 'Dmitry Peskov' },
  { page: 2, at: 22, name: 'Raevsky', notice: 'headline-names-other-speaker' },
  { page: 2, at: 164, name: 'Sergei Lavrov', entity: 'Sergey Lavrov', via: 'toutiao.com', said: '--02-09' },
  { page: 2, at: 464, via: 'toutiao.com | Sergei Lavrov' },
  { page: 2, at: 595, name: 'Sergei Lavrov', entity: 'Sergey Lavrov', medium: 'NTV' },
  { page: 2, at: 939, name: 'Viktor Orbán', entity: 'Viktor Orbán' },
  { page: 2, at: 1026, name: 'Viktor Orbán', entity: 'Viktor Orbán' },
  { page: 2, at: 1126, name: 'The Times', entity: 'The Times' },
  { page: 2, at: 1265, name: 'Keir Starmer', entity: 'Keir Starmer' },
  { page: 2, at: 1498, name: 'Vladimir Putin', entity: 'Vladimir Putin' },
  { page: 2, at: 1636, name: 'Vladimir Putin', entity: 'Vladimir Putin' },
  { page: 2, at: 1787, name: 'Vladimir Putin', entity: 'Vladimir Putin' },
  { page: 3, at: 241, name: 'John Kirby', entity: 'John Kirby', addressee: 'journalists', via: 'UNN | Reuters' },
  { page: 3, at: 433, name: 'John Kirby', entity: 'John Kirby' },
  { page: 3, at: 885, name: 'John Kirby', entity: 'John Kirby' },
  { page: 3, at: 937, name: 'John Kirby', entity: 'John Kirby' },
  { page: 3, at: 1172, name: 'John Kirby', entity: 'John Kirby' },
  { page: 3, at: 1568, name: 'Emmanuel Macron', entity: 'Emmanuel Macron' },
  { page: 3, at: 2179, name: 'Stéphane Sejourne', entity: 'Stéphane Séjourné' },
  { page: 3, at: 2340, name: 'Kremlin', speaksFor: 'Russia', notice: 'quotation-unbalanced' },
  { page: 4, at: 36, name: 'Kremlin', speaksFor: 'Russia' },
  { page: 4, at: 110, name: 'Dmitry Peskov', entity: 'Dmitry Peskov', outer: true, said: '2024-06-21', addressee: 'journalists' },
  { page: 4, at: 273, name: 'Dmitry Peskov', entity: 'Dmitry Peskov', said: '2024-06-21', addressee: 'journalists' },
  { page: 4, at: 446, kind: 'anonymous' },
  { page: 4, at: 697, name: 'Media reports', kind: 'publication' },
  { page: 4, at: 852, name: 'Dmitry Peskov', entity: 'Dmitry Peskov' },
  { page: 4, at: 917, name: 'Dmitry Peskov', entity: 'Dmitry Peskov' },
  { page: 4, at: 1206, name: 'Volodymyr Zelensky', entity: 'Volodymyr Zelenskyy' },
  { page: 4, at: 1370, name: 'Volodymyr Zelensky', entity: 'Volodymyr Zelenskyy' },
  { page: 4, at: 1820, name: 'Jens Stoltenberg', entity: 'Jens Stoltenberg' },
  { page: 4, at: 1939, name: 'Jens Stoltenberg', entity: 'Jens Stoltenberg', said: '2024-W24', addressee: 'The Economist', medium: 'The Economist' },
  { page: 4, at: 2032, name: 'Jens Stoltenberg', entity: 'Jens Stoltenberg' },
  { page: 4, at: 2278, name: 'Sergey Lavrov', entity: 'Sergey Lavrov' },
  { page: 4, at: 2571, name: 'Vladimir Putin', entity: 'Vladimir Putin' },
  { page: 4, at: 2766, name: 'Vladimir Putin', entity: 'Vladimir Putin' },
]

/** The aim of the record: so many of the statements found have the right speaker. */
const LEAST_SPEAKERS = 0.95

const folder = join(import.meta.dirname, '../../shared/seeds')
const skip = existsSync(folder) ? false : 'the five pages are not beside this checkout'

const register = openRegister(null, assert.fail)
const pages = skip === false ? readdirSync(folder).sort() : []
const readings = Promise.all(
  pages.map(async (file): Promise<Resolution> => {
    const bytes = readFileSync(join(folder, file))
    const source = { bytes, file, url: null, published: null, publisher: null }
    const deps = { read: readDocument, pipelineFor: pipelinesFor('full', assert.fail) }
    return resolveEntities(await extractPage(deps, source), register, null)
  }),
)

test('at least 95 % of the statements that a reader finds have the right speaker', { skip }, async () => {
  const faults: string[] = []
  const asked = EXPECTED.filter(({ name, entity, kind }) => name ?? entity ?? kind)
  for (const expected of asked) {
    const statement = statementAt((await readings)[expected.page]!, expected)
    const speaker = statement?.speaker
    const given = {
      name: speaker?.name,
      entity: speaker?.entity == null ? undefined : register.get(speaker.entity)?.name,
      kind: speaker?.kind,
      count: speaker?.count,
      speaksFor: speaker?.speaksFor?.name,
    }
    const wrong = Object.entries(given).filter(([field, value]) => {
      const wanted = expected[field as keyof Expected]
      return wanted !== undefined && wanted !== value
    })
    if (wrong.length > 0)
      faults.push(`${expected.page}:${expected.at} ${JSON.stringify(wrong)}, should be ${JSON.stringify(expected)}`)
  }
  assert.ok(faults.length <= (1 - LEAST_SPEAKERS) * asked.length, faults.join('\n'))
})

for (const field of ['addressee', 'medium', 'said', 'via', 'notice'] as const) {
  test(`${field}, where a page tells`, { skip }, async () => {
    const faults: string[] = []
    for (const expected of EXPECTED.filter((each) => each[field] !== undefined)) {
      const reading = (await readings)[expected.page]!
      const statement = statementAt(reading, expected)
      const given: Record<typeof field, string | null | undefined> = {
        addressee: statement?.addressee?.name,
        medium: statement?.medium?.name,
        said: statement?.said.value,
        via: statement?.via.map(({ name }) => name).join(' | '),
        notice: reading.notices.find((each) => each.statement === statement?.id && each.code === expected.notice)?.code,
      }
      if (given[field] !== expected[field])
        faults.push(`${expected.page}:${expected.at} ${field} is ${given[field]}, should be ${expected[field]}`)
    }
    assert.deepEqual(faults, [])
  })
}

function statementAt({ statements }: Resolution, { at, outer }: Expected): Statement | undefined {
  const holding = statements.filter(({ content }) => content.spans.some(({ start, end }) => start <= at && at < end))
  const sorted = holding.sort((a, b) => a.content.text.length - b.content.text.length)
  return outer ? sorted.at(-1) : sorted[0]
}
