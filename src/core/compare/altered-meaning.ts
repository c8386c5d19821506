/** Which changes between two renderings of the same words change what they say: negation, number, name, modality, scope. */
import { agree, type Quantity, quantitiesOf } from '../wording/quantities.ts'
import { MODALS } from '../wording/word-lists.ts'
import type { Word } from '../wording/words-of.ts'

export const MEANINGS = ['negation', 'number', 'name', 'modality'] as const
export type Meaning = (typeof MEANINGS)[number]

/** A word that changes the meaning: `scope` is told beside those that the contract of `verify` has. */
export interface Alteration {
  readonly kind: Meaning | 'scope'
  readonly word: Word
  /** Does the record have it, or the rendering? */
  readonly side: 'record' | 'rendering'
}

/** Words that say of how many, and of which alone. */
const SCOPE = new Set(
  'only all every each any some none most many few several both either always never often sometimes solely exclusively entirely partly partially just fully largely mainly mostly almost nearly every whole entire'.split(
    ' ',
  ),
)

/** "do" and "did" come with "not", "have" with a perfect: forms, not modality. */
const classOf = ({ form, kind }: Word): string | null => (kind === 'modal' ? (MODALS.get(form) ?? form) : null)

/** Titles before a name: left out or put in they name nobody else. */
const TITLES = new Set(
  'president prime minister secretary general mr mrs ms dr sir king queen prince chancellor senator governor mayor judge justice chief ambassador speaker congressman congresswoman vice foreign defense defence state'.split(
    ' ',
  ),
)

/**
 * @param record,rendering the words of both; `gone` and `come` those that only one of them has, in order.
 * Words put in brackets by an editor are to be left out of `come`.
 */
export function alterationsIn(
  record: readonly Word[],
  rendering: readonly Word[],
  gone: readonly Word[],
  come: readonly Word[],
): Alteration[] {
  return [
    ...negations(gone, come),
    ...numbers(record, rendering, gone, come),
    ...names(record, gone, come),
    ...modals(gone, come),
    ...scopes(gone, come),
  ]
}

/** What both sides have in the same number is not changed, wherever it went. */
function unmatched(
  gone: readonly Word[],
  come: readonly Word[],
  keyOf: (word: Word) => string | null,
): Alteration['word'][][] {
  const count = new Map<string, number>()
  for (const word of gone) {
    const key = keyOf(word)
    if (key !== null) count.set(key, (count.get(key) ?? 0) + 1)
  }
  const only: Word[] = []
  for (const word of come) {
    const key = keyOf(word)
    if (key === null) continue
    const left = count.get(key) ?? 0
    if (left > 0) count.set(key, left - 1)
    else only.push(word)
  }
  const lost: Word[] = []
  for (const word of gone) {
    const key = keyOf(word)
    const left = key === null ? 0 : (count.get(key) ?? 0)
    if (left > 0) {
      lost.push(word)
      count.set(key!, left - 1)
    }
  }
  return [lost, only]
}

const told = (kind: Alteration['kind'], [lost, only]: readonly Word[][]): Alteration[] => [
  ...lost!.map((word) => ({ kind, word, side: 'record' as const })),
  ...only!.map((word) => ({ kind, word, side: 'rendering' as const })),
]

/** "Not any" and "no" deny alike: any negation makes up for any other. */
const negations = (gone: readonly Word[], come: readonly Word[]): Alteration[] =>
  told(
    'negation',
    unmatched(gone, come, ({ kind }) => (kind === 'negation' ? 'not' : null)),
  )

function modals(gone: readonly Word[], come: readonly Word[]): Alteration[] {
  const [lost, only] = unmatched(gone, come, classOf)
  // What is merely left out says less, not something else; a modal in its place, or a new one, does.
  return only!.length === 0 ? [] : told('modality', [lost!, only!])
}

/** A number that was put in, or put in the place of another; one left out says less. */
function numbers(
  record: readonly Word[],
  rendering: readonly Word[],
  gone: readonly Word[],
  come: readonly Word[],
): Alteration[] {
  if (!come.some(({ kind }) => kind === 'number')) return []
  const known = quantitiesOf(record)
  const holding = (quantities: readonly Quantity[], word: Word): Quantity | undefined =>
    quantities.find(({ start, end }) => start <= word.start && word.end <= end)
  const given = quantitiesOf(rendering)
  const changed = come.filter((word) => {
    if (word.kind !== 'number') return false
    const quantity = holding(given, word)
    return quantity === undefined
      ? !record.some(({ form }) => form === word.form)
      : !known.some((other) => agree(other, quantity))
  })
  if (changed.length === 0) return []
  const replaced = gone.filter(({ kind }) => kind === 'number')
  return told('number', [replaced, changed])
}

/** A name that the record does not have there at all. */
function names(record: readonly Word[], gone: readonly Word[], come: readonly Word[]): Alteration[] {
  const known = new Set(record.map(({ form }) => form))
  const isName = ({ kind, form }: Word): boolean => kind === 'name' && !TITLES.has(form)
  const put = come.filter((word) => isName(word) && !known.has(word.form) && !isInitials(word, record))
  return put.length === 0 ? [] : told('name', [gone.filter(isName), put])
}

/** "US" for "United States", "EU" for "European Union": the first letters of words that stand together. */
function isInitials({ form }: Word, record: readonly Word[]): boolean {
  if (form.length < 2 || form.length > 5) return false
  const letters = record.map((word) => word.form[0] ?? '').join('')
  return letters.includes(form)
}

const scopes = (gone: readonly Word[], come: readonly Word[]): Alteration[] =>
  told(
    'scope',
    unmatched(gone, come, ({ form }) => (SCOPE.has(form) ? form : null)),
  )
