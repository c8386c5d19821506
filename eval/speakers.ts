/** Who speaks, on our own passages: accuracy by field and by phenomenon, each source read by itself with the chains as written. */
import { readFileSync } from 'node:fs'
import type { Attribution, Chain, Doc, MentionKind, Reference, SpeakerReading } from '../src/core/doc.ts'
import type { Lemmatizer } from '../src/core/lemmatizer.ts'
import { mentionFinder } from '../src/core/mention-finder.ts'
import type { WordNetwork } from '../src/core/network.ts'
import { pipelineOf } from '../src/core/pipeline.ts'
import { quotationFinder } from '../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../src/core/sentence-splitter.ts'
import { type Span, sliceOf } from '../src/core/span.ts'
import { tokenizer } from '../src/core/tokenizer.ts'
import { speakerOf, speakerView } from '../src/core/utterances/speaker.ts'
import { wordTagger } from '../src/core/word-tagger.ts'

/** A passage: `[…]` is the source; what is not written is null or empty. Described in `docs/speakers.md`. */
interface Row {
  readonly on: string
  readonly text: string
  readonly kind: SpeakerReading['kind'] | 'none'
  /** The source itself where it is not written. */
  readonly name?: string
  readonly role?: string
  readonly of?: string
  readonly count?: number
  readonly reason?: string
  readonly speaksFor?: { readonly span?: string; readonly country?: string }
  readonly members?: readonly (readonly [string, SpeakerReading['kind']])[]
  /** Names of chains. */
  readonly candidates?: readonly string[]
  readonly chains?: readonly WrittenChain[]
}

/** `Laakso#2` is the second "Laakso" of the text. */
interface WrittenChain {
  readonly kind: MentionKind | 'group' | null
  readonly name: string | null
  readonly refs: readonly string[]
  readonly titles: readonly (readonly [string, string | null])[]
  readonly gender?: 'female' | 'male'
  readonly candidates?: readonly (readonly [string, number])[]
}

const FIELDS = ['kind', 'name', 'role', 'of', 'count', 'members', 'reason', 'speaksFor', 'candidates'] as const
type Field = (typeof FIELDS)[number]

interface Miss {
  readonly on: string
  readonly text: string
  readonly field: Field
  readonly expected: string
  readonly found: string
}

export interface SpeakersReport {
  readonly passages: number
  /** Passages with every field right. */
  readonly right: number
  /** Share of passages in which the field is right. */
  readonly fields: Readonly<Record<Field, number>>
  readonly phenomena: readonly { readonly name: string; readonly passages: number; readonly right: number }[]
  readonly misses: readonly Miss[]
}

/** @param file a `.jsonl` of passages; by default the ones of the repository. */
export async function evaluateSpeakers(
  network: WordNetwork,
  lemmaOf: Lemmatizer,
  file: string | URL = new URL('./gold/speakers.jsonl', import.meta.url),
): Promise<SpeakersReport> {
  const pipeline = pipelineOf('en', ['blocks'])
    .then(tokenizer())
    .then(sentenceSplitter('en'))
    .then(quotationFinder())
    .then(wordTagger(network, lemmaOf))
    .then(mentionFinder(network))
    .build()
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
  const misses: Miss[] = []
  const wrong = new Set<Row>()
  for (const row of rows) {
    const { text, source } = unbracketed(row.text)
    const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }]
    const doc = await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks } })
    const attribution = attributionOf(text, source)
    const chains = chainsOf(text, row.chains ?? [])
    const read = { ...doc, layers: { ...doc.layers, attributions: [attribution], chains } }
    const found = fieldsOf(read, speakerOf(read, attribution, speakerView(read)))
    const expected = expectedOf(row, sliceOf(text, source))
    for (const field of FIELDS) {
      if (found[field] === expected[field]) continue
      if (expected.kind === 'none' && found.kind === 'none') continue
      wrong.add(row)
      misses.push({ on: row.on, text: row.text, field, expected: expected[field], found: found[field] })
    }
  }
  const share = (field: Field): number => 1 - misses.filter((miss) => miss.field === field).length / rows.length
  return {
    passages: rows.length,
    right: rows.length - wrong.size,
    fields: Object.fromEntries(FIELDS.map((field) => [field, share(field)])) as Record<Field, number>,
    phenomena: [...new Set(rows.map(({ on }) => on))].map((name) => {
      const own = rows.filter(({ on }) => on === name)
      return { name, passages: own.length, right: own.filter((row) => !wrong.has(row)).length }
    }),
    misses,
  }
}

