/** A page on which nobody speaks reports nothing: recipes, contracts and poems are full of words that report elsewhere. */
import type { Attribution, Doc, LayerName, Mention } from './doc.ts'
import { SPEAKER_NOUNS } from './english/speaker-nouns.ts'
import { firstFrom, overlaps, type Span } from './span.ts'
import type { Stage } from './stage.ts'

/** Finds without a speaker for one with; a news page has fewer than one. */
const MOST_SILENT = 1.5
/** Finds as sure as this stay on any page. */
const SURE = 0.75

/** Among many that cannot speak, fewer than this are slips too: "the country told itself". */
const FEWEST_SPOKEN = 3
/** Of a shorter text too little is seen to tell; in tokens. */
const SHORTEST = 80

type Needs = 'tokens' | 'words' | 'mentions'

/**
 * The attributor, but on a page where most of what it finds has no source that can speak ("the label says", "show that"),
 * only what has one, or is sure on its own, is kept. On a news page most sources are people, bodies or papers, and all stays as it is.
 */
export const onSpeakingPages = <N extends LayerName>(
  attributor: Stage<N, 'attributions'>,
): Stage<N | Needs, 'attributions'> => ({
  ...attributor,
  needs: [...new Set<N | Needs>([...attributor.needs, 'tokens', 'words', 'mentions'])],
  run(doc) {
    const found = attributor.run(doc as unknown as Doc<N>)
    const onlySpoken = (all: readonly Attribution[]) => spokenOf(doc as unknown as Doc<Needs>, all)
    return found instanceof Promise ? found.then(onlySpoken) : onlySpoken(found)
  },
})

function spokenOf(doc: Doc<Needs>, found: readonly Attribution[]): readonly Attribution[] {
  const spoken = new Set(found.filter(({ source }) => source.some((span) => canSpeak(doc, span))))
  const silent = found.length - spoken.size - found.filter(({ source }) => isUndecided(doc, source)).length
  if (silent <= MOST_SILENT * spoken.size || doc.layers.tokens.length < SHORTEST) return found
  const believed = spoken.size < FEWEST_SPOKEN ? new Set<Attribution>() : spoken
  return found
    .filter((each) => each.confidence >= SURE || believed.has(each))
    .map((attribution, i) => ({ ...attribution, id: `a${i + 1}` }))
}

const NAMES: readonly Mention['kind'][] = ['person', 'organisation', 'place', 'publication']
const PRONOUNS = new Set(['he', 'she', 'they', 'who'])
/** Of a company, an author, a reader, a thing: these say nothing of the page. */
const UNDECIDED = new Set(['i', 'it', 'its', 'we', 'us', 'you', 'which', 'that', 'this', 'one', 'some', 'many'])

/** A source of a single word that may stand for anything. */
function isUndecided({ text }: Doc<Needs>, source: readonly Span[]): boolean {
  const [only, second] = source
  return only !== undefined && second === undefined && UNDECIDED.has(text.slice(only.start, only.end).toLowerCase())
}

function canSpeak({ layers }: Doc<Needs>, source: Span): boolean {
  const { tokens, words, mentions } = layers
  for (let i = firstFrom(mentions, source.start); i < mentions.length && mentions[i]!.start < source.end; i++) {
    if (NAMES.includes(mentions[i]!.kind) && overlaps(mentions[i]!, source)) return true
  }
  for (let i = firstFrom(tokens, source.start); i < tokens.length && tokens[i]!.end <= source.end; i++) {
    const lemma = words.lemma[i]!.toLowerCase()
    if (words.upos[i] === 'PRON' ? PRONOUNS.has(lemma) : words.upos[i] === 'NOUN' && SPEAKER_NOUNS.has(lemma))
      return true
  }
  return false
}
