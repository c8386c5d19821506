/** Role and what it belongs to, from one noun phrase: "Foreign Minister" of "Russian", "spokesman" of "the ministry". */
import type { Span } from '../../span.ts'
import { BOUNDS, HONORIFICS, numberOf, PEOPLES, QUALIFIERS, SPOKESPEOPLE, TENSES } from './noun-classes.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { isPossessive, nounPhraseOf } from './noun-phrase.ts'
import { isBelonging, isBody, isPerson, lemmaOf } from './nouns.ts'
import type { Unit } from './speaker-view.ts'

export interface PhraseTitle {
  readonly role: Span | null
  readonly of: Span | null
}

const NONE: PhraseTitle = { role: null, of: null }
/** Everybody is one. */
const NO_ROLE = new Set('person people man men woman women boy girl someone somebody'.split(' '))
const GENERIC = new Set(['person', 'people', 'man', 'woman', 'someone', 'somebody', 'one', 'those', 'anyone', 'source'])
const KNOWLEDGE = new Set(['familiar', 'close', 'privy', 'briefed', 'acquainted', 'knowledgeable'])
/** "Republican Senator … of Nevada": what follows these says more than what stands before. */
const REPLACING = new Set(['of', 'for'])
const BELONGING_TO = new Set(['of', 'for', 'at', 'from', 'with', 'to', 'in', 'within', 'inside'])
/** Words that a role is cut in two by nothing: "secretary of state". */
const ENDLESS = new Set(['.', '-', '/', '&', "'", '’'])

/** Of a phrase whose head is the role itself: "the Danish defence minister", "a spokesman for the ministry". */
export function titleOfRole(phrase: NounPhrase): PhraseTitle {
  const { head, before, owner, after } = phrase
  if (head === null || head.mention !== null || NO_ROLE.has(head.lower)) return NONE
  const front = splitTitle([...before, head], true)
  if (front.role === null) return NONE
  const back = afterRole(head, front.role, after)
  const owned = owner.length > 0 && !isPossessive(owner[0]!) && !isTime(owner.at(-1)!) ? hull(owner) : null
  return {
    role: back.role,
    of: owned ?? (front.of !== null && !REPLACING.has(after[0]?.lower ?? '') ? front.of : (back.of ?? front.of)),
  }
}

/** Of a phrase whose head is a person's name: what stands before it, and "of Leeds University" after it. */
export function titleOfName({ before, owner, after }: NounPhrase): PhraseTitle {
  const front = splitTitle(before, false)
  const owned = owner.length > 0 ? hull(owner) : null
  const back =
    after.length > 1 && ['of', 'for', 'from', 'at', 'with'].includes(after[0]!.lower) ? hull(after.slice(1)) : null
  return { role: front.role, of: back ?? owned ?? front.of }
}

/** "Wednesday's poll" is not Wednesday's. */
const isTime = ({ lower }: Unit): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|week|month|year|night|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
    lower,
  )

/** "former Russian Foreign Minister" → "former Russian Foreign Minister" of "Russian": that it is past is never lost. */
function splitTitle(units: readonly Unit[], endsInRole: boolean): PhraseTitle {
  let from = 0
  while (from < units.length && isIdle(units[from]!, units[from - 1], units[from + 1])) from++
  const isBoth = units[from - 1]?.lower === 'and' && units[from - 2]?.lower === 'current'
  const tensed = from < units.length && TENSES.has(units[from]!.lower) ? from : null
  if (tensed !== null) from++
  while (from < units.length && isIdle(units[from]!, units[from - 1], units[from + 1])) from++
  const title = units.slice(endsInRole ? Math.min(from, units.length - 1) : from)
  if (title.length === 0) return NONE
  const [first, cut] = belongingRange(title, endsInRole)
  const of = cut === 0 ? null : hull(title.slice(first, cut))
  let start = cut
  const most = title.length - (endsInRole ? 1 : 0)
  while (start < most && isIdle(title[start]!, title[start - 1], title[start + 1])) start++
  const role = title.slice(start)
  if (role.length === 0) return { role: null, of }
  const end = role.at(-1)!.end
  return { role: { start: tensed === null ? role[0]!.start : units[isBoth ? tensed - 2 : tensed]!.start, end }, of }
}

