/** What a statement does with its content: puts it as so, denies it, asks, demands, allows, or says nothing to it. */
import type { Statement } from '../../statement.ts'
import { stemOf } from '../../wording/stem.ts'
import { wordsOf } from '../../wording/words-of.ts'

export type Stance = 'told' | 'demand' | 'permission' | 'question' | 'no-comment'

export interface StanceReading {
  readonly stance: Stance
  /** Does the cue deny the content: "denied", "ruled out", "rejected"? */
  readonly denies: boolean
  /** What an infinitive in the content stands for: "promised to send". */
  readonly infinitive: 'future' | 'obliged' | null
  /** Is the content what is praised or blamed, and not what is said of it: "criticised the decision"? */
  readonly evaluates: boolean
  /** What is expected binds nobody: "predicted", "expects". */
  readonly predicts: boolean
}

const stems = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(stemOf))

const DENY = stems('deny refute reject dismiss refuse rebuff dispute disavow')
const DEMAND = stems('demand urge request appeal beg call order instruct insist')
const ASK = stems('ask inquire wonder question')
const ALLOW = stems('allow authorise permit approve greenlight')
const PROMISE = stems(
  'promise pledge vow plan intend threaten agree commit offer decide prepare announce refuse want undertake',
)
const EVALUATE = stems('criticise condemn praise welcome blame thank support back regret')
const PREDICT = stems('predict expect forecast foresee hope fear')

const ACT_STANCES: Readonly<Record<string, Stance>> = {
  demand: 'demand',
  permission: 'permission',
  question: 'question',
  'no-comment': 'no-comment',
}

export function stanceOf(statement: Statement): StanceReading {
  const cue = wordsOf(statement.cue.text.slice(0, 200))
  const has = (set: ReadonlySet<string>): boolean => cue.some(({ stem }) => set.has(stem))
  const first = wordsOf(statement.content.text.slice(0, 40))[0]?.form ?? ''
  const negated = cue.some(({ kind }) => kind === 'negation')
  const out = cue.some(({ form }, index) => form === 'out' && cue[index - 1]?.form.startsWith('rul'))
  const denying = has(DENY) || out
  const comments = cue.some(({ stem }) => stem === 'comment')
  const evaluates = has(EVALUATE) && first !== 'that'
  const predicts = has(PREDICT)
  const infinitive = has(DEMAND) || (has(ASK) && first !== 'whether') ? 'obliged' : has(PROMISE) ? 'future' : null
  const reading = (stance: Stance, denies = false): StanceReading => ({
    stance,
    denies,
    infinitive,
    evaluates,
    predicts,
  })
  if (comments || (negated && (denying || cue.some(({ stem }) => stem === 'confirm' || stem === 'say'))))
    return reading('no-comment')
  if (first === 'whether' || (has(ASK) && first === 'if')) return reading('question')
  const act = ACT_STANCES[statement.act.type ?? '']
  if (act !== undefined && !(act === 'no-comment' && !negated)) return reading(act, denying)
  if (has(DEMAND) || (has(ASK) && first === 'to')) return reading('demand')
  if (has(ALLOW)) return reading('permission')
  return reading('told', denying)
}
