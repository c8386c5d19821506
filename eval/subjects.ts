/** Subjects of statements against our own passages: precision, recall and F1 by kind and half, with the attributions that they mark. */
import { readFileSync } from 'node:fs'
import type { Attribution } from '../src/core/doc.ts'
import { subjectReader } from '../src/core/subject-reader.ts'
import type { SubjectDoc } from '../src/core/subjects/subject-view.ts'
import { type ArticlePipeline, blocksOf } from './attribution-articles.ts'
import { parseGold } from './gold.ts'

type Half = 'dev' | 'test'

interface Row {
  readonly phenomenon: string
  /** `test` has not been looked at since it was written. */
  readonly half: Half
  /** Marked as the gold set is; relation 1 is the one that is read. */
  readonly passage: string
  readonly about: readonly (readonly [name: string, kind: string])[]
}

export interface SubjectScore {
  right: number
  found: number
  gold: number
}

export interface SubjectsReport {
  readonly passages: number
  readonly halves: Readonly<Record<Half, SubjectScore>>
  readonly kinds: Readonly<Record<Half, Readonly<Record<string, SubjectScore>>>>
  /** Of `dev` alone. */
  readonly faults: readonly string[]
}

const empty = (): SubjectScore => ({ right: 0, found: 0, gold: 0 })

/** Null where the pipeline reads no words and names: the rules alone do neither. */
export async function evaluateSubjects(pipeline: ArticlePipeline): Promise<SubjectsReport | null> {
  const rows = readRows()
  const halves = { dev: empty(), test: empty() }
  const kinds: Record<Half, Record<string, SubjectScore>> = { dev: {}, test: {} }
  const faults: string[] = []
  for (const { half, passage, about } of rows) {
    const read = await subjectsRead(pipeline, passage)
    if (read === null) return null
    const wanted = about.map(([name, kind]) => `${kind} ${name}`)
    for (const one of new Set([...wanted, ...read])) {
      const kind = one.slice(0, one.indexOf(' '))
      kinds[half][kind] ??= empty()
      for (const score of [halves[half], kinds[half][kind]]) {
        if (wanted.includes(one)) score.gold += 1
        if (read.includes(one)) score.found += 1
        if (wanted.includes(one) && read.includes(one)) score.right += 1
      }
    }
    const missing = wanted.filter((one) => !read.includes(one))
    const extra = read.filter((one) => !wanted.includes(one))
    if (half === 'dev' && missing.length + extra.length > 0)
      faults.push(`${passage}\n    missing: ${missing.join(', ') || '–'}   too many: ${extra.join(', ') || '–'}`)
  }
  return { passages: rows.length, halves, kinds, faults }
}

const readRows = (): Row[] =>
  readFileSync(new URL('./gold/subjects.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** "state Ukraine" and so on, as read with the attribution that the passage marks. */
async function subjectsRead(pipeline: ArticlePipeline, passage: string): Promise<string[] | null> {
  const [{ text, relations }] = parseGold(passage) as [ReturnType<typeof parseGold>[number]]
  const doc = await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })
  const { words, mentions, chains } = doc.layers
  if (words === undefined || mentions === undefined || chains === undefined) return null
  const { source, cue, content } = relations[0]!
  const marked: Attribution = {
    id: 'a1',
    form: 'indirect',
    manner: 'speech',
    source,
    cue,
    content,
    by: 'gold',
    confidence: 1,
  }
  const { utterances: _, ...layers } = doc.layers
  const byHand = { ...doc, layers: { ...layers, attributions: [marked] } } as unknown as SubjectDoc
  const [about] = await subjectReader().run(byHand)
  return about!.subjects.map(({ kind, name }) => `${kind} ${name}`)
}

export function f1Of({ right, found, gold }: SubjectScore): number {
  return found + gold === 0 ? 1 : (2 * right) / (found + gold)
}

const percent = (right: number, of: number): string => (of === 0 ? '–' : ((100 * right) / of).toFixed(1)).padStart(6)

export function formatSubjects({ passages, halves, kinds, faults }: SubjectsReport): string {
  const line = (name: string, score: SubjectScore): string =>
    `${name.padEnd(20)} ${percent(score.right, score.found)} ${percent(score.right, score.gold)} ${percent(2 * score.right, score.found + score.gold)}   ${score.right} of ${score.gold}, ${score.found} found`
  return [
    `${passages} passages, given attributions      P      R     F1`,
    ...(['dev', 'test'] as const).flatMap((half) => [
      line(half, halves[half]),
      ...Object.entries(kinds[half])
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([kind, score]) => line(`  ${kind}`, score)),
    ]),
    ...(faults.length === 0 ? [] : ['', 'faults of the half that may be looked at:', ...faults]),
  ].join('\n')
}
