/** Verbs and phrases by how they name the one who is addressed, each row with a sentence it reads and one it must leave alone. */

export type RecipientFrame =
  /** "told Russia that": the object, wherever the content begins. */
  | 'object'
  /** "urged Russia to": the object, followed by "to", "not", "for", "that" or nothing. */
  | 'controlled'
  /** "said to his staff". */
  | 'to'

export interface RecipientRow {
  readonly frame: RecipientFrame
  readonly verbs: readonly string[]
  /** `[S source] [C cue] [Q content]`, the addressee in `[A …]`. */
  readonly example: string
  readonly not: string
}

const words = (list: string): string[] => list.trim().split(/\s+/)

export const RECIPIENT_ROWS: readonly RecipientRow[] = [
  {
    frame: 'object',
    verbs: words(
      'tell inform assure reassure notify remind brief address email e-mail text phone telephone lecture interrupt',
    ),
    example: '[S The envoy] [C told] [A the council] [Q that the bridge was safe].',
    not: '[S The envoy] [C told] his story [Q of a bridge that fell].',
  },
  {
    frame: 'controlled',
    verbs: words(
      'urge ask warn advise beg implore order instruct command invite encourage promise convince persuade caution counsel exhort plead call petition',
    ),
    example: '[S The minister] [C urged] [A Denmark] [Q to open the strait].',
    not: '[S The minister] [C asked] a question: [Q would the strait be open]?',
  },
  {
    frame: 'to',
    verbs: words(
      'say write speak talk explain announce complain confide reply suggest confirm admit repeat insist appeal promise state declare read whisper shout propose comment confess describe mention reveal report testify recommend stress add lie respond apologize apologise emphasize emphasise reiterate boast brag vow swear joke quip remark state express deliver send tweet pledge recount relate disclose present pitch',
    ),
    example: '[S The captain] [C said] to [A her crew] [Q that land was near].',
    not: '[S The captain] [C admitted] to a mistake, [Q that much was safe].',
  },
]

/** Verb → its frames. */
export const RECIPIENT_VERBS: ReadonlyMap<string, ReadonlySet<RecipientFrame>> = (() => {
  const frames = new Map<string, Set<RecipientFrame>>()
  for (const { frame, verbs } of RECIPIENT_ROWS) {
    for (const verb of verbs) {
      const known = frames.get(verb)
      if (known === undefined) frames.set(verb, new Set([frame]))
      else known.add(frame)
    }
  }
  return frames
})()

/** "Speaking to reporters, …": participles that go with a saying, and how they name the one addressed. */
export const PARTICIPLES: Readonly<Record<string, readonly string[]>> = {
  speaking: ['to', 'with', 'before'],
  talking: ['to', 'with'],
  writing: ['to'],
  testifying: ['to', 'before'],
  appearing: ['before'],
  replying: ['to'],
  addressing: [],
  telling: [],
  briefing: [],
  assuring: [],
}

/** Nouns of sayings that are made to somebody: "in a letter to the council". */
export const ADDRESSED_NOUNS: ReadonlySet<string> = new Set(
  words(
    'letter speech statement address message remark comment appeal testimony briefing note email e-mail memo post tweet lecture sermon interview report telegram cable presentation toast promise text keynote submission complaint plea warning deposition',
  ),
)
