/** What kind of speaker one noun phrase names. */

import { countryOfDemonym, countryOfMetonym } from '../../countries.ts'
import type { SpeakerKind } from '../../doc.ts'
import {
  BODIES,
  HEARSAY,
  INFORMANTS,
  ON_RECORD,
  OUTLETS,
  PEOPLES,
  PUBLIC_PLURALS,
  QUANTITIES,
  SPOKESPEOPLE,
  STATES,
  TEXTS,
} from './noun-classes.ts'
import { isKnowing, isPossessive, type NounPhrase, nounPhraseOf } from './noun-phrase.ts'
import { countryOf, isBody, isCountry, isCrowd, isPerson, isPlural, lemmaOf, standsFor } from './nouns.ts'
import type { Unit } from './speaker-view.ts'

/** Why a phrase has its kind: what its confidence is measured by. */
export type Ground =
  | 'name'
  | 'place'
  | 'capital'
  | 'body'
  | 'outlet'
  | 'text'
  | 'spokesperson'
  | 'informant'
  | 'person'
  | 'people'
  | 'pronoun'
  | 'unknown'

export interface PhraseKind {
  readonly kind: SpeakerKind | null
  readonly ground: Ground
}

/** "Band member Flea" is a person, whatever else such a name may be. */
function isTitled({ head, before, determiner }: NounPhrase): boolean {
  const last = before.at(-1)
  return (
    determiner === null &&
    last !== undefined &&
    last.mention === null &&
    head!.mention!.kind !== 'publication' &&
    isPerson(last) &&
    !isPlural(last)
  )
}

const PERSONAL = new Set('he she i him her me himself herself myself his hers my mine whoever'.split(' '))
const PLURAL_PRONOUNS = new Set(
  'we us they them our ours their theirs two everyone everybody nobody those others some many most both these none few several all'.split(
    ' ',
  ),
)
const UNNAMED = new Set('someone somebody'.split(' '))

export function kindOf(phrase: NounPhrase): PhraseKind {
  const { head } = phrase
  if (head === null) {
    const isMany = phrase.units.some(({ lower }) => PLURAL_PRONOUNS.has(lower))
    return { kind: isMany ? 'group' : null, ground: 'unknown' }
  }
  if (head.mention !== null)
    return isTitled(phrase) ? { kind: 'person', ground: 'name' } : kindOfName(head, phrase.before.at(-1))
  if (head.upos === 'NUM') return { kind: head.lower === 'one' ? null : 'group', ground: 'unknown' }
  if (head.upos === 'PRON' || PERSONAL.has(head.lower)) return { kind: kindOfPronoun(head), ground: 'pronoun' }
  return kindOfNoun(phrase, head)
}

function kindOfName({ form, mention }: Unit, last: Unit | undefined): PhraseKind {
  const kind = mention!.kind
  if (countryOfMetonym(form) !== null) return { kind: 'state', ground: 'capital' }
  if (kind === 'person') return { kind: 'person', ground: 'name' }
  // "Priorities USA" is no state.
  if (kind === 'place' && last?.upos === 'PROPN' && last.mention === null && last.form !== '.')
    return { kind: null, ground: 'unknown' }
  if (isCountry(form)) return { kind: 'state', ground: 'place' }
  if (kind !== 'publication' && standsFor(form) !== null) return { kind: 'state', ground: 'capital' }
  if (kind === 'organisation' || kind === 'publication') return { kind, ground: 'name' }
  return { kind: null, ground: 'unknown' }
}

function kindOfPronoun({ lower }: Unit): SpeakerKind | null {
  if (PERSONAL.has(lower)) return 'person'
  if (PLURAL_PRONOUNS.has(lower)) return 'group'
  if (UNNAMED.has(lower)) return 'anonymous'
  return null
}

