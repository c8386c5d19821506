/** Where a statement stands: what kind of move it is, whether for or against, and the words that tell on which matter. */
import type { ActType } from '../doc.ts'
import { hullOf, lengthOf, type Span } from '../span.ts'
import type { Anchored, Statement } from '../statement.ts'
import { conceptAt } from '../wording/concepts.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import { slicesOf } from './anchored-words.ts'

/** `deed`: what will or may be done. `fact`: what is or was. `wish`: what others shall do. `view`: for or against. */
type Mode = 'deed' | 'fact' | 'wish' | 'view'

export interface Stance {
  /** Null for what takes no position: questions, "no comment". */
  readonly mode: Mode | null
  readonly isNegative: boolean
  /** Weight of each concept of the content. */
  readonly concepts: ReadonlyMap<string, number>
  /** The concept of what is done: "send" of "will not send"; null where no verb follows what is to come. */
  readonly deed: string | null
  /** The words that show it, in the document: "will not send", "denied". */
  readonly words: readonly Span[]
}

const MODES: Readonly<Record<ActType, Mode | null>> = {
  assertion: 'fact',
  denial: 'fact',
  commitment: 'deed',
  refusal: 'deed',
  threat: 'deed',
  permission: 'deed',
  prediction: 'deed',
  demand: 'wish',
  criticism: 'view',
  support: 'view',
  question: null,
  'no-comment': null,
  opinion: 'fact',
}

/** Acts that say no, whatever the words they say it with. */
const REFUSING: ReadonlySet<ActType> = new Set(['denial', 'refusal', 'criticism'])

export function stanceOf({ act, content, cue }: Pick<Statement, 'act' | 'content' | 'cue'>): Stance {
  const words = contentWords(content)
  const negation = words.find(({ kind }) => kind === 'negation')
  const modal = words.findIndex(({ kind }) => kind === 'modal')
  const mode = act.type === null ? 'fact' : MODES[act.type]
  const refuses = act.type !== null && REFUSING.has(act.type)
  const deed = modal < 0 ? null : deedAfter(words, modal)
  const shown = [modal < 0 ? null : words[modal]!, negation ?? null, deed?.word ?? null].filter((word) => word !== null)
  return {
    // "There will be no troops" is told as a fact and is as good as a promise.
    mode: mode === 'fact' && modal >= 0 && !refuses ? 'deed' : mode,
    isNegative: refuses || (act.polarity === null ? negation !== undefined : act.polarity === 'negative'),
    concepts: conceptsOf(words),
    deed: deed?.concept ?? null,
    words: shown.length > 0 ? shownSpans(shown) : cue.spans,
  }
}

/** The words of each span, with their places in the document. */
const contentWords = (content: Anchored): Word[] =>
  slicesOf(content).flatMap(({ span, text }) => [...wordsOf(text, span.start)])

/** As one slice where they stand close together: "will not send". */
function shownSpans(words: readonly Word[]): Span[] {
  const hull = hullOf(words)
  if (hull === null) return []
  return lengthOf(hull) <= LONGEST_SHOWN ? [hull] : words.map(({ start, end }) => ({ start, end }))
}

const LONGEST_SHOWN = 40

/** Words between "will" and its verb are few: "will not be", "will never again". */
const REACH = 4

function deedAfter(words: readonly Word[], modal: number): { readonly word: Word; readonly concept: string } | null {
  for (let at = modal + 1; at < Math.min(words.length, modal + 1 + REACH); at++) {
    const word = words[at]!
    if (word.kind === 'negation' && at > modal + 1) return null
    if (word.kind === 'word') return { word, concept: conceptAt(words, at).name }
  }
  return null
}

function conceptsOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const concepts = new Map<string, number>()
  for (let at = 0; at < words.length; ) {
    const { kind } = words[at]!
    if (kind !== 'word' && kind !== 'name' && kind !== 'number') {
      at++
      continue
    }
    const { name, weight, words: taken } = conceptAt(words, at)
    // Countries tell little of the matter: most of a page is about the same few.
    concepts.set(name, name.startsWith('@') ? weight / 2 : weight)
    at += Math.max(1, taken)
  }
  return concepts
}
