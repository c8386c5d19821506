/** The `turns` layer: who speaks under which label in a transcript, or the one voice of a speech or a release. */
import type { Block, Turn } from './doc.ts'
import type { Span } from './span.ts'
import type { Stage } from './stage.ts'
import { capitalisedWords } from './turns/capitalised.ts'
import { believedLabels, type Labelled } from './turns/evidence.ts'
import { isFrame } from './turns/frame.ts'
import { bareNameLine, type Label, labelAt } from './turns/label.ts'
import { ASKING } from './turns/label-words.ts'
import { textOfOneVoice } from './turns/one-voice.ts'
import { type Naming, type Person, personOf } from './turns/person.ts'
import { directionsIn, withoutDirections } from './turns/stage-directions.ts'
import { type Title, titleOf } from './turns/title.ts'

/** Reads transcripts and releases; every other text has no turns. */
export const turnFinder = (): Stage<'blocks', 'turns'> => ({
  name: 'turn-finder',
  version: 1,
  needs: ['blocks'],
  gives: 'turns',
  run: ({ text, layers: { blocks } }) => turnsIn(text, blocks),
})

/** The turns of a text, in text order; empty for what is neither transcript nor release. Takes time in proportion to the text. */
export function turnsIn(text: string, blocks: readonly Block[]): readonly Turn[] {
  const open = blocks.filter(({ kind }) => kind !== 'boilerplate' && kind !== 'headline' && kind !== 'caption')
  const title = titleOf(text, blocks)
  const all = labelledIn(text, open)
  if (all.length === 0 && title?.medium === null) return []
  const naming: Naming = { text, title, capitalised: capitalisedWords(text) }
  const length = open.reduce((sum, { start, end }) => sum + end - start, 0)
  const isNamed = (word: string): boolean =>
    naming.capitalised.at(word).some((at) => naming.capitalised.words[at]!.joined)
  const labels = believedLabels(text, all, open.at(-1)?.end ?? 0, open.length, length, title, isNamed)
  if (labels.length === 0) return textOfOneVoice(naming, open)
  return turnsUnder(naming, open, labels)
}

/** What looks like a label, where blocks and the lines in them begin. */
function labelledIn(text: string, blocks: readonly Block[]): Labelled[] {
  const found: Labelled[] = []
  for (const block of blocks) {
    const first = labelAt(text, block.start, block.end)
    if (first !== null) found.push({ label: first, opensBlock: true })
    for (let at = text.indexOf('\n', block.start); at !== -1 && at < block.end - 1; at = text.indexOf('\n', at + 1)) {
      if (first !== null && at < first.end) continue
      const label = labelAt(text, at + 1, block.end)
      if (label !== null && label.style !== 'line') found.push({ label, opensBlock: false })
    }
  }
  return withBareLines(text, blocks, found)
}

/** In records of parliaments who has been named before stands alone in a line: only there such lines are labels. */
function withBareLines(text: string, blocks: readonly Block[], found: Labelled[]): Labelled[] {
  const named = new Set(found.filter(({ label }) => label.style === 'line').map(({ label }) => label.key))
  if (named.size < 2) return found
  const bare = blocks.flatMap((block): Labelled[] => {
    const label = bareNameLine(text, block)
    return label !== null && (label.certain || named.has(label.key)) ? [{ label, opensBlock: true }] : []
  })
  return [...found, ...bare].sort((a, b) => a.label.start - b.label.start)
}

function turnsUnder(naming: Naming, blocks: readonly Block[], labels: readonly Label[]): Turn[] {
  const { text, title } = naming
  const persons = new Map<string, Person | null>()
  const turns: Turn[] = []
  let block = 0
  labels.forEach((label, i) => {
    const to = labels[i + 1]?.start ?? text.length
    while (block < blocks.length && blocks[block]!.end <= label.end) block++
    const spans: Span[] = []
    for (let at = block; at < blocks.length && blocks[at]!.start < to; at++) {
      const { start, end } = blocks[at]!
      const stretch = { start: Math.max(start, label.end), end: Math.min(end, to) }
      if (isFrame(text, stretch)) {
        if (i + 1 === labels.length && spans.length > 0) break
        continue
      }
      spans.push(...withoutDirections(text, stretch, directionsIn(text, stretch, true)))
    }
    if (spans.length === 0) return
    if (!persons.has(label.key)) persons.set(label.key, personOf(naming, label))
    turns.push(turnOf(turns.length, label, persons.get(label.key)!, spans, title))
  })
  return turns
}

const turnOf = (
  index: number,
  label: Label,
  person: Person | null,
  spans: readonly Span[],
  title: Title | null,
): Turn => ({
  id: `u${index + 1}`,
  label: { start: label.start, end: label.end },
  name: person?.name ?? null,
  role: person?.role ?? null,
  of: person?.of ?? null,
  spans,
  kind: ASKING.has(label.key) ? 'question' : 'turn',
  medium: title?.medium ?? null,
})
