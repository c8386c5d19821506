/** What kind of party a noun phrase names: who can be told something, and who can pass it on. */
import { countryNamed, countryOfCapital, countryOfDemonym, countryOfMetonym } from '../../countries.ts'
import type { AddresseeKind, RelayKind } from '../../doc.ts'
import { isSpeakingNoun } from '../../english/words.ts'
import { isGroup, isOutlet } from '../../mention-lexicon.ts'
import { BODIES, CROWDS, INFORMANTS, OUTLETS, PEOPLES, QUANTITIES, STATES, TEXTS } from '../speakers/noun-classes.ts'
import type { Phrase } from './phrase-at.ts'
import type { ReportView } from './report-view.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Pronouns that somebody is told by: "told him", "told us". */
const PERSONAL: Readonly<Record<string, AddresseeKind | null>> = {
  me: 'person',
  him: 'person',
  her: 'person',
  us: 'group',
  them: 'group',
  everyone: 'group',
  everybody: 'group',
  you: null,
  someone: 'person',
  somebody: 'person',
  those: 'group',
}

/** Who is told things in the news and is in no list of those who speak. */
const LISTENERS = list(`
  reporter journalist audience viewer listener reader follower attendee guest fan shareholder investor parishioner pupil student donor
  supporter voter delegate lawmaker mourner worshipper host interviewer moderator anchor presenter correspondent columnist pundit
  jury court congress parliament public world nation crowd rally gathering meeting conference summit convention forum fundraiser panel
  constituent loyalist colleague friend family wife husband son daughter brother sister mother father neighbour neighbor cabinet
  troop soldier rank officer recruit member counterpart associate aide staff press media newsroom class congregation`)

/** Gatherings that stand for those who came. */
const GATHERINGS = list(
  'rally gathering meeting conference summit convention forum fundraiser audience crowd panel congress class',
)

const PLURALS = list('people men women children police media staff troops folks clergy')

/** Texts, bodies of knowledge and deeds that look like somebody: "told the truth", "said to date". */
const THINGS = list(`
  truth story tale lie joke secret date time year day moment point way question issue matter effect extent death life camera
  history issue contrary record letter report statement criticism allegation claim charge suggestion news applause laughter cheer boo
  accusation article inquiry request query comment remark email e-mail tweet move decision proposal plan idea concern`)

/** The head noun's dictionary form; names of people by nation as they are. */
const lemmaAt = ({ lemma, lower }: ReportView, at: number): string => {
  const word = (lemma[at] ?? lower[at]!).toLowerCase()
  const hyphen = word.lastIndexOf('-')
  return hyphen > 0 ? word.slice(hyphen + 1) : word
}

/** Null where the phrase is nobody who can be told anything; `kind` is null where it is somebody and nothing tells what. */
export function listenerOf(view: ReportView, phrase: Phrase): { readonly kind: AddresseeKind | null } | null {
  const { name, head, many, end, to } = phrase
  const word = view.lower[head]!
  if (name !== null) return many && end > to ? { kind: 'group' } : kindOfName(view, phrase)
  if (view.upos[head] === 'PRON' || Object.hasOwn(PERSONAL, word))
    return Object.hasOwn(PERSONAL, word) ? { kind: PERSONAL[word]! } : null
  const form = view.form[head]!
  if (countryOfMetonym(form) !== null || countryNamed(form) !== null) return { kind: 'state' }
  if (PEOPLES.has(word) || isGroup(form) || (/^\p{Lu}/u.test(form) && countryOfDemonym(form) !== null))
    return { kind: 'group' }
  if (isOutlet(form)) return { kind: 'publication' }
  const lemma = lemmaAt(view, head)
  if (QUANTITIES.has(lemma) && lemma !== 'team' && end > to && view.lower[to] === 'of') return { kind: 'group' }
  if (lemma === 'hall' && view.lower[head - 1] === 'town') return { kind: 'group' }
  if (THINGS.has(lemma) || (TEXTS.has(lemma) && !LISTENERS.has(lemma))) return null
  if (GATHERINGS.has(lemma)) return { kind: 'group' }
  if (lemma === 'media' || lemma === 'press') return { kind: 'group' }
  if (OUTLETS.has(lemma)) return { kind: many ? 'group' : 'publication' }
  if (lemma === 'country' || lemma === 'nation') return { kind: 'group' }
  if (STATES.has(lemma)) return { kind: many ? 'group' : 'state' }
  if (CROWDS.has(lemma)) return { kind: 'group' }
  if (BODIES.has(lemma)) return { kind: many && word !== 'authorities' ? 'group' : 'organisation' }
  if (!LISTENERS.has(lemma) && !isSpeakingNoun(lemma) && !INFORMANTS.has(lemma))
    // A name that no mention knows: somebody, and nothing tells what.
    return view.upos[head] === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(form) ? { kind: null } : null
  return { kind: many || PLURALS.has(word) ? 'group' : 'person' }
}

function kindOfName(view: ReportView, { name }: Phrase): { kind: AddresseeKind | null } | null {
  const text = view.doc.text.slice(name!.start, name!.end)
  switch (name!.kind) {
    case 'person':
    case 'publication':
      return { kind: name!.kind }
    case 'organisation':
      return { kind: countryOfMetonym(text) !== null ? 'state' : 'organisation' }
    case 'place':
      return { kind: standsForState(text) ? 'state' : null }
    default:
      return isGroup(text) ? { kind: 'group' } : null
  }
}

const standsForState = (name: string): boolean =>
  (countryNamed(name) ?? countryOfMetonym(name) ?? countryOfCapital(name)) !== null

/** Who passes words on; null where the phrase is nobody who does. */
export function relayKindOf(view: ReportView, phrase: Phrase): RelayKind | null {
  const { name, head, many } = phrase
  const word = view.lower[head]!
  if (name === null) {
    if (/^(he|she|i|who)$/.test(word)) return 'person'
    if (word === 'they' || word === 'we') return 'anonymous'
    const lemma = lemmaAt(view, head)
    if (OUTLETS.has(lemma) && !TEXTS.has(lemma)) return 'publication'
    if (isUnnamed(view, phrase, lemma)) return 'anonymous'
  }
  const listener = listenerOf(view, phrase)
  if (listener === null) return null
  if (listener.kind === 'group' && name?.kind === 'person') return 'person'
  if (listener.kind === 'group') return many && name === null ? 'anonymous' : 'organisation'
  return listener.kind ?? 'organisation'
}

/** The source of an attribution, where it is somebody without a name who knows; "voters" and "residents" are not. */
export const isInformant = (view: ReportView, phrase: Phrase): boolean =>
  phrase.name === null && isUnnamed(view, phrase, lemmaAt(view, phrase.head))

/** "Two diplomats", "a person briefed on the plan", "sources": somebody without a name who knows. */
function isUnnamed(view: ReportView, { from, end, many }: Phrase, lemma: string): boolean {
  if (lemma === 'people' && KNOWING.has(view.lower[end] ?? '')) return true
  if (!INFORMANTS.has(lemma)) return false
  const first = view.lower[from]!
  return many || first === 'a' || first === 'an' || first === 'one'
}

const KNOWING = list('familiar close briefed involved informed with')

/** Is it an outlet: by its name, or "the newspaper", "the outlet"? */
export function isOutletPhrase(view: ReportView, { name, head }: Phrase): boolean {
  if (name !== null) return name.kind === 'publication' || isOutlet(view.doc.text.slice(name.start, name.end))
  const lemma = lemmaAt(view, head)
  return OUTLETS.has(lemma) && !['program', 'programme', 'site', 'wire', 'paper'].includes(lemma)
}
