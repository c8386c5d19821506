/** What a source phrase says of its speaker by itself, before its chain is asked. */
import type { SpeakerKind } from '../../doc.ts'
import type { Span } from '../../span.ts'
import { BOUNDS, HEARSAY, QUANTITIES, SPOKESPEOPLE, WORDS_OF } from './noun-classes.ts'
import { isPossessive, type NounPhrase, nounPhraseOf } from './noun-phrase.ts'
import { countryOf, isCountry, isPerson, isPlural, lemmaOf, standsFor } from './nouns.ts'
import { countIn } from './phrase-count.ts'
import { type Ground, isDemonym, kindOf } from './phrase-kind.ts'
import { titleOfName, titleOfRole } from './phrase-title.ts'
import { type SourcePhrase, sourcePhraseOf } from './source-phrase.ts'
import type { Unit } from './speaker-view.ts'

export interface MemberReading {
  readonly span: Span
  readonly head: Span
  readonly kind: SpeakerKind | null
}

export interface PhraseReading {
  readonly kind: SpeakerKind | null
  readonly ground: Ground
  /** The noun or name that a chain is looked up by. */
  readonly head: Span
  /** A proper name in the phrase; null for what has none. */
  readonly name: Span | null
  /** The phrase without relative clauses. */
  readonly core: Span
  readonly role: Span | null
  readonly of: Span | null
  readonly count: number | null
  /** ISO code where a building, a capital or "the Russian side" stands for a state. */
  readonly country: string | null
  readonly spokesperson: boolean
  readonly members: readonly MemberReading[]
  /** "it", "reports": nobody who could be named. */
  readonly impersonal: boolean
  readonly pronoun: boolean
  /** "the minister", "his lawyer", "they": means somebody known already. */
  readonly definite: boolean
}

/** A source of more units is no phrase any more; what follows them is not read. */
const LONGEST = 400

export function phraseReading(units: readonly Unit[]): PhraseReading | null {
  const phrase = sourcePhraseOf(withoutPreposition(units.slice(0, LONGEST)))
  if (phrase === null) return null
  return phrase.members.length > 0 ? readingOfMany(phrase) : readingOfOne(phrase)
}

/** "But", "by", "in media reports"; not the "at" of "at least five". */
function withoutPreposition(units: readonly Unit[]): readonly Unit[] {
  const [first, second] = units
  if (first === undefined || second === undefined || first.mention !== null) return units
  const isIdle = LEADING.has(first.lower) && !BOUNDS.has(second.lower)
  return isIdle ? withoutPreposition(units.slice(1)) : units
}

const LEADING = new Set('by to as from of in among with at on for but and so yet according'.split(' '))

function readingOfMany({ members, label, core }: SourcePhrase): PhraseReading {
  const read = members.map((member, i): MemberReading => {
    const own = i === 0 && label.length > 0 ? { ...member, start: member.head!.start } : member
    const speaking = speakingIn(own)
    const name = speaking.head?.mention?.kind === 'person' ? speaking.head : null
    return { span: name ?? { start: own.start, end: own.end }, head: speaking.head ?? own, kind: kindOf(speaking).kind }
  })
  const kinds = new Set(read.map(({ kind }) => kind))
  const [kind] = kinds
  const isOneKind =
    kinds.size === 1 &&
    label.length === 0 &&
    (kind === 'state' || kind === 'organisation' || kind === 'publication' || kind === 'anonymous')
  const labelled = nounPhraseOf(label)
  const named = labelled && titleOfRole(labelled)
  return {
    kind: isOneKind ? kind : 'group',
    ground: 'people',
    head: core,
    name: null,
    core,
    role: named?.role ?? null,
    of: named?.of ?? null,
    count: labelled && countIn(labelled),
    country: null,
    spokesperson: false,
    members: read,
    impersonal: false,
    pronoun: false,
    definite: false,
  }
}

function readingOfOne({ main, apposition, core }: SourcePhrase): PhraseReading {
  const speaking = speakingIn(main)
  const { head } = speaking
  const found = kindOf(speaking)
  const isSomeone =
    found.ground === 'capital' &&
    apposition?.head != null &&
    apposition.head.mention === null &&
    isPerson(apposition.head)
  const { kind, ground } = isSomeone ? ({ kind: 'person', ground: 'name' } as const) : found
  const one = main.head?.lower === 'one' && speaking !== main
  const named = nameIn(speaking, apposition, one)
  const isPersonName = named?.mention?.kind === 'person' && kind !== 'state'
  const title = titleIn(speaking, isPersonName ? named : null, apposition)
  const spokesperson = [head, ...speaking.before, ...(apposition?.units ?? [])].some(
    (unit) => unit !== null && SPOKESPEOPLE.has(lemmaOf(unit)),
  )
  const isUnnamedSpeaker =
    ground === 'spokesperson' &&
    kind === 'person' &&
    !isPersonName &&
    ['a', 'an', 'one', 'another'].includes(main.determiner?.lower ?? '')
  return {
    kind: isPersonName ? 'person' : one && kind === 'group' ? 'anonymous' : kind,
    ground: isPersonName ? 'name' : ground,
    head: named ?? head ?? speaking,
    name: named,
    core: speaking === main ? core : { start: speaking.start, end: speaking.end },
    ...title,
    count:
      one || isUnnamedSpeaker || (kind === 'anonymous' && !isPersonName && head !== null && !isPlural(head))
        ? 1
        : kind === 'anonymous' || kind === 'group'
          ? countIn(main)
          : null,
    country: kind === 'state' ? stateOf(speaking) : null,
    spokesperson,
    members: [],
    impersonal: isImpersonal(main),
    pronoun: ground === 'pronoun',
    definite:
      ground === 'pronoun' ||
      isPossessive(main.determiner) ||
      ['the', 'this', 'that', 'these', 'those'].includes(main.determiner?.lower ?? ''),
  }
}

