/** Reads the briefings that reports are held against, as pages of the ledger: every turn a statement. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractFrom } from '../src/app/extract-document.ts'
import type { ReadingPipeline } from '../src/app/ports.ts'
import { resolveEntities } from '../src/app/resolve-entities.ts'
import { type EnglishModels, english } from '../src/core/english.ts'
import { assemble } from '../src/core/pipeline.ts'
import type { Stage } from '../src/core/stage.ts'
import { withTurns } from '../src/core/turns/turn-attributor.ts'
import { readDocument } from '../src/read/read-document.ts'
import { openRegister } from '../src/runtime/register.ts'
import type { ReadStatement } from './link-reading.ts'
import { shippedModels } from './models.ts'

export const renderingsNeeds: readonly string[] = ['primary/white-house.jsonl.gz']

export interface Briefing {
  /** What stands before the text of the record: offsets of the record are counted from behind it. */
  readonly offset: number
  readonly text: string
  /** Its turns, in text order. */
  readonly turns: readonly ReadStatement[]
}

interface PrimaryRecord {
  readonly date: string
  readonly url: string
  readonly title: string
  readonly text: string
}

/** The briefings of these addresses; null where the data or the trained networks are absent. */
export async function readBriefings(data: string, urls: readonly string[]): Promise<Map<string, Briefing> | null> {
  const file = join(data, renderingsNeeds[0]!)
  const models = shippedModels('full')
  if (models === null || !existsSync(file)) return null
  const wanted = new Set(urls)
  const records = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PrimaryRecord)
    .filter(({ url }) => wanted.has(url))
  const pipeline = turnsAlone(models)
  const register = openRegister(null)
  const briefings = new Map<string, Briefing>()
  for (const record of records) briefings.set(record.url, await readBriefing(record))
  return briefings

  async function readBriefing({ url, title, text, date }: PrimaryRecord): Promise<Briefing> {
    const head = `${title.replace(/\s+/g, ' ')}\n\n`
    const bytes = Buffer.from(head + text)
    const page = readDocument({ bytes, file: 'briefing.txt', url, published: date, publisher: 'The White House' })
    const extraction = await extractFrom({ pipelineFor: () => pipeline }, page)
    const { statements } = await resolveEntities(extraction, register, null)
    return {
      offset: head.length,
      text: page.text,
      turns: statements
        .filter(({ form, cue, within }) => form === 'direct' && cue.spans.length === 0 && within === null)
        .map((statement) => ({ statement, document: page.document, text: page.text })),
    }
  }
}

/** The pipeline without what is told inside of turns, which takes most of its time. */
function turnsAlone(models: EnglishModels): ReadingPipeline {
  const none: Stage<never, 'attributions'> = {
    name: 'none',
    version: 1,
    needs: [],
    gives: 'attributions',
    run: () => [],
  }
  const stages = english(models).stages.map(
    (stage): Stage => (stage.gives === 'attributions' ? (withTurns(none) as unknown as Stage) : stage),
  )
  return assemble('en', ['blocks'], stages) as unknown as ReadingPipeline
}

/** The turn that holds a passage of the record. */
export function turnAt(
  { offset, turns }: Briefing,
  { start, end }: { start: number; end: number },
): ReadStatement | null {
  const [from, to] = [start + offset, end + offset]
  return (
    turns.find(({ statement }) => statement.content.spans.some((span) => span.start <= from && to <= span.end)) ?? null
  )
}
