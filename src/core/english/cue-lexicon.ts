/** Verbs and phrases that report, with the frames each takes: what the attributor knows of English reporting. */
import type { Manner } from '../doc.ts'
import { progressive, regularPast, thirdPerson } from './inflect.ts'

/**
 * What may follow, or be held by, a cue:
 * `q` a quotation · `t` a clause with that, whether or a question word · `b` a clause without "that" · `i` to + infinitive, its own
 * subject's · `o` somebody + to + infinitive · `n` a noun phrase.
 */
export type Frame = 'q' | 't' | 'b' | 'i' | 'o' | 'n'

export interface CueVerb {
  readonly lemma: string
  readonly frames: string
  readonly manner: Manner
  /** Takes a person before its clause: "told reporters that". */
  readonly addressed: boolean
  /** Words that must follow for frame `n`: "accused X *of*" is a plain object, "called *for*" is not. */
  readonly particles: readonly string[]
}

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

export interface CueForm {
  readonly verb: CueVerb
  readonly forms: ReadonlySet<VerbForm>
}

/** lemma [past [participle]] : frames : particles */
const SPEECH = `
say said:qtb
tell told:qtbo!
add:qtb
ask:qto!
state:qtb
announce:qtbin
report:qtb
claim:qtbin
note:qtbn
explain:qtb
argue:qtb
insist:qtbn:on
stress:qtbn
emphasize:qtbn
emphasise:qtbn
underline:qtn
underscore:qtn
reiterate:qtn
repeat:qt
recall:qt
remind:to!
reply:qt
respond:qt
answer:qt
continue:q
conclude:qtb
declare:qtbn
confirm:qtbn
acknowledge:qtbn
admit:qtbn
concede:qtb
confess:qtbi
inquire:qt
enquire:qt
concur:q
specify:t
stipulate:t
chide:q
rebuke:n
repudiate:n
apologize:qn:for
apologise:qn:for
regret:tn
allege:qtb
assert:qtb
contend:qtb
maintain:qtb
affirm:qt
testify:qt
suggest:qtbn
propose:qtin
recommend:qtn
warn:qtbo!n:of,about,against
caution:qtbo!n:against
threaten:qtin
promise:qtbin!
pledge:qtbin
vow:qtbin
assure:qtb!
reassure:tb!
clear clear:t
guarantee:t
swear swore sworn:qtbi
urge:qto!n:on
demand:qtin
request:qtin
order:o!
instruct:o!
call:n:for,on
appeal:qn:for,to
plead:qn:for,with
beg:qo!
implore:qo!
invite:o!
encourage:o!
deny:qtbn
reject:n
refute:n
dismiss:n
rule:n:out
refuse:i
decline:i
offer:i
agree:qti
criticize:n
criticise:n
condemn:qn
denounce:n
blast:n
slam:n
decry:n
deplore:n
blame:n
accuse:n
praise:n
hail:n
welcome:n
applaud:n
commend:n
thank:n
congratulate:n
endorse:n
question:tn
quip:q
joke:qt
observe:qt
remark:qt
comment:q
exclaim:q
shout:qt
yell:q
whisper:qt
mutter:q
lament:qtn
complain:qtn:about,of
grumble:qt
boast:qt
brag:qt
predict:qtbn
forecast forecast:qtn
estimate:tb
speculate:qt
hint:qt
imply:t
indicate:qtb
reveal:qtbn
disclose:tn
divulge:n
point pointed:qtn:out,to
describe:n
summarize:q
summarise:q
interject:q
counter:qt
retort:q
elaborate:q
mention:tn
advise:qto!
inform:t!
notify:t!
brief:t!
signal:t
clarify:qt
explain:qt
enthuse:q
rail:n:against
protest:qt
object:qt
profess:ti
proclaim:qt
intone:q
opine:qt
muse:q
outline:n
authorise:on
authorize:on
permit:o
accept:t
urge:qo!
relate:t
recount:qt
find found:t
show showed shown:t
learn:t
discover:t
determine:t
rule:t
decide:t
`

const WRITING = `
write wrote written:qtb
tweet:qtb
post:qtb
retweet:q
blog:qt
email:q
`

const THOUGHT = `
believe:tb
think thought:tb
hope:tbi
fear:tb
expect:tbo
want:io
plan:in
intend:i
aim:i
wish:ti
doubt:tn
suspect:tb
reckon:tb
wonder:qt
feel felt:t
know knew known:t
understand understood:t
assume:t
worry:tn:about
prefer:i
realize:t
realise:t
suppose:t
imagine:t
`

/** Nouns that are followed by what somebody said: "his claim that …". */
export const CUE_NOUNS: ReadonlyMap<string, Manner> = new Map(
  (
    [
      [
        'speech',
        'claim warning statement promise assurance assertion allegation suggestion denial announcement pledge vow threat prediction contention accusation ' +
          'argument insistence admission acknowledgement confirmation complaint demand guarantee declaration message',
      ],
      ['thought', 'belief hope fear view expectation conviction opinion suspicion'],
    ] as const
  ).flatMap(([manner, list]) =>
    list.split(' ').flatMap((noun) => [[noun, manner] as [string, Manner], [`${noun}s`, manner] as [string, Manner]]),
  ),
)

function buildForms(): Map<string, CueForm> {
  const table = new Map<string, { verb: CueVerb; forms: Set<VerbForm> }>()
  const add = (form: string, kind: VerbForm, verb: CueVerb) => {
    const entry = table.get(form)
    // The first row of a verb is its main one; a later row of the same lemma adds frames to it.
    if (entry === undefined) table.set(form, { verb, forms: new Set([kind]) })
    else entry.forms.add(kind)
  }
  for (const [rows, manner] of [
    [SPEECH, 'speech'],
    [WRITING, 'writing'],
    [THOUGHT, 'thought'],
  ] as const) {
    for (const verb of mergedRows(rows, manner)) {
      const [past, participle] = verb.irregular
      add(verb.lemma, 'base', verb)
      add(thirdPerson(verb.lemma), 's', verb)
      add(past ?? regularPast(verb.lemma), 'past', verb)
      add(participle ?? past ?? regularPast(verb.lemma), 'participle', verb)
      add(progressive(verb.lemma), 'ing', verb)
    }
  }
  return table
}

function mergedRows(rows: string, manner: Manner): (CueVerb & { readonly irregular: readonly string[] })[] {
  const merged = new Map<string, CueVerb & { irregular: readonly string[] }>()
  for (const row of rows.trim().split('\n')) {
    const [head = '', frames = '', particles = ''] = row.split(':')
    const [lemma = '', ...irregular] = head.split(' ')
    const other = merged.get(lemma)
    merged.set(lemma, {
      lemma,
      manner,
      irregular: irregular.length > 0 ? irregular : (other?.irregular ?? []),
      frames: (other?.frames ?? '') + frames,
      addressed: frames.includes('!') || (other?.addressed ?? false),
      particles: [...(other?.particles ?? []), ...(particles === '' ? [] : particles.split(','))],
    })
  }
  return [...merged.values()]
}

/** Form → the verbs it may be a form of. */
export const cueForms: ReadonlyMap<string, CueForm> = buildForms()
