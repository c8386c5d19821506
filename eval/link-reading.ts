/** Reads statements whose attributions are given with the stages that read pages, and resolves whom they name, as a ledger does. */
import { createHash } from 'node:crypto'
import { extractFrom } from '../src/app/extract-document.ts'
import type { KnownEntity, LinkedEntity, ReadingPipeline, Store } from '../src/app/ports.ts'
import { resolveEntities } from '../src/app/resolve-entities.ts'
import type { Attribution } from '../src/core/doc.ts'
import type { DocumentRecord } from '../src/core/document.ts'
import { type EnglishModels, english } from '../src/core/english.ts'
import { wholeKeys } from '../src/core/ledger-keys.ts'
import type { Linkable } from '../src/core/links/link.ts'
import { assemble } from '../src/core/pipeline.ts'
import type { Stage } from '../src/core/stage.ts'
import type { ReadOutcome } from '../src/read/read-document.ts'
import { openRegister } from '../src/runtime/register.ts'
import { type MarkedText, markedText, type PairSide } from './link-pairs.ts'

/** A statement as the linker gets it, with the text it is anchored in. */
export interface ReadStatement extends Linkable {
  readonly text: string
}

export interface GivenPage extends MarkedText {
  readonly published: string
  readonly publisher: string
  /** What tells two pages of one text apart. */
  readonly name: string
}

export const pageOf = (side: PairSide, name: string): GivenPage => ({
  ...markedText(side),
  published: side.published,
  publisher: side.publisher,
  name,
})

/** Reads the sides of one pair, the second with what the first made known. */
export type PairReader = (a: GivenPage, b: GivenPage) => Promise<readonly [ReadStatement, ReadStatement]>

export function pairReader(models: EnglishModels): PairReader {
  const readAll = pagesReader(models)
  return async (a, b) => (await readAll([a, b])) as [ReadStatement, ReadStatement]
}

/** Reads pages one after the other, each with what those before made known. */
export function pagesReader(models: EnglishModels): (pages: readonly GivenPage[]) => Promise<ReadStatement[]> {
  const register = openRegister(null)
  let given: MarkedText
  const pipeline = withGiven(models, () => [attributionOf(given)])
  return async (pages) => {
    const known = growingLedger()
    const all: ReadStatement[] = []
    for (const page of pages) {
      given = page
      const outcome = outcomeOf(page)
      const extraction = await extractFrom({ pipelineFor: () => pipeline }, outcome)
      const { statements, links } = await resolveEntities(extraction, register, known.ledger)
      known.add(links.entities, page.publisher)
      all.push({ statement: statements[0]!, document: outcome.document, text: page.text })
    }
    return all
  }
}

/** The pipeline with attributions that are given in place of those a network finds. */
const withGiven = (models: EnglishModels, give: () => readonly Attribution[]): ReadingPipeline => {
  const stages = english(models).stages.map(
    (stage): Stage =>
      stage.gives === 'attributions'
        ? ({ name: 'given', version: 1, needs: [], gives: 'attributions', run: give } as Stage)
        : stage,
  )
  return assemble('en', ['blocks'], stages) as unknown as ReadingPipeline
}

function attributionOf({ text, source, cue, content }: MarkedText): Attribution {
  const quoted = text.slice(content[0]!.start, content[0]!.end)
  const form = quoted.startsWith('“') && quoted.endsWith('”') ? 'direct' : quoted.includes('“') ? 'mixed' : 'indirect'
  return { id: 'a1', form, manner: 'speech', source, cue, content, by: 'gold', confidence: 1 }
}

/** A ledger that knows the entities of what was read before. */
export function growingLedger() {
  const byKey = new Map<string, KnownEntity[]>()
  const ledger: Pick<Store, 'knownEntities'> = { knownEntities: async () => ({ revision: 1, byKey }) }
  const add = (entities: readonly LinkedEntity[], publisher: string | null): void => {
    for (const { entity, names, roles } of entities) {
      const keys = [entity.name, ...entity.names, ...names].flatMap((name) => wholeKeys(name, entity.kind))
      for (const key of new Set(keys)) {
        const others = byKey.get(key) ?? []
        const same = others.find((one) => one.entity.id === entity.id)
        const known = {
          entity,
          roles: [...(same?.roles ?? []), ...roles],
          publishers: [...(same?.publishers ?? []), ...(publisher === null ? [] : [publisher])],
        }
        byKey.set(key, [...others.filter((one) => one !== same), known])
      }
    }
  }
  return { ledger, add }
}

function outcomeOf({ text, name, published, publisher }: GivenPage): ReadOutcome {
  const digest = createHash('sha256').update(`${name}\0${text}`).digest('hex')
  const document: DocumentRecord = {
    id: `d-${digest.slice(0, 16)}`,
    kind: 'report',
    file: null,
    url: null,
    title: null,
    publisher,
    authors: [],
    published,
    publishedFrom: 'given',
    modified: null,
    language: 'en',
    original: null,
    sha256: digest,
    chars: text.length,
  }
  return { document, text, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }], notices: [] }
}
