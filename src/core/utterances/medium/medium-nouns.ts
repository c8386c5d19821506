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
  /** The medium in brackets, content in braces. */
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
    example: 'The coach said at [a press conference] {that he would stay}.',
    not: 'The coach said at a climate conference {that he would stay}.',
  },
  {
    kind: 'press-conference',
    nouns: words('briefing presser stakeout teleconference'),
    prepositions: words('in at during on'),
    with: [],
    example: 'The spokesman said at [a daily briefing] {that talks went on}.',
    not: 'The spokesman, ahead of a briefing, said {that talks went on}.',
  },
  {
    kind: 'diplomatic-channel',
    nouns: words('channel'),
    prepositions: words('through via over by in'),
    with: words('embassy diplomatic back official private confidential consular secure military-to-military'),
    example: 'Washington assured Moscow through [embassy channels] {that nobody would come}.',
    not: 'The captain said on the English channel {that nobody would come}.',
  },
  {
    kind: 'diplomatic-channel',
    nouns: words('note cable démarche demarche'),
    prepositions: words('by in through via with'),
    with: words('diplomatic verbal protest'),
    example: 'The ambassador informed Poland by [diplomatic note] {that the bridge was shut}.',
    not: 'The ambassador said on a bitter note {that the bridge was shut}.',
  },
  {
    kind: 'interview',
    nouns: words('interview q&a sit-down'),
    prepositions: words('in during at'),
    with: [],
    example: 'The mayor said in [an interview] {that the lift was new}.',
    not: 'After an interview, the mayor said {that the lift was new}.',
  },
  {
    kind: 'social',
    nouns: words('tweet tweetstorm retweet thread hashtag'),
    prepositions: words('in on via with'),
    with: [],
    example: 'In [a tweet], the coach said {that he would stay}.',
    not: 'Of the tweet, the coach said {that it was a joke}.',
  },
  {
    kind: 'social',
    nouns: words('post message video livestream'),
    prepositions: words('in on via through'),
    with: words('facebook twitter instagram telegram x blog social online'),
    example: 'The band wrote in [a Facebook post] {that the tour was over}.',
    not: 'The band said on this post {that the tour was over}.',
  },
  {
    kind: 'social',
    nouns: words('blog post posting channel account page feed media network platform'),
    prepositions: words('in on via through'),
    with: [],
    example: 'The governor wrote on [his Telegram channel] {that the sirens were a test}.',
    not: 'The governor said in the media room {that the sirens were a test}.',
  },
  {
    kind: 'speech',
    nouns: words(
      'speech address remark lecture sermon keynote rally debate hearing testimony toast eulogy homily oration monologue fundraiser',
    ),
    prepositions: words('in at during'),
    with: [],
    example: 'During [a speech] to miners the premier said {that wages would rise}.',
    not: 'Before a speech to miners the premier said {that wages would rise}.',
  },
  {
    kind: 'speech',
    nouns: words('hall'),
    prepositions: words('in at during'),
    with: words('town'),
    example: 'The senator said at [a town hall] {that the road would be mended}.',
    not: 'The senator said in the great hall {that the road would be mended}.',
  },
  {
    kind: 'document',
    nouns: words(
      'statement letter report memo memorandum op-ed article essay column editorial book memoir autobiography release communique communiqué declaration filing lawsuit complaint brief affidavit ruling opinion decision indictment email e-mail note petition manifesto document paper study resolution treaty pamphlet leaflet questionnaire pleading dispatch review newsletter bulletin',
    ),
    prepositions: words('in by via through'),
    with: [],
    example: 'The bank said in [a statement] {that it was sound}.',
    not: 'The bank, in response to a letter, said {that it was sound}.',
  },
  {
    kind: 'broadcaster',
    nouns: words('television tv radio broadcast broadcaster podcast programme program show airwaves channel'),
    prepositions: words('on over in during via'),
    with: [],
    example: 'The general said on [state television] {that the road was open}.',
    not: 'The general said of the programme {that it was closed}.',
  },
  {
    kind: 'other',
    nouns: words(
      'call phone telephone text voicemail conversation videoconference webcast webinar recording tape clip videotape audio video message',
    ),
    prepositions: words('in during on by over via through'),
    with: [],
    example: 'He told the premier in [a phone call] {that the gas would flow}.',
    not: 'He said of the phone call {that it was short}.',
  },
]

/** Verbs that are themselves a medium. */
export const MEDIUM_VERBS: ReadonlyMap<string, MediumKind> = new Map([
  ['tweet', 'social'],
  ['retweet', 'social'],
])
