/** Two versions of one page → what changed: statements added, removed, reworded, reattributed or retold; title, dates, words. */
import { alterationsIn } from '../compare/altered-meaning.ts'
import { wordDiff } from '../compare/word-diff.ts'
import { fold } from '../fold.ts'
import type { Statement } from '../statement.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import { newCorrection } from './find-correction.ts'
import { type Item, itemsOf, matchStatements, type Pair } from './match-statements.ts'
import { detailsOf, speakerChange } from './speaker-change.ts'
import {
  CHANGE_KINDS,
  type ChangeKind,
  type FactChange,
  type StatementChange,
  type Unchanged,
  type Version,
  type VersionChanges,
} from './version-changes.ts'

/** Every statement of either side is in one change, or in one pair of `unchanged`. */
export function compareVersions(before: Version, after: Version): VersionChanges {
  const sides = { before: itemsOf(before.statements), after: itemsOf(after.statements) }
  const pairs = matchStatements(sides.before, sides.after)
  const texts = { before: tokensOf(before.text), after: tokensOf(after.text) }
  const { changes, unchanged } = changesOf(sides, pairs, texts)
  const title = factChange(before.document.title, after.document.title)
  const modified = factChange(before.document.modified, after.document.modified)
  const correction = newCorrection(before, after)
  const isTold = correction !== null || (modified !== null && modified.after !== null)
  return {
    changes,
    unchanged,
    counts: countsOf(changes),
    title,
    published: factChange(before.document.published, after.document.published),
    modified,
    words: wordsChanged(texts.before, texts.after),
    correction,
    silent: !isTold && (title !== null || changes.some(({ wordsStand }) => !wordsStand)),
  }
}

interface Sides<T> {
  readonly before: T
  readonly after: T
}

function changesOf(
  { before, after }: Sides<readonly Item[]>,
  pairs: readonly Pair[],
  texts: Sides<readonly string[]>,
): { readonly changes: StatementChange[]; readonly unchanged: Unchanged[] } {
  const placed: { readonly at: number; readonly change: StatementChange }[] = []
  const unchanged: Unchanged[] = []
  const partners = new Map(pairs)
  const stands = { before: finderIn(texts.before), after: finderIn(texts.after) }
  let last = -1
  for (const [index, item] of before.entries()) {
    const partner = partners.get(index)
    if (partner === undefined) {
      placed.push({ at: last + 0.5, change: alone('removed', item, stands.after(item.statement)) })
      continue
    }
    last = partner
    const change = changeOf(item, after[partner]!)
    if (change !== null) placed.push({ at: partner, change })
    else unchanged.push({ before: item.statement.id, after: after[partner]!.statement.id })
  }
  const matched = new Set(pairs.map(([, other]) => other))
  for (const [index, item] of after.entries()) {
    if (!matched.has(index)) placed.push({ at: index, change: alone('added', item, stands.before(item.statement)) })
  }
  return { changes: placed.sort((a, b) => a.at - b.at).map(({ change }) => change), unchanged }
}

const alone = (kind: 'added' | 'removed', { statement }: Item, wordsStand: boolean): StatementChange => ({
  kind,
  before: kind === 'removed' ? statement : null,
  after: kind === 'added' ? statement : null,
  diff: [],
  altersMeaning: [],
  speaker: null,
  details: [],
  wordsStand,
})

/** Null where nothing differs. */
function changeOf(one: Item, other: Item): StatementChange | null {
  const [before, after] = [one.statement, other.statement]
  const speaker = speakerChange(one.teller, other.teller)
  const details = detailsOf(before, after)
  const paired = { before, after, speaker, details, wordsStand: false }
  if (one.key !== other.key) return { kind: 'reworded', ...paired, ...rewording(one, other) }
  const same = { ...paired, diff: [], altersMeaning: [] }
  if (speaker !== 'same') return { kind: 'reattributed', ...same }
  // The act is read from the words around: where those are the same it is no change of the page.
  return details.some((detail) => detail !== 'act') ? { kind: 'retold', ...same } : null
}

function rewording(one: Item, other: Item): Pick<StatementChange, 'diff' | 'altersMeaning'> {
  const diff = wordDiff(one.statement.content.text, other.statement.content.text)
  const only = (op: 'insert' | 'delete'): Word[] =>
    diff.filter((piece) => piece.op === op).flatMap((piece) => wordsOf(piece.text))
  const altered = alterationsIn(one.words, other.words, only('delete'), only('insert'))
  return {
    diff: diff.map(({ op, text }) => ({ op, text })),
    altersMeaning: [...new Set(altered.map(({ kind }) => kind))],
  }
}

const countsOf = (changes: readonly StatementChange[]): Record<ChangeKind, number> => {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>
  for (const { kind } of changes) counts[kind]++
  return counts
}

const factChange = (before: string | null, after: string | null): FactChange | null =>
  before === after ? null : { before, after }

/** All words of a text in order, folded. */
const tokensOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Code units that are searched through in all: texts of hundreds of pages are not looked through for each of a thousand statements. */
const MOST_SEARCHED = 400_000_000

/** Does a text have the words of a statement, each of its stretches in one piece? */
function finderIn(tokens: readonly string[]): (statement: Statement) => boolean {
  let joined: string | undefined
  let searched = 0
  return ({ content }) => {
    joined ??= ` ${tokens.join(' ')} `
    searched += joined.length * content.spans.length
    if (searched > MOST_SEARCHED) return false
    const stretches = content.text.split(' … ').map((stretch) => tokensOf(stretch).join(' '))
    return stretches.some((stretch) => stretch !== '') && stretches.every((stretch) => joined!.includes(` ${stretch} `))
  }
}

/** Counted with their number and without their order: what only moved is no change. */
function wordsChanged(before: readonly string[], after: readonly string[]): VersionChanges['words'] {
  const surplus = new Map<string, number>()
  for (const word of before) surplus.set(word, (surplus.get(word) ?? 0) - 1)
  for (const word of after) surplus.set(word, (surplus.get(word) ?? 0) + 1)
  let added = 0
  let removed = 0
  for (const count of surplus.values()) {
    if (count > 0) added += count
    else removed -= count
  }
  return { before: before.length, after: after.length, added, removed }
}