function kindOfNoun(phrase: NounPhrase, head: Unit): PhraseKind {
  const lemma = lemmaOf(head)
  const many = isPlural(head)
  if (isDemonym(head)) return { kind: many ? 'group' : 'anonymous', ground: many ? 'people' : 'person' }
  if (lemma === 'figure' && before(phrase, FIGURES)) return { kind: many ? 'group' : 'anonymous', ground: 'people' }
  if (isCountry(head.form)) return { kind: 'state', ground: 'place' }
  if (/^\p{Lu}/u.test(head.form) && standsFor(head.form) !== null) return { kind: 'state', ground: 'capital' }
  if (PEOPLES.has(head.lower.slice(head.lower.lastIndexOf('-') + 1))) return { kind: 'group', ground: 'people' }
  if (SPOKESPEOPLE.has(lemma) || isPressSecretary(phrase, lemma)) {
    return { kind: many ? 'group' : 'person', ground: 'spokesperson' }
  }
  if (QUANTITIES.has(lemma) && !BODIES.has(lemma) && !TEXTS.has(lemma)) return { kind: 'group', ground: 'people' }
  if (lemma === 'side' && countryOf(phrase.before) !== null) return { kind: 'state', ground: 'place' }
  if (STATES.has(lemma) && head.form !== 'State') return { kind: many ? 'group' : 'state', ground: 'place' }
  if (isCrowd(head) && lemma !== 'people') return { kind: 'group', ground: 'people' }
  if (OUTLETS.has(lemma)) return { kind: 'publication', ground: 'outlet' }
  if (TEXTS.has(lemma) || HEARSAY.has(lemma)) return { kind: 'publication', ground: 'text' }
  if (isBody(head) && isMadeOfPeople(phrase.after)) return { kind: 'group', ground: 'people' }
  if (phrase.determiner?.lower === 'the' && ACRONYM.test(head.form)) return { kind: 'organisation', ground: 'body' }
  if (isBody(head)) return { kind: many && !isOneBody(head) ? 'group' : 'organisation', ground: 'body' }
  return isPerson(head) ? kindOfPerson(phrase, head, lemma, many) : { kind: null, ground: 'unknown' }
}

/** "The Russians", "a Dane". */
export const isDemonym = ({ form, upos }: Unit): boolean =>
  upos !== 'ADJ' && form.length > 3 && !isCountry(form) && countryOfDemonym(form) !== null

const FIGURES = new Set(
  'political religious public senior leading opposition media business key establishment party prominent'.split(' '),
)
const before = ({ before }: NounPhrase, words: ReadonlySet<string>): boolean =>
  before.some(({ lower }) => words.has(lower))

/** "The S.E.C.". */
const ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u

/** "A coalition of mayors". */
function isMadeOfPeople(after: readonly Unit[]): boolean {
  const head = after[0]?.lower === 'of' ? (nounPhraseOf(after.slice(1))?.head ?? null) : null
  return head !== null && head.mention === null && isPlural(head) && isPerson(head)
}

const isOneBody = ({ lower }: Unit): boolean =>
  lower === 'authorities' || lower === 'forces' || lower === 'headquarters'

const isPressSecretary = ({ before }: NounPhrase, lemma: string): boolean =>
  lemma === 'secretary' && before.at(-1)?.lower === 'press'

function kindOfPerson(phrase: NounPhrase, head: Unit, lemma: string, many: boolean): PhraseKind {
  const { determiner, owner, before, after } = phrase
  const first = after[0]
  const knows =
    first !== undefined && (['familiar', 'close', 'with', 'privy'].includes(first.lower) || isKnowing(first))
  if (lemma === 'source' && first?.lower === 'of') return { kind: null, ground: 'unknown' }
  if (many) {
    const knowing = head.lower === 'people' || PUBLIC_PLURALS.has(lemma) ? knows : INFORMANTS.has(lemma)
    return knowing ? { kind: 'anonymous', ground: 'informant' } : { kind: 'group', ground: 'people' }
  }
  const one = before.some(({ lower }) => lower === 'one')
  if (isPossessive(determiner) || (owner.length > 0 && !one)) return { kind: 'person', ground: 'person' }
  if (INFORMANTS.has(lemma) || knows) return { kind: 'anonymous', ground: 'informant' }
  const indefinite = one || (determiner !== null && ['a', 'an', 'one', 'another', 'some'].includes(determiner.lower))
  if (indefinite)
    return ON_RECORD.has(lemma) ? { kind: 'person', ground: 'person' } : { kind: 'anonymous', ground: 'person' }
  return { kind: 'person', ground: 'person' }
}
