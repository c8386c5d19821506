/** Whether two tellings of one statement have the same speaker, and what besides differs. */
import { foldName } from '../fold.ts'
import { speakersAgree, type Voice, voiceOf } from '../links/relate/side.ts'
import type { Speaker, Statement } from '../statement.ts'
import type { Detail, SpeakerChange } from './version-changes.ts'

/** A statement's speaker, worked out once and compared often. */
export interface Teller {
  readonly speaker: Speaker | null
  readonly voice: Voice | null
  readonly name: string
}

export function tellerOf({ speaker }: Statement): Teller {
  if (speaker === null) return { speaker, voice: null, name: '' }
  const name = speaker.name.replace(COURTESY, '')
  return { speaker, voice: voiceOf({ ...speaker, name }), name: foldName(name) }
}

/** Before a name they name nobody else. */
const COURTESY = /^(?:mrs?|ms|miss|dr|sir|lady|lord|prof)\.? (?=\S)/i

/** Symmetric. A pronoun that nobody resolved is nobody else: what is not known is no change. */
export function speakerChange(a: Teller, b: Teller): SpeakerChange {
  if (a.speaker === null || b.speaker === null) return a.speaker === b.speaker ? 'same' : 'other'
  if (!isOne(a, b)) return 'other'
  return differ(a.speaker.role, b.speaker.role) || differ(a.speaker.of, b.speaker.of) ? 'role' : 'same'
}

function isOne(a: Teller, b: Teller): boolean {
  const [one, other] = [a.speaker!, b.speaker!]
  if (one.entity !== null && one.entity === other.entity) return true
  if (isOpen(a) || isOpen(b)) return true
  // Two people of one name are told apart by what the register or the ledger knows of them.
  if (a.name === b.name) return one.entity === null || other.entity === null || !isKnown(one) || !isKnown(other)
  return speakersAgree(a.voice, b.voice) === 'same'
}

const isOpen = ({ speaker, name }: Teller): boolean =>
  speaker!.entity === null && (speaker!.candidates.length > 0 || PRONOUNS.has(name))

/** Ids of the ledger's own may be one person twice. */
const isKnown = ({ entity }: Speaker): boolean => !entity!.startsWith('e-')

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you', 'who'])

/** Both known, and not the same. */
const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && foldName(a) !== foldName(b)

const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  foldName(a ?? '') === foldName(b ?? '')

const checks: readonly (readonly [Detail, (a: Statement, b: Statement) => boolean])[] = [
  ['cue', (a, b) => same(a.cue.text, b.cue.text)],
  // Another role of the same speaker is a change of its own; here, that one side tells none.
  ['role', (a, b) => ((a.speaker?.role ?? null) === null) === ((b.speaker?.role ?? null) === null)],
  ['said', ({ said: a }, { said: b }) => a.value === b.value && a.earliest === b.earliest && a.latest === b.latest],
  ['addressee', (a, b) => same(a.addressee?.name, b.addressee?.name)],
  ['medium', (a, b) => same(a.medium?.name, b.medium?.name)],
  ['via', (a, b) => same(a.via.map(({ name }) => name).join('\n'), b.via.map(({ name }) => name).join('\n'))],
  ['form', (a, b) => a.form === b.form],
  ['manner', (a, b) => a.manner === b.manner],
  ['act', (a, b) => a.act.type === b.act.type && a.act.polarity === b.act.polarity],
]

/** Symmetric; in the order of `DETAILS`. */
export const detailsOf = (a: Statement, b: Statement): Detail[] =>
  checks.filter(([, isSame]) => !isSame(a, b)).map(([detail]) => detail)
