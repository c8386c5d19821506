/** The trained attributor: a network's spans joined into attributions, completed by the rules where they are surer. */
import type { Attribution } from '../doc.ts'
import { countLetters, formOf, type LetterCount, lettersIn } from '../english/form-of.ts'
import { ruleAttributor } from '../english/rule-attributor.ts'
import { MONTHS, TIME_NOUNS, WEEKDAYS } from '../english/words.ts'
import { proseBlocks } from '../prose-blocks.ts'
import { firstFrom, inTextOrder, type Span, sliceOf } from '../span.ts'
import type { Stage } from '../stage.ts'
import { type Acceptance, combined, isAccepted } from './combination.ts'
import { completer } from './completion.ts'
import { confidenceOf } from './confidence.ts'
import { withContinuedQuotations } from './continued-quotations.ts'
import { type Find, findOfCompletion, findOfRelation } from './find.ts'
import type { AttributableDoc, FoundSpans, SpanFinder } from './labelled-span.ts'
import { mannerOf } from './manner.ts'
import { supplemented } from './supplement.ts'

/** @param findSpans the network's reading of a document. */
export const networkAttributor = (
  findSpans: SpanFinder,
): Stage<'blocks' | 'tokens' | 'sentences' | 'quotations', 'attributions'> => ({
  name: 'network-attributor',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences', 'quotations'],
  gives: 'attributions',
  run: (doc) => attribute(doc, findSpans),
})

/** Finds less sure than this are more often wrong than worth a reader's look. */
const LEAST_CONFIDENCE = 0.35

function attribute(doc: AttributableDoc, findSpans: SpanFinder): Attribution[] {
  const letters = countLetters(doc)
  return findsIn(doc, findSpans)
    .filter(({ source, content }) =>
      [content, ...source.map((span) => [span])].every((spans) => lettersIn(letters, spans) > 0),
    )
    .map((find) => attributionOf(doc, letters, find))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => inTextOrder(a.content[0]!, b.content[0]!))
    .map((attribution, index) => ({ id: `a${index + 1}`, ...attribution }))
}

function attributionOf(doc: AttributableDoc, letters: LetterCount, find: Find): Omit<Attribution, 'id'> {
  const { source, cue, content, rule, belief } = find
  // A rule knows of layouts that stand for quotation marks.
  const form = belief === null ? rule!.form : formOf(letters, cue, content)
  const by = belief === null ? rule!.by : 'network'
  return { form, manner: mannerOf(doc, find), source, cue, content, by, confidence: confidenceOf(find, form) }
}

/** Least mass of a content that the network did not choose itself. */
const LEAST_MASS = 0.3

/** Everything found: by the network alone, by both together, by the rules alone. */
export function findsIn(
  doc: AttributableDoc,
  findSpans: SpanFinder,
  accepts: Acceptance = isAccepted,
): readonly Find[] {
  const isOpen = openIn(doc)
  const {
    found,
    linked: { relations, open, idle },
  } = supplemented(doc, reported(isOpen, findSpans(doc)))
  const ruled = ruleAttributor().run(doc) as Attribution[]
  const { finds, open: stillOpen } = combined(doc, relations.map(findOfRelation), open, ruled, accepts, idle)
  const { near } = completer(doc, found)
  const completions = stillOpen.flatMap((each) => {
    const completion = near(each.cue.index, 'content')
    return completion === null || completion.mass < LEAST_MASS ? [] : [findOfCompletion(each, completion)]
  })
  return withContinuedQuotations(
    doc,
    [...finds, ...completions].filter((find) => isReport(find) && !isTimeAlone(doc, find)),
    isOpen,
  )
}

/** Candidates less likely than this are not worth a look. */
const LEAST_CANDIDATE = 0.05

/** Whether a span stands in a block that statements may come from: no furniture, no other language, no code. */
function openIn({ text, layers: { blocks } }: AttributableDoc): (span: Span) => boolean {
  const isProse = proseBlocks(text, blocks)
  return ({ start }) => isProse[firstFrom(blocks, start + 1) - 1] === true
}

/** The likely ones of the spans that the network found in open blocks. */
const reported = (isOpen: (span: Span) => boolean, { chosen, candidates }: FoundSpans): FoundSpans => ({
  chosen: chosen.filter(isOpen),
  candidates: candidates.filter((span) => span.posterior >= LEAST_CANDIDATE && isOpen(span)),
})

/** A content of the network's without cue or speaker is no report, unless a rule says why it is one. */
const isReport = ({ cue, source, rule }: Find): boolean => rule !== null || cue.length > 0 || source.length > 0

/** "Last week" in "Last week Politico reported …": when it was said is not what was said. Quoted, it may be an answer. */
function isTimeAlone({ text }: AttributableDoc, { content }: Find): boolean {
  if (content.length > 1 || content[0]!.end - content[0]!.start > LONGEST_TIME) return false
  const words = sliceOf(text, content[0]!).toLowerCase().split(' ')
  return words.some(isTimeWord) && words.every((word) => isTimeWord(word) || TIME_LINKS.has(word) || /^\d+$/.test(word))
}

/** In characters: "on the morning of 12 September 2024". */
const LONGEST_TIME = 40
const TIME_LINKS = new Set('on in at by of the this last next past previous early late earlier later ago'.split(' '))
const isTimeWord = (word: string): boolean => WEEKDAYS.has(word) || MONTHS.has(word) || TIME_NOUNS.has(word)
