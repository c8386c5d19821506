/** Subjects without a name: concepts of the table, and the nouns that a content's main verb has for subject and object. */
import { genderOfNoun, isOffice } from '../chains/role-nouns.ts'
import { conceptsIn } from './concepts.ts'
import { normalWord } from './normal-word.ts'
import { type Candidate, type Range, type SubjectView, upos } from './subject-view.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Nouns that tell nothing of what is talked about. */
const EMPTY = words(
  `thing way day time year month week hour minute moment percent per cent people person man woman anyone someone everyone nobody everybody anybody nothing something everything
anything part number lot bit case fact point kind sort type side end start beginning reason result place area one other half third quarter majority rest member group range series
amount level rate figure total million billion thousand hundred dozen ten couple pair matter issue question problem situation situations step move decision plan intention idea word
statement comment remark example chance possibility opportunity effort work job use need role course term right responsibility sign message answer report news information detail
order request call demand response reaction position view opinion condition circumstance consequence effect impact success failure loss difference change increase decrease rise fall
name list age size value line life world country nation state city town village region home house room morning evening night afternoon today tomorrow yesterday date period century decade
spokesman spokeswoman spokesperson official source minister president chairman chairwoman leader head chief secretary director mayor governor premier prime chancellor king queen
mr mrs ms sir contact touch hand eye face mind heart back front top bottom place permission warning assurance expert guest friend colleague partner ally allies side party sense
clear lack look try bid talk try share extent degree form action activity process measure proposal announcement briefing practice purpose aim goal target basis context agenda list
value while self importance interest attention respect favour doubt illusion hope fear worry anger surprise pride shame attempt boost surge target ability capability event occasion version model detail cause reality document intent joke truth story ambiguity theme memory legacy progress plenty folk reputation reservation pressure wisdom uncertainty choice phrase confusion race act visitor resistance seat rep delegation experience struggle journey shortcoming knowledge trend strain projection contradiction challenge push criticism draft stake equivalent portion promise successor victory advice chart lesson danger policy failing future
 contrast destruction assertion attitude difficulty concern moment page outcome scenario future past present`,
)

const MODIFIER = words('DET ADJ NUM ADV')

/** Concepts in `range`, but for the tokens that `isTaken`. */
export function conceptSubjects(view: SubjectView, range: Range, isTaken: (at: number) => boolean): Candidate[] {
  const free: string[] = []
  for (let at = range.from; at < range.to; at++) free.push(isTaken(at) ? '' : view.lower[at]!)
  return conceptsIn(free).flatMap(({ name, at, length }) => {
    const from = range.from + at
    const to = from + length
    return isNominal(view, from, to) ? [{ from, to, kind: 'topic', name, chain: null }] : []
  })
}

/** "He will attack" has a verb, "the attack" a noun. */
function isNominal(view: SubjectView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = upos(view, at)
    if (kind === 'NOUN' || kind === 'PROPN') return true
    if (kind === 'ADJ' && to - from === 1 && upos(view, at - 1) === 'DET' && upos(view, at + 1) !== 'NOUN') return true
  }
  return false
}

/** The head nouns of subject and object of the main verb in `range`, but for the tokens that `isTaken`. */
export function mainNouns(view: SubjectView, range: Range, isTaken: (at: number) => boolean): Candidate[] {
  const verb = mainVerb(view, range)
  const found: Candidate[] = []
  const subject = headFrom(view, range.from, verb)
  if (subject !== null) found.push(...topicOf(view, subject, isTaken))
  const after = pastVerbs(view, verb, range.to)
  // "It is a burden" tells what it is like, not of burdens.
  const isCopula = after > verb && view.doc.layers.words.lemma[after - 1] === 'be'
  const object = isCopula ? null : headFrom(view, after, range.to)
  if (object !== null) found.push(...topicOf(view, object, isTaken))
  return found
}

/** Index of the first verb behind a first noun; of the first verb where the content begins with it. */
function mainVerb(view: SubjectView, { from, to }: Range): number {
  let isRelative = false
  for (let at = from; at < to; at++) {
    const kind = upos(view, at)
    if (at > from && (view.lower[at] === 'who' || view.lower[at] === 'which')) isRelative = true
    if (kind === 'AUX' || kind === 'VERB') {
      if (!isRelative) return at
      at = pastVerbs(view, at, to) - 1
      isRelative = false
    }
  }
  return to
}

function pastVerbs(view: SubjectView, verb: number, to: number): number {
  let at = verb
  while (at < to && ['AUX', 'VERB', 'PART', 'ADV'].includes(upos(view, at))) at++
  return at
}

/** The run of nouns that begins at `from` after articles and adjectives; null where something else comes first. */
function headFrom(view: SubjectView, from: number, to: number): Range | null {
  let at = from
  while (at < to && (MODIFIER.has(upos(view, at)) || isOpening(view, at, from))) at++
  let first = at
  let end = at
  while (at < to) {
    const kind = upos(view, at)
    if (kind === 'NOUN') end = at + 1
    else if (view.lower[at] === "'s" || view.lower[at] === "'") first = at + 1
    else if (kind !== 'PROPN' && kind !== 'ADJ' && kind !== 'NUM') break
    at++
  }
  return end > first ? { from: first, to: end } : null
}

/** "that", quotation marks and "their" before the noun. */
function isOpening(view: SubjectView, at: number, from: number): boolean {
  const kind = upos(view, at)
  return (kind === 'PUNCT' || kind === 'SCONJ') && at - from < 3
    ? true
    : kind === 'PRON' && upos(view, at + 1) === 'NOUN'
}

function topicOf(view: SubjectView, { from, to }: Range, isTaken: (at: number) => boolean): Candidate[] {
  const { lemma } = view.doc.layers.words
  const head = to - 1
  const noun = (lemma[head] ?? '').toLowerCase()
  const isName = (at: number): boolean => view.mentionAt[at]! >= 0 || view.timexAt[at]! >= 0 || isTaken(at)
  if (
    isName(head) ||
    EMPTY.has(noun) ||
    noun.endsWith('ness') ||
    noun.endsWith('ity') ||
    noun.length < 3 ||
    !/^\p{L}/u.test(noun)
  )
    return []
  // One person is somebody, not a matter; several may be one: "the minister", "pilots".
  const isOne = normalWord(view.lower[head]!) === view.lower[head]
  if (isOne && (isOffice(noun) || genderOfNoun(noun) !== null)) return []
  const hasModifier = head > from && upos(view, head - 1) === 'NOUN' && !isName(head - 1)
  const modifier = hasModifier ? (lemma[head - 1] ?? '').toLowerCase() : ''
  const start = modifier === '' || EMPTY.has(modifier) ? head : head - 1
  return [{ from: start, to, kind: 'topic', name: start < head ? `${modifier} ${noun}` : noun, chain: null }]
}
