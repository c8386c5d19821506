/** The words that labels of speakers are made of, and those that stand before a colon and name no speaker. */
import { HONORIFICS } from '../chains/role-nouns.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

/** Nouns of an office or a part in a conversation, lower case: what stands before a name, or for one. */
export const OFFICE_NOUNS: ReadonlySet<string> = new Set([
  ...HONORIFICS,
  ...words(`admiral administrator adviser advisor ambassador apnsa archbishop assemblyman assemblywoman assistant associate
    attorney attache baroness bishop brigadier cardinal chair chairman chairperson chairwoman chancellor chief clerk
    colonel commander commissioner congressman congresswoman coordinator corporal councillor councilmember counsel
    counselor countess dame dean delegate deputy detective director doctor duke earl emir envoy founder gentleman general
    governor head imam inspector judge justice king lady leader lieutenant lord major marshal mayor member minister
    moderator monsignor mp officer ombudsman pastor pope premier president prime prince princess principal prof professor
    prosecutor provost queen rabbi rapporteur registrar rep representative rev reverend sec secretary sen senator sergeant
    sheriff sheikh sir speaker spokesman spokesperson spokeswoman superintendent surgeon taoiseach treasurer undersecretary
    vice warden`),
])

/** Before a name and no part of it: courtesies, and titles that are shortened. */
export const COURTESY_WORDS: ReadonlySet<string> = words('mr mrs ms miss mx dr messrs madam madame sir dame hon')

/** Labels of those who ask, lower case. */
export const ASKING: ReadonlySet<string> = new Set([
  'q',
  'question',
  'questioner',
  'reporter',
  'interviewer',
  'journalist',
  'correspondent',
  'press',
  'media',
  'member of the press',
  'member of the media',
])

/** First words of labels that name a part in the conversation and nobody by name, lower case, and what speaks under them. */
const NAMELESS = new Map<string, 'anonymous' | 'group'>([
  ...[...ASKING].map((word) => [word, 'anonymous'] as const),
  ...[
    'a',
    '>>',
    'answer',
    'interviewee',
    'moderator',
    'host',
    'anchor',
    'narrator',
    'operator',
    'interpreter',
    'translator',
    'aide',
    'staff',
    'staffer',
    'participant',
    'speaker',
    'attendee',
    'child',
    'boy',
    'girl',
    'man',
    'woman',
    'student',
    'voice',
    'audience member',
    'unidentified',
    'unknown',
    'male',
    'female',
    'senior administration official',
    'senior official',
    'senior defense official',
    'senior military official',
    'administration official',
    'official',
    'presenter',
    'announcer',
    'caller',
    'witness',
    'juror',
    'the court',
    'the witness',
    'the interpreter',
    'the clerk',
    'the operator',
    'the moderator',
    'the interviewer',
  ].map((word) => [word, 'anonymous'] as const),
  ...[
    'audience',
    'audience members',
    'all',
    'crowd',
    'hon members',
    'noble lords',
    'several hon members',
    'children',
    'press corps',
    'reporters',
  ].map((word) => [word, 'group'] as const),
])

/**
 * Who speaks under a label that names nobody; null for one that may name somebody. A number or letter may follow:
 * "SPEAKER 2", "SENIOR ADMINISTRATION OFFICIAL ONE", "UNIDENTIFIED MALE".
 * @param bare lower case, without marks.
 */
export function namelessKind(bare: string): 'anonymous' | 'group' | null {
  const known = NAMELESS.get(bare)
  if (known !== undefined) return known
  const [first] = bare.split(' ')
  if (first === 'unidentified' || first === 'unknown') return 'anonymous'
  const last = bare.lastIndexOf(' ')
  const end = bare.slice(last + 1)
  if (last > 0 && (/^#?\d{1,3}$/.test(end) || COUNTING.has(end))) return NAMELESS.get(bare.slice(0, last)) ?? null
  return null
}

const COUNTING = words('one two three four five six a b c d')

/** What stands before a colon in announcements, forms, recipes and pages, and is no speaker; lower case. */
export const FIELDS: ReadonlySet<string> = new Set([
  ...words(`who what when where why how note notes nb ps update updates updated location place venue date dates time times
    contact contacts subject re to from cc bcc via fact facts statement background source sources photo photos video audio
    image picture caption credit credits related breaking exclusive opinion analysis watch listen correction summary title
    author authors byline published posted modified price rating pros cons verdict tip tips warning caution important
    example examples answer-key step steps ingredients method serves prep cook total yield category categories tags tag
    topic topics phone telephone tel fax email e-mail website web url address hours cost admission tickets agenda minutes
    attendees present absent apologies motion resolution result results score scores conclusion introduction overview
    abstract keywords reference references footnote footnotes appendix section chapter article part figure table box
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today tomorrow yesterday first second third fourth fifth finally next then now remember
    spoiler disclaimer disclosure deadline status version requirements features specifications size weight color colour
    myth reality truth fiction problem solution pro con bottom-line tl;dr tldr transcript transcription end begin`),
  'fact sheet',
  'read more',
  'also read',
  'see also',
  'bottom line',
  'media contact',
  'press contact',
  "editor's note",
  'editor’s note',
  'key points',
  'more information',
  'further information',
  'for more information',
  'prep time',
  'cook time',
  'total time',
])
