/** How relays show themselves: tables of verbs and phrases, each row with a sentence it reads and one it must leave alone. */

export interface RelayRow {
  /** Lower case; several words where the phrase has several. */
  readonly words: readonly string[]
  /** `[S source] [C cue] [Q content]`, the relay in `[V …]`; of two attributions, one in the other, the inner is meant. */
  readonly example: string
  readonly not: string
}

const rows = {
  /** What an outlet does with what others said. */
  reports: {
    words:
      'report write say quote cite relay carry publish note state announce add reveal claim tell observe confirm inform'.split(
        ' ',
      ),
    example: '[Q “The mine will close,”] [S Ivo Lund] [C said], [V Postwire] reported.',
    not: 'Postwire fired its editor, and [S Ivo Lund] [C said] [Q that the mine would close].',
  },
  /** Behind an outlet: whose words or knowledge it passes on. */
  citing: {
    words: ['citing', 'quoting', 'referencing', 'with reference to', 'referring to', 'with a link to'],
    example: '[S [V Politico]] [C reported], citing [P two officials], [Q that the mine would close].',
    not: '[S The minister] [C said], citing two accidents, [Q that the mine would close].',
  },
  /** Before an outlet: that it passes on what was said. */
  by: {
    words: [
      'quoted by',
      'cited by',
      'reported by',
      'carried by',
      'published by',
      'according to',
      'as quoted in',
      'quoted in',
      'as reported in',
      'relayed by',
      'as saying by',
      'reports by',
    ],
    example: '[S Ivo Lund] [C said], according to [V TASS], [Q that the mine would close].',
    not: '[S Ivo Lund] [C said], next to TASS, [Q that the mine would close].',
  },
  /** Cues of those who pass on what is said inside: all that vouch for its having been said. */
  vouching: {
    words:
      'say tell report write add state announce note claim recall explain confirm reveal disclose argue point declare stress insist mention remind inform assure maintain testify allege admit acknowledge accord according recount warn reply respond answer continue tweet post quote cite assert contend describe emphasize emphasise observe remark repeat reiterate indicate suggest show complain'.split(
        ' ',
      ),
    example: '[S1 [V Lavrin]] [C1 said] [Q1 that [S2 Washington] had [C2 assured] Moscow [Q2 that nobody would come]].',
    not: '[S1 Lavrin] [C1 denied] [Q1 that [S2 Washington] had [C2 assured] Moscow [Q2 that nobody would come]].',
  },
} as const satisfies Record<string, RelayRow>

export const RELAY_ROWS: Readonly<Record<keyof typeof rows, RelayRow>> = rows

export const REPORTS: ReadonlySet<string> = new Set(rows.reports.words)
export const VOUCHING: ReadonlySet<string> = new Set(rows.vouching.words)

/** First word → the words of the whole phrase. */
const phrases = (list: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const map = new Map<string, (readonly string[])[]>()
  for (const phrase of list) {
    const words = phrase.split(' ')
    map.set(words[0]!, [...(map.get(words[0]!) ?? []), words])
  }
  return map
}
const CITING = phrases(rows.citing.words)
const BY = phrases(rows.by.words)

/** Number of tokens of the citing phrase at a token, 0 for none. */
export const citingAt = (lower: readonly string[], at: number): number => lengthAt(CITING, lower, at)
/** Number of tokens of "according to", "quoted by" at a token, 0 for none. */
export const byAt = (lower: readonly string[], at: number): number => lengthAt(BY, lower, at)

function lengthAt(
  table: ReadonlyMap<string, readonly (readonly string[])[]>,
  lower: readonly string[],
  at: number,
): number {
  for (const words of table.get(lower[at]!) ?? []) {
    if (words.every((word, i) => lower[at + i] === word)) return words.length
  }
  return 0
}
