/** What cues tell of the act: rows of word patterns from the cue on, the more particular first. */
import type { ActType } from '../doc.ts'
import { BAD, CLAIMS, GOOD, HARM, UNTRUE } from './word-lists.ts'
import { patternsOf, type WordPattern } from './word-patterns.ts'

export interface CueRow {
  readonly name: string
  /** `by content`: the cue leaves it open, and only the content can tell. */
  readonly act: ActType | 'by content'
  /** Begins in the cue; `§` is where the content begins. */
  readonly patterns: readonly WordPattern[]
  /** The cue itself says no: "forbade", "refused to condemn", "doubts". */
  readonly negative: boolean
  /** Marked as the gold set is; the row reads it, … */
  readonly example: string
  /** … and does not read this. */
  readonly not: string
}

const LISTS = {
  bad: BAD,
  good: GOOD,
  claims: CLAIMS,
  harm: HARM,
  untrue: UNTRUE,
  not: new Set(['not', "n't", 'never', 'neither', "won't", "wouldn't", "didn't", "doesn't", "don't"]),
  ask: new Set(['whether', 'if', 'why', 'how', 'what', 'when', 'where', 'who', 'which', 'whose']),
}

const row = (
  name: string,
  act: CueRow['act'],
  patterns: string,
  example: string,
  not: string,
  negative = false,
): CueRow => ({ name, act, patterns: patternsOf(patterns, LISTS), negative, example, not })

