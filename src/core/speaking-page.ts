/** A page on which nobody speaks reports nothing: recipes, contracts and poems are full of words that report elsewhere. */
import type { Attribution, Doc, LayerName, Mention } from './doc.ts'
import { firstFrom } from './quotation-states.ts'
import { overlaps, type Span } from './span.ts'
import type { Stage } from './stage.ts'

/** Finds without a speaker for one with; a news page has fewer than one. */
const MOST_SILENT = 1.5

type Needs = 'tokens' | 'words' | 'mentions'

/**
 * The attributor, but on a page where most of what it finds has no source that can speak ("the label says", "show that"),
 * only what has one is kept. On a news page most sources are people, bodies or papers, and all stays as it is.
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
  const spoken = found.filter(({ source }) => source.some((span) => canSpeak(doc, span)))
  const silent = found.length - spoken.length - found.filter(({ source }) => isUndecided(doc, source)).length
  if (silent <= MOST_SILENT * spoken.length) return found
  return spoken.map((attribution, i) => ({ ...attribution, id: `a${i + 1}` }))
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
    if (words.upos[i] === 'PRON' ? PRONOUNS.has(lemma) : SPEAKERS.has(lemma)) return true
  }
  return false
}

/** People, bodies and papers whose words the news reports, as lemmas. */
const SPEAKERS: ReadonlySet<string> = new Set(
  `activist actor administration adviser advisor advocate agency aide airline ally ambassador analysis analyst anchor army article assistant
  association attorney aunt author authority backer bank billionaire biographer bishop board boss brother bureau business businessman
  businesswoman cabinet campaign campaigner candidate captain caller celebrity centre center chairman chairwoman chancellor chief church citizen
  city coach coalition colleague columnist commander commentator commission commissioner committee community company conductor congressman
  congresswoman conservative consultant contender correspondent council councillor court critic daughter defendant delegate
  delegation department deputy detective developer dictator diplomat director dissident doctor document donor driver economist editor editorial
  embassy employee employer engineer envoy establishment everyone examiner executive expert eyewitness family farmer father film-maker firm
  firefighter fisherman foe force foreman foundation founder friend general government governor group guard guest guide headmaster historian
  holder host house hunter husband inspector institute insider institution inquiry insurgent intelligence interpreter inventor investigation
  investigator investor journalist judge jury justice king kingdom landlord law-maker lawmaker lawsuit lawyer leader league leadership legislator
  legislature letter liberal lieutenant loyalist majority man manager manufacturer marshal mayor mechanic media member memo militia minister
  ministry moderator monarch mother musician narrator nation neighbour neighbor network newspaper nominee nurse observer officer official
  operative operator opponent opposition organisation organization organiser organizer outlet owner painter paper parent parliament
  participant partner party passenger patient people person philosopher physician pilot player poet police policeman politician poll pollster
  pope premier president press priest prime-minister prince princess principal prisoner producer professor progressive prosecution prosecutor
  protester publisher pundit pupil queen rally reader rebel regime regulator relative report reporter representative republican republic
  researcher resident rival ruler ruling sailor scholar school scientist secretary senate senator separatist sergeant service sheriff side singer
  sister skipper soldier son source speaker spectator spokesman spokesperson spokeswoman staff staffer star state statement statistician
  strategist student study suitor superintendent supporter surgeon survey survivor suspect syndicate teacher team tenant terrorist trader
  trainer tribunal troop trustee union university uncle veteran vet vice-president victim village villager visitor volunteer voter warden watchdog
  website wife winner witness woman worker writer`
    .split(/\s+/)
    .filter((noun) => noun !== ''),
)