/** Whose words they are in "a statement from the ministry", "her letter", and who is counted in "a number of voters". */
function speakingIn(phrase: NounPhrase): NounPhrase {
  const { head, owner, after, before, determiner } = phrase
  if (head === null || head.mention !== null) return phrase
  const lemma = lemmaOf(head)
  const object = after.length > 1 && after[0]!.upos === 'ADP' ? nounPhraseOf(after.slice(1)) : null
  if ((QUANTITIES.has(lemma) || head.upos === 'NUM') && after[0]?.lower === 'of' && object !== null) return object
  if (!WORDS_OF.has(lemma)) return phrase
  if (owner.length > 0) return nounPhraseOf(owner) ?? phrase
  if (isPossessive(determiner)) return nounPhraseOf([{ ...determiner!, upos: 'PRON' }]) ?? phrase
  if (object !== null && ['by', 'from', 'of'].includes(after[0]!.lower)) return object
  const mention = before.findLast(
    (unit) => unit.mention !== null && unit.mention.kind !== 'place' && unit.mention.kind !== 'publication',
  )
  return mention === undefined ? phrase : (nounPhraseOf([mention]) ?? phrase)
}

/** The proper name of the speaker: the head, a person set beside it, or the outlet of an article. */
function nameIn({ head, before, ...phrase }: NounPhrase, apposition: NounPhrase | null, one: boolean): Unit | null {
  if (head === null) return null
  if (head.mention !== null)
    return ['a', 'an', 'another', 'one', 'some'].includes(phrase.determiner?.lower ?? '') &&
      head.mention.kind !== 'person'
      ? null
      : head
  const beside = apposition?.head ?? null
  if (beside?.mention?.kind === 'person' && isPerson(head) && (one || !isPlural(head))) return beside
  const { kind } = kindOf({ ...phrase, head, before })
  if (kind !== 'publication') return null
  const by = phrase.after.length > 1 && BY.has(phrase.after[0]!.lower) ? nounPhraseOf(phrase.after.slice(1)) : null
  return (
    [...before, ...phrase.owner, ...(by?.head == null ? [] : [by.head])].find(
      (unit) => unit.mention?.kind === 'publication',
    ) ?? null
  )
}

function titleIn(
  phrase: NounPhrase,
  person: Unit | null,
  apposition: NounPhrase | null,
): Pick<PhraseReading, 'role' | 'of'> {
  const none = { role: null, of: null }
  if (person !== null && phrase.head === person) {
    const own = titleOfName(phrase)
    if (own.role !== null || apposition === null || apposition.head?.mention != null) return own
    const beside = titleOfRole(apposition)
    return { role: beside.role, of: beside.of ?? own.of }
  }
  const { head } = phrase
  if (head === null || head.mention !== null || head.upos === 'PRON' || head.upos === 'NUM') return none
  const { kind, ground } = kindOf(phrase)
  if (kind === 'state') return none
  if (
    kind === 'person' ||
    kind === 'anonymous' ||
    ground === 'spokesperson' ||
    (ground === 'people' && (isPerson(head) || isDemonym(head)) && !PRONOMINAL.has(head.lower))
  )
    return titleOfRole(phrase)
  if (kind === 'publication')
    return { role: null, of: titleOfRole(BY.has(phrase.after[0]?.lower ?? '') ? phrase : { ...phrase, after: [] }).of }
  return { role: null, of: kind === 'organisation' ? titleOfRole(phrase).of : null }
}

const PRONOMINAL = new Set(['others', 'other', 'those', 'none', 'one', 'ones'])
const BY = new Set(['by', 'from', 'in'])

/** The state behind a capital, a building, "the Russian side", "the government in Berlin"; null for a state by its own name. */
function stateOf({ head, before, owner, after }: NounPhrase): string | null {
  if (head === null || isCountry(head.form)) return null
  return standsFor(head.form) ?? countryOf(before) ?? countryOf(owner) ?? countryOf(after)
}

function isImpersonal({ head, determiner, before, owner, after, units }: NounPhrase): boolean {
  if (head === null) return false
  if (units.length === 1 && (head.lower === 'it' || head.lower === 'there')) return true
  return (
    determiner === null && before.length === 0 && owner.length === 0 && after.length === 0 && HEARSAY.has(lemmaOf(head))
  )
}