export const CUE_ROWS: readonly CueRow[] = [
  row(
    'will not criticise',
    'criticism',
    'refuse+|decline+ § to condemn|criticise|criticize|blame|denounce / refuse+|decline+ to condemn|criticise|criticize|blame|denounce',
    '[S1 The envoy] [C1 declined] [Q1 to criticise the raid].',
    '[S1 The envoy] [C1 declined] [Q1 to join the raid].',
    true,
  ),
  row(
    'will not exclude',
    'assertion',
    'refuse+|decline+ §? to rule out / @not rule out|§ / @not §? rule §? out / @not exclude+',
    '[S1 The envoy] [C1 refused] [Q1 to rule out a strike].',
    '[S1 The envoy] [C1 ruled out] [Q1 a strike].',
  ),
  row(
    'will not say',
    'no-comment',
    'decline+|refuse+ §? to §? comment|say|discuss|answer|disclose|name|elaborate|specify|speculate|reveal|identify|confirm / ' +
      'decline+|refuse+ §? to §? give|provide|offer|share ~2 details|specifics|figures|reasons|information / decline+|refuse+ §? to be drawn|identified|named / ' +
      'decline+|refuse+ §? to §? speak|talk to|about / decline+ §? comment+ / refuse+ comment / ' +
      '@not ~1 comment|say|discuss|elaborate|disclose / @not ~1 respond|reply|answer|return|be §? to|drawn|questions|calls|requests|messages|immediately|a ~2 / ' +
      'neither confirm nor / @not confirm or / @not be reached / no comment / @not available for comment',
    '[S1 The bank] [C1 would not comment] [Q1 on the loan].',
    '[S1 The bank] [C1 would not send] [Q1 the money].',
  ),
  row(
    'asks',
    'question',
    'ask+ ~4 § @ask / want+ to know / want+ § to know / demand+ §? to know / wonder+ / inquire+|enquire+ / question+ § @ask / ask+ @ask / raise+ the question / ask+ ~3 §? @ask / query|queries|queried',
    '[S1 The nurse] [C1 asked] him [Q1 whether it hurt].',
    '[S1 The nurse] [C1 asked for] [Q1 clean towels].',
  ),
  row(
    'rejects a claim',
    'denial',
    'reject+|dismiss+|deny+|rebut+|brush+ aside|off|§ ~6 @claims / reject+|dismiss+ ~8 @claims|as|outright ~1 @claims|@untrue / reject+|dismiss+|call+|label+|brand+|describe+ ~9 @untrue / ' +
      'deny+ ~5 having|being / refute+ / rebut+ / dispute+ / repudiate+ / contradict+',
    '[S1 The bank] [C1 rejected] [Q1 the allegations against its head].',
    '[S1 The bank] [C1 rejected] [Q1 the offer from Rome].',
  ),
  row(
    'denies a wish',
    'refusal',
    'deny+ ~3 request|requests|bail|visa|visas|entry|access|asylum|land|permit|permits|parole|appeal|application / say+ no §? to',
    '[S1 The judge] [C1 denied] [Q1 her request for parole].',
    '[S1 The judge] [C1 denied] [Q1 that he knew her].',
  ),
  row(
    'denies',
    'denial',
    'deny+ / denial|denials',
    '[S1 The bank] [C1 denied] [Q1 that it was late].',
    '[S1 The bank] [C1 said] [Q1 it was late].',
  ),
  row(
    'withholds permission',
    'permission',
    'ban+ / forbid+ / prohibit+ / bar+ / outlaw+ / refuse+|withhold+ permission|consent|clearance / refuse+ § permission',
    '[S1 The court] [C1 forbade] [Q1 the firm to dig there].',
    '[S1 The court] [C1 called for] [Q1 a ban on digging].',
    true,
  ),
  row(
    'lets',
    'permission',
    'agree+ to let|allow|permit / agree+ § to let|allow|permit / allow+ / permit+ / authorise+ / authorize+ / approve+ / green-light+ / greenlight+ / license+ / grant+ / ' +
      'consent+ §? to / clear+ § ~5 to / clear+ ~4 to / give+ ~4 permission|go-ahead|green|consent|clearance|nod|leave / let § / lift+ ~2 ban',
    '[S1 The court] [C1 allowed] [Q1 the firm to dig].',
    '[S1 The court] [C1 ordered] [Q1 the firm to dig].',
  ),
  row(
    'will not',
    'refusal',
    'refuse+ / refusal|refusals / decline+ / reject+ / rejection|rejections / rule+ out / rule+ § out / turn+ down / rebuff+ / veto+ / veto|vetoed|vetoes / oppose+ / spurn+ / boycott+ / ' +
      '@not agree|accept|let|allow|meet|budge / resist+ / be+ opposed / object+ to',
    '[S1 The firm] [C1 refused] [Q1 to pay].',
    '[S1 The firm] [C1 agreed] [Q1 to pay].',
  ),
  row(
    'vows harm',
    'threat',
    'vow+|promise+|swear+|pledge+ § to? ~2 @harm / vow+|promise+|swear+|pledge+ to? ~2 @harm',
    '[S1 The clan] [C1 vowed] [Q1 to avenge its chief].',
    '[S1 The clan] [C1 vowed] [Q1 to bury its chief].',
  ),
  row(
    'threatens',
    'threat',
    'threaten+ / threat|threats / ultimatum|ultimatums / issue+|set+|deliver+|give+ ~3 ultimatum / may|might|could ~1 halt|suspend|cut|break|withdraw|stop ~14 if|unless',
    '[S1 The union] [C1 threatened] [Q1 to walk out].',
    '[S1 The union] [C1 said] [Q1 that threatened birds nest there].',
  ),
  row(
    'warns off',
    'demand',
    'warn+|caution+ ~4 § not to|against / warn+|caution+ ~4 not to|against / warn+ ~4 § ~4 not to|against / warn+|caution+ § ~2 to / warn+|caution+ ~3 to § / tell+ ~4 § ~5 to / tell+ ~4 to § / advise+ ~2 against / ' +
      'recommend+ against / remind+ ~4 §? ~4 must / reminder ~5 must',
    '[S1 The guide] [C1 warned] [Q1 hikers not to leave the path].',
    '[S1 The guide] [C1 warned] [Q1 that it would snow].',
  ),
  row(
    'demands',
    'demand',
    'urge+ / demand+ / demand|demands / request+ / order+ / instruct+ / implore+ / beg+ / plead+ / exhort+ / petition+ / press+ / recommend+ / advise+ / encourage+ / invite+ / propose+ / ' +
      'call+ §? on|for|upon / call|calls for / appeal+ §? for|to / insist+ §? on / seek+ / command+ / push+ for|hard / lobby+ / ask+ ~2 for / ask+ § for|that|to / ask+ ~6 to / ask+ § ~6 to / ' +
      'ask+ § / give+ § ~6 until / give+ ~6 until / set+ ~2 deadline / require+ / compel+ / summon+ / reiterate+|repeat+|renew+|issue+|make+ ~3 demand|request|appeal / reiterate+ § ~3 demand',
    '[S1 The mayor] [C1 called on] [Q1 the state to help].',
    '[S1 The mayor] [C1 called] [Q1 the state helpful].',
  ),
  row(
    'promises to say yes',
    'support',
    'promise+|pledge+ §? ~1 support|backing',
    '[S1 The club] [C1 pledged] [Q1 support for its coach].',
    '[S1 The club] [C1 pledged] [Q1 to pay its coach].',
  ),
  row(
    'agrees that it is so',
    'assertion',
    'agree+ § that? ~4 be+|have+|had',
    '[S1 The two] [C1 agreed] [Q1 that the talks were useful].',
    '[S1 The two] [C1 agreed] [Q1 to hold talks].',
  ),
  row(
    'binds itself',
    'commitment',
    'promise+ / promise|promises / pledge+ / pledge|pledges / vow+ / assure+ / assurance|assurances / reassure+ / guarantee+ / swear+ / undertake+ / commit+ / committed / agree+ / offer+ / ' +
      'give+ ~2 word|assurances|assurance|guarantee|guarantees / volunteer+ / be+ ready|willing|prepared to|§ / reach+ ~4 consensus|agreement|accord|deal / sign+ / decide+ §? to',
    '[S1 The coach] [C1 promised] [Q1 to stay].',
    '[S1 The coach] [C1 hoped] [Q1 to stay].',
  ),
  row(
    'calls it bad',
    'criticism',
    'call+|describe+|brand+|label+|dub+|denounce+|dismiss+|slam+|see+|regard+ ~12 @bad / call+|describe+|brand+|label+ § ~12 @bad',
    '[S1 The envoy] [C1 called] [Q1 the raid barbaric].',
    '[S1 The envoy] [C1 called] [Q1 the raid over].',
  ),
  row(
    'finds fault',
    'criticism',
    'criticise+ / criticize+ / criticism / condemn+ / condemnation / denounce+ / accuse+ / accusation|accusations / blame+ / slam+ / blast+ / deplore+ / decry+ / rebuke+ / chide+ / lambast+ / lambaste+ / attack+ / mock+ / ' +
      'complain+ / complaint|complaints / lament+ / protest+ / object+ / bemoan+ / fault+ / scold+ / reprimand+ / ridicule+ / indict+ / rail+ / lash+ out / hit+ out / take+ issue / castigate+ / censure+ / fume+ / dismiss+ / ' +
      'voice+|express+ ~3 concern|concerns|regret|outrage|anger|dismay|disappointment|alarm|criticism / grumble+ / on allegations|charges / allegation|allegations',
    '[S1 The envoy] [C1 condemned] [Q1 the raid].',
    '[S1 The envoy] [C1 confirmed] [Q1 the raid].',
  ),
  row(
    'endorses',
    'support',
    'welcome+ / praise+ / praise / hail+ / thank+ / back+ / endorse+ / applaud+ / commend+ / laud+ / congratulate+ / support+ / support / defend+ / salute+ / cheer+ / honour+ / honor+ / ' +
      'pay+ tribute / express+|voice+ ~3 gratitude|solidarity|support|thanks|appreciation|admiration / side+ with / call+|describe+ ~12 @good / call+ § ~12 @good / forgive',
    '[S1 The envoy] [C1 welcomed] [Q1 the truce].',
    '[S1 The envoy] [C1 described] [Q1 the truce].',
  ),
  row(
    'foretells',
    'prediction',
    'predict+ / prediction|predictions / forecast+ / forecast|forecasts / expect+ / project+ / foresee+ / anticipate+ / prophesy+ / estimate+ § that? ~9 will|would',
    '[S1 The bank] [C1 forecast] [Q1 a recession].',
    '[S1 The bank] [C1 feared] [Q1 a recession].',
  ),
  row(
    'doubts',
    'opinion',
    'doubt+ / doubt|doubts',
    '[S1 The bank] [C1 doubts] [Q1 that growth will last].',
    '[S1 The bank] [C1 says] [Q1 that growth will last].',
    true,
  ),
  row(
    'thinks',
    'opinion',
    'believe+ / belief / think+ / hope+ / fear+ / worry+ / plan+ / intend+ / aim+ / wish+ / suspect+ / reckon+ / feel+ / prefer+ / suppose+ / imagine+ / assume+ / understand+ / consider+ / want+ / regard+ / ' +
      'be+ ~1 convinced|afraid|optimistic|pessimistic|confident|concerned|hopeful|worried|sure|certain / in ~2 view|opinion / view+ / guess+',
    '[S1 The bank] [C1 hopes] [Q1 that growth will last].',
    '[S1 The bank] [C1 said] [Q1 that growth will last].',
  ),
  row(
    'warns',
    'by content',
    'warn+ / warning|warnings / caution+',
    '[S1 The guide] [C1 warned] [Q1 that it would snow].',
    '[S1 The guide] [C1 hoped] [Q1 that it would snow].',
  ),
]