/** Qualities, numbers, "Mr." and its full stop. */
function isIdle(unit: Unit, last: Unit | undefined, next?: Unit): boolean {
  if (unit.mention !== null || (unit.lower === 'first' && next?.lower === 'lady')) return false
  if (unit.form === '.') return last === undefined || HONORIFICS.has(last.lower) || last.mention !== null
  if (unit.lower === 'lady' && last?.lower === 'first') return false
  return (
    QUALIFIERS.has(unit.lower) ||
    HONORIFICS.has(unit.lower) ||
    unit.upos === 'DET' ||
    numberOf(unit.lower) !== null ||
    unit.upos === 'NUM' ||
    (unit.upos === 'PUNCT' && !ENDLESS.has(unit.form)) ||
    unit.upos === 'ADV' ||
    unit.upos === 'ADP' ||
    BOUNDS.has(unit.lower) ||
    unit.upos === 'CCONJ' ||
    /^\d+-/.test(unit.form) ||
    ['dozen', 'hundred', 'thousand', 'half'].includes(unit.lower)
  )
}

/** The units of a title that say whose it is, from and to; what stands before them is a mere quality. */
function belongingRange(title: readonly Unit[], endsInRole: boolean): [number, number] {
  const head = title.at(-1)!
  const isParty = title.length > 1 && head.mention === null && head.upos !== 'ADJ' && PEOPLES.has(`${head.lower}s`)
  const most = title.length - (endsInRole || isParty || !isBelonging(head) ? 1 : 0)
  let end = 0
  while (end < most && isBelonging(title[end]!, title[end + 1])) end++
  if (end > 0 && end < most && title[end]!.form === '.') end++
  const speaks = SPOKESPEOPLE.has(lemmaOf(head))
  for (let i = end; i < title.length - 1; i++) {
    const unit = title[i]!
    const isProper = unit.upos === 'PROPN' && /^\p{Lu}/u.test(unit.form)
    if (unit.mention !== null && unit.mention.kind !== 'product') return [end === 0 ? i : 0, i + 1]
    if (
      isBody(unit) &&
      (speaks || (isProper && title.slice(i + 1).some(isPerson) && !isCompound(unit, title[i + 1]!)))
    ) {
      return [0, i + 1]
    }
  }
  return [0, end]
}

/** "Police Chief", "Campaign Manager": a body that is a part of the role. */
const isCompound = (body: Unit, next: Unit): boolean =>
  [
    'city',
    'town',
    'county',
    'state',
    'police',
    'campaign',
    'board',
    'party',
    'team',
    'army',
    'navy',
    'security',
    'staff',
  ].includes(body.lower) &&
  [
    'chief',
    'manager',
    'member',
    'leader',
    'officer',
    'chairman',
    'commander',
    'general',
    'captain',
    'chair',
    'attorney',
    'councillor',
    'councilman',
    'manager',
    'auditor',
    'clerk',
  ].includes(next.lower)

function afterRole(head: Unit, role: Span, after: readonly Unit[]): PhraseTitle {
  const first = after[0]
  if (first === undefined) return { role, of: null }
  const whole = { start: role.start, end: after.at(-1)!.end }
  const lemma = lemmaOf(head)
  const generic = GENERIC.has(lemma)
  const knows =
    KNOWLEDGE.has(first.lower) || (first.lower === 'with' && after.some(({ lower }) => lower === 'knowledge'))
  if (knows) return { role: whole, of: null }
  if (generic && lemma !== 'source') return { role, of: null }
  if (!BELONGING_TO.has(first.lower)) return { role, of: null }
  const next = after.findIndex((unit, i) => i > 0 && unit.upos === 'ADP' && BELONGING_TO.has(unit.lower))
  const object = nounPhraseOf(after.slice(1, next < 0 ? after.length : next))
  if (object?.head == null) return { role, of: null }
  const isThing =
    object.head.mention !== null ||
    object.determiner !== null ||
    object.owner.length > 0 ||
    object.before.some((unit) => unit.mention !== null)
  if (isThing) {
    if (first.lower === 'in' && object.head.mention === null && !isBody(object.head)) return { role, of: null }
    return { role, of: hull(after.slice(1)) }
  }
  if (first.lower !== 'of' && first.lower !== 'for') return { role, of: null }
  const longer = { start: role.start, end: object.end }
  return next < 0 ? { role: longer, of: null } : { role: longer, of: afterRole(head, longer, after.slice(next)).of }
}

export const hull = (units: readonly Unit[]): Span => ({ start: units[0]!.start, end: units.at(-1)!.end })
