/** Nouns that name a medium, each row with a sentence it reads and one it must leave alone. */
import type { MediumKind } from '../../doc.ts'

export interface MediumRow {
  readonly kind: MediumKind
  /** Lemmas; the last word of the noun phrase. */
  readonly nouns: readonly string[]
  /** What may stand before the phrase. */
  readonly prepositions: readonly string[]
  /** A word that must stand before the noun in its phrase; any where empty. */
  readonly with: readonly string[]
  /** `[S source] [C cue] [Q content]`, the medium in `[M …]`. */
  readonly example: string
  readonly not: string
}

const words = (list: string): string[] => list.trim().split(/\s+/)

/** The first row that fits counts. */
export const MEDIUM_ROWS: readonly MediumRow[] = [
  {
    kind: 'press-conference',
    nouns: words('conference'),
    prepositions: words('in at during on'),
    with: words('press news media'),
    example: '[S The coach] [C said] at [M a press conference] [Q that he would stay].',
    not: '[S The coach] [C said] at a climate conference [Q that he would stay].',
  },
  {
    kind: 'press-conference',
    nouns: words('briefing presser stakeout teleconference'),
    prepositions: words('in at during on'),
    with: [],
    example: '[S The spokesman] [C said] at [M a daily briefing] [Q that talks were near].',
    not: '[S The spokesman], after a briefing, [C said] [Q that talks were near].',
  },
  {
    kind: 'diplomatic-channel',
    nouns: words('channel'),
    prepositions: words('through via over by in'),
    with: words('embassy diplomatic back official private confidential consular secure military-to-military'),
    example: '[S Washington] [C assured] Moscow through [M embassy channels] [Q that nobody would come].',
    not: '[S The captain] [C said] by the old channel [Q that nobody would come].',
  },
  {
    kind: 'diplomatic-channel',
    nouns: words('note cable démarche demarche'),
    prepositions: words('by in through via with'),
    with: words('diplomatic verbal protest'),
    example: '[S The ambassador] [C informed] Poland by [M diplomatic note] [Q that the bridge was safe].',
    not: '[S The ambassador] [C said] on a bitter note [Q that the bridge was safe].',
  },
  {
    kind: 'interview',
    nouns: words('interview q&a sit-down'),
    prepositions: words('in during at'),
    with: [],
    example: '[S The mayor] [C said] in [M an interview] [Q that the lift was new].',
    not: 'After an interview, [S the mayor] [C said] [Q that the lift was new].',
  },
  {
    kind: 'social',
    nouns: words('tweet tweetstorm retweet thread hashtag'),
    prepositions: words('in on via with'),
    with: [],
    example: 'In [M a tweet], [S the coach] [C said] [Q that he would stay].',
    not: 'Of the tweet, [S the coach] [C said] [Q that it was a joke].',
  },
  {
    kind: 'social',
    nouns: words('post message video livestream'),
    prepositions: words('in on via through'),
    with: words('facebook twitter instagram telegram x blog social online'),
    example: '[S The band] [C wrote] in [M a social post] [Q that the tour was near].',
    not: '[S The band] [C said] of this video [Q that the tour was near].',
  },
  {
    kind: 'social',
    nouns: words('blog post posting channel account page feed media network platform'),
    prepositions: words('in on via through'),
    with: [],
    example: '[S The governor] [C wrote] on [M his channel] [Q that the sirens were a test].',
    not: '[S The governor] [C said] in the media room [Q that the sirens were a test].',
  },
  {
    kind: 'speech',
    nouns: words(
      'speech address remark lecture sermon keynote rally debate hearing testimony toast eulogy homily oration monologue fundraiser',
    ),
    prepositions: words('in at during'),
    with: [],
    example: 'During [M a speech] to miners, [S the premier] [C said] [Q that wages would stay].',
    not: 'Before a speech to miners, [S the premier] [C said] [Q that wages would stay].',
  },
  {
    kind: 'speech',
    nouns: words('hall'),
    prepositions: words('in at during'),
    with: words('town'),
    example: '[S The senator] [C said] at [M a town hall] [Q that the road would be safe].',
    not: '[S The senator] [C said] in the great hall [Q that the road would be safe].',
  },
  {
    kind: 'document',
    nouns: words(
      'statement letter report memo memorandum op-ed article essay column editorial book memoir autobiography release communique communiqué declaration filing lawsuit complaint brief affidavit ruling opinion decision indictment email e-mail note petition manifesto document paper study resolution treaty pamphlet leaflet questionnaire pleading dispatch review newsletter bulletin',
    ),
    prepositions: words('in by via through'),
    with: [],
    example: '[S The bank] [C said] in [M a statement] [Q that it was safe].',
    not: '[S The bank], in response to a letter, [C said] [Q that it was safe].',
  },
  {
    kind: 'broadcaster',
    nouns: words('television tv radio broadcast broadcaster podcast programme program show airwaves channel'),
    prepositions: words('on over in during via'),
    with: [],
    example: '[S The general] [C said] on [M state television] [Q that the road was safe].',
    not: '[S The general] [C said] of the programme [Q that it was old].',
  },
  {
    kind: 'other',
    nouns: words(
      'call phone telephone text voicemail conversation videoconference webcast webinar recording tape clip videotape audio video message',
    ),
    prepositions: words('in during on by over via through'),
    with: [],
    example: '[S He] [C told] the premier in [M a phone call] [Q that the gas would stay].',
    not: '[S He] [C said] of the phone call [Q that it was new].',
  },
]

/** Verbs that are themselves a medium. */
export const MEDIUM_VERBS: ReadonlyMap<string, MediumKind> = new Map([
  ['tweet', 'social'],
  ['retweet', 'social'],
])
