/** Who can be meant at all: gender, number and kind; and where a text shows them. */

import { firstToken } from '../token-columns.ts'
import type { ChainView } from './chain-view.ts'
import { type Entity, genderOf } from './entity.ts'
import type { AnaphorClass } from './feature-names.ts'
import type { Anaphor } from './features.ts'
import type { Phrase } from './phrase.ts'
import { genderOfNoun } from './role-nouns.ts'

export function classOf({ form, noun, determiner, number }: Phrase): AnaphorClass | null {
  if (form === 'pronoun')
    return noun === 'he' || noun === 'she' ? 'he' : noun === 'they' ? 'they' : noun === 'it' ? 'it' : null
  if (determiner === 'a' || determiner === 'quantifier' || noun === '') return null
  // "Experts" are others each time; the police are not.
  return determiner === 'none' && number === 'many' && !BODIES.has(noun) ? null : 'noun'
}

/** Plurals without an article that are one body all the same. */
const BODIES = new Set(['police', 'authority', 'prosecutor'])

/** Whether an entity can be meant at all. */
export function agrees({ phrase, class: kind, gender, owner }: Anaphor, entity: Entity, view: ChainView): boolean {
  const last = entity.last!
  if (last.head >= phrase.from && last.from <= phrase.from) return false
  if (owner === entity && phrase.form === 'nominal') return false
  if (view.sentence[phrase.head]! - view.sentence[last.head]! > FURTHEST[kind]) return false
  const known = genderOf(entity)
  if (kind === 'he') {
    return entity.kind === 'person' && entity.number === 'one' && (known === null || known === gender)
  }
  if (kind === 'they') return entity.kind !== 'person' || entity.number !== 'one'
  if (kind === 'it') return entity.kind !== 'person' && entity.kind !== 'group' && entity.number !== 'many'
  if (gender !== null && known !== null && gender !== known) return false
  if (entity.kind === 'group') return phrase.number === 'many'
  if (phrase.kind === 'person' && entity.kind !== 'person' && entity.kind !== null) return false
  if (entity.kind === 'person' && phrase.kind !== 'person' && phrase.kind !== null) return false
  return phrase.number === null || entity.number === null || phrase.number === entity.number || phrase.kind !== 'person'
}

/** Sentences back. */
const FURTHEST: Readonly<Record<AnaphorClass, number>> = { he: 12, they: 6, it: 4, noun: 60 }

export function subjectLike(view: ChainView, { from, to }: Phrase): boolean {
  let next = to
  while (next < view.count && next - to < 3 && (view.upos[next] === 'ADV' || view.lower[next] === ',')) next++
  const upos = view.upos[next]
  if (upos !== 'VERB' && upos !== 'AUX') return false
  const before = view.upos[from - 1]
  return before !== 'ADP' && before !== 'VERB' && view.sentence[next] === view.sentence[from]
}

export function honorificGender(view: ChainView, phrase: Phrase): 'female' | 'male' | null {
  for (let at = firstToken(view, view.names[phrase.mention]!) - 1; at >= phrase.from; at--) {
    const lower = view.lower[at]!
    if (lower === '.') continue
    if (/^(?:mr|mrs|ms|miss|sir|lord|lady|dame|king|queen|prince|princess)$/.test(lower)) return genderOfNoun(lower)
    return null
  }
  return null
}

export function titleGender(view: ChainView, { title }: Phrase): 'female' | 'male' | null {
  return title === null ? null : genderOfNoun(view.lower[title.role.to - 1]!)
}