function unbracketed(marked: string): { text: string; source: Span } {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return { text: marked.replace('[', '').replace(']', ''), source: { start, end } }
}

/** What is left of the source's sentence is content: only where it begins matters, after the verb. */
function attributionOf(text: string, source: Span): Attribution {
  const content =
    source.start > text.length / 2 ? [{ start: 0, end: 1 }] : [{ start: text.length - 1, end: text.length }]
  return { id: 'a1', form: 'indirect', manner: 'speech', source: [source], cue: [], content, by: 'gold', confidence: 1 }
}

function chainsOf(text: string, written: readonly WrittenChain[]): Chain[] {
  return written.map(({ kind, name, refs, titles, gender = null, candidates = [] }, i): Chain => {
    const references = refs.map(
      (ref) => ({ ...spanOf(text, ref), form: formOf(ref), mention: null }) satisfies Reference,
    )
    return {
      id: `c${i + 1}`,
      kind,
      references,
      name: name === null ? null : spanOf(text, name),
      titles: titles.map(([role, of]) => ({ role: spanOf(text, role), of: of === null ? null : spanOf(text, of) })),
      gender,
      number: null,
      candidates: candidates.map(([chain, weight]) => ({ chain, weight })),
      confidence: 1,
    }
  })
}

function spanOf(text: string, written: string): Span {
  const [slice, nth = '1'] = written.split('#') as [string, string?]
  let start = -1
  for (let i = 0; i < Number(nth); i++) {
    do start = text.indexOf(slice, start + 1)
    while (start > 0 && /\w/.test(text[start - 1]!))
  }
  if (start < 0) throw new Error(`no ${written} in: ${text}`)
  return { start, end: start + slice.length }
}

const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'him', 'her', 'them', 'we', 'i', 'who'])

function formOf(ref: string): Reference['form'] {
  const bare = ref.replace(/#\d+$/, '')
  if (PRONOUNS.has(bare.toLowerCase())) return 'pronoun'
  return /^(?:the|an?|his|her|their|\d|two|three|four|five|several|some)\b/i.test(bare) && !/\s\p{Lu}/u.test(bare)
    ? 'nominal'
    : 'name'
}

type Shown = Readonly<Record<Field, string>>

const shown = (value: unknown): string => (value === null || value === undefined ? '–' : String(value))
const withoutArticle = (name: string): string => name.replace(/^(?:the|an?) /i, '').toLowerCase()

function expectedOf(row: Row, source: string): Shown {
  const { speaksFor } = row
  return {
    kind: shown(row.kind),
    name: withoutArticle(row.name ?? source.replace(/,$/, '')),
    role: shown(row.role),
    of: shown(row.of),
    count: shown(row.count),
    members: (row.members ?? []).map(([name, kind]) => `${name}: ${kind}`).join(', '),
    reason: shown(row.reason),
    speaksFor: speaksFor === undefined ? '–' : `${shown(speaksFor.span)} / ${shown(speaksFor.country)}`,
    candidates: (row.candidates ?? []).join(', '),
  }
}

function fieldsOf({ text, layers }: Doc<'chains'>, reading: SpeakerReading | null): Shown {
  const slice = (span: Span | null): string => (span === null ? '–' : sliceOf(text, span))
  const nameOf = (id: string): string => slice(layers.chains.find((chain) => chain.id === id)?.name ?? null)
  return {
    kind: reading === null ? 'none' : shown(reading.kind),
    name: withoutArticle(slice(reading?.name ?? null)),
    role: slice(reading?.role ?? null),
    of: slice(reading?.of ?? null),
    count: shown(reading?.count),
    members: (reading?.members ?? []).map(({ span, kind }) => `${slice(span)}: ${kind}`).join(', '),
    reason: slice(reading?.reason ?? null),
    speaksFor:
      reading?.speaksFor == null ? '–' : `${slice(reading.speaksFor.span)} / ${shown(reading.speaksFor.country)}`,
    candidates: (reading?.candidates ?? []).map(({ chain }) => nameOf(chain)).join(', '),
  }
}

export function formatSpeakers({ passages, right, fields, phenomena, misses }: SpeakersReport): string {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(5)
  return [
    `${passages} passages, ${right} with every field right (${percent(right / passages).trim()} %)`,
    '',
    ...FIELDS.map((field) => `${field.padEnd(12)} ${percent(fields[field])}`),
    '',
    ...phenomena.map(({ name, passages, right }) => `${name.padEnd(24)} ${String(right).padStart(3)} of ${passages}`),
    '',
    ...misses.map(({ text, field, expected, found }) => `${field}: ${found} instead of ${expected}\n    ${text}`),
  ].join('\n')
}
