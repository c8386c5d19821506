/** What the words of a content tell of the act where its cue leaves it open: rows, the surest first. */
import type { ActType } from '../doc.ts'
import { BAD, CLAIMS, FUTURES, GOOD, HARM, NEGATIONS, UNTRUE, YIELD } from './word-lists.ts'
import { patternsOf, type WordPattern } from './word-patterns.ts'

export interface ContentRow {
  readonly name: string
  readonly act: ActType
  /** `§` is where the sentence begins, `$` where it ends; quotation marks are left out. */
  readonly patterns: readonly WordPattern[]
  /** Whose words it has to be: only those of a direct quotation, or any. */
  readonly only: 'direct' | 'warning' | null
  /** The words say no: "does not support". */
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
  yield: YIELD,
  neg: NEGATIONS,
  not: new Set(['not', "n't", 'never']),
  will: FUTURES,
  be: new Set(['is', 'are', 'was', 'were', 'be', 'been', "'s", "'re", "'m", 'am']),
  own: new Set(['i', 'we', 'he', 'she', 'they', 'it']),
  self: new Set(['i', 'we']),
}

interface Options {
  readonly only?: 'direct' | 'warning'
  readonly negative?: boolean
}

const row = (
  name: string,
  act: ActType,
  patterns: string,
  example: string,
  not: string,
  { only, negative = false }: Options = {},
): ContentRow => ({ name, act, patterns: patternsOf(patterns, LISTS), only: only ?? null, negative, example, not })

export const CONTENT_ROWS: readonly ContentRow[] = [
  row(
    'not to be said',
    'no-comment',
    'no comment / @not ~1 comment+ on|§|$ / @self ~3 @not|cannot ~3 discuss|comment|elaborate / @self ca|can|could|cannot @not? speak|talk|comment about|on|to / @self do|did @not want|wish|like to talk|speak|comment|discuss / ' +
      'private matter $ / neither confirm nor deny / @own ~2 @not ~2 comment|discuss that|this|on|it',
    '[Q1 "We do not comment on leaks,"] [C1 said] [S1 the bank].',
    '[Q1 "We do not tolerate leaks,"] [C1 said] [S1 the bank].',
  ),
  row(
    'ready to',
    'commitment',
    '@own @be ~1 ready|willing|prepared to / @own @be ~2 @not going to send|deploy|fight|attack / no|any ~1 plans|plan|intention|intentions / @not ~2 intend|intention|intentions to|of / @not ~2 plan|planning ~1 to / have|has no such plans / you have my word / ' +
      '@own ~2 stand+ with|behind / our pledge|promise stands / had|has|have no ~1 plans|intention',
    '[S1 The envoy] [C1 said] [Q1 his country has no plans to send soldiers].',
    '[S1 The envoy] [C1 said] [Q1 his country has no soldiers].',
  ),
  row(
    'not so',
    'denial',
    'no such / no|any truth in|to / @not ~1 true|correct $ / @not true that / ~1 untrue / @be ~3 lie|lies|nonsense|fabrication|fabricated|fiction|false|baseless|unfounded|invented|fake|hoax|untrue / @neg ~1 nothing to do with / nothing to do with / ' +
      'denies|deny|denied|denying ~1 @claims / no ~2 evidence for the ~1 @claims / @claims ~9 @be ~2 @untrue / simply false / had|has|have no part|role|involvement in / never been in',
    '[S1 The envoy] [C1 said] [Q1 the report was untrue].',
    '[S1 The envoy] [C1 said] [Q1 the report was late].',
  ),
  row(
    'no peace until',
    'refusal',
    'no ~2 peace|talks|talk|negotiations|deal|truce|ceasefire|compromise|agreement|money|aid|concessions|dialogue ~6 until|unless|till|before|as|on|with|while / ' +
      'out of the question / under no circumstances / no compromise|concessions|surrender|dialogue / @not ~1 be any? compromise|talks|concessions',
    '[S1 The king] [C1 said] [Q1 there would be no talks until the guns fall silent].',
    '[S1 The king] [C1 said] [Q1 there had been no talks].',
  ),
  row(
    'will not yield',
    'refusal',
    "@own ~2 @will|ca|can|cannot|could ~1 @not ~1 @yield / @own ~1 will|would never @yield / @own ~1 cannot|can't @yield / @own @be ~1 @not ~1 going to @yield / @own do|does @not accept|recognise|recognize|agree / " +
      '@will no longer tolerate|accept / @will @not meet ~3 demands / @own @will ~1 only talk|meet|negotiate ~2 after|if|when / @will|can|could @not be accepted|tolerated / @own @will? refuse|refuses|decline|declines to / @own reject|rejects|oppose|opposes',
    '[S1 The mayor] [C1 said] [Q1 she would not resign].',
    '[S1 The mayor] [C1 said] [Q1 she would not move].',
  ),
  row(
    'will be hit',
    'threat',
    '@be|become|becomes|as|considered ~4 legitimate|priority|lawful ~2 target|targets / @will ~3 be|become ~2 target|targets / @will|going ~2 pay ~3 price / a|the ~2 price to pay / @will ~2 be|face ~1 consequences / @will ~1 have ~2 consequences / serious|grave|dire|severe|unpredictable consequences / ' +
      'bear ~1 consequences / @will ~2 regret / reserve|reserves the right / @will ~3 retaliate|avenge / forced to retaliate|respond / @will ~3 respond ~6 force|harshly|decisively|firmly|strength|immediately|kind / ' +
      '@will ~1 be ~1 punished|sunk|destroyed|shot|crushed|expelled|arrested|prosecuted|eliminated|killed|targeted|hanged / @will ~2 veto / answer|response @will be ~1 crushing|harsh|swift|painful|devastating|firm / whoever ~6 @will / @will use force / @will ~2 impose|tighten|extend ~6 sanctions|tariffs|embargo|blockade|curfew|martial|restrictions|penalties / prepared|ready to impose|tighten ~6 sanctions|tariffs|embargo|blockade|curfew|martial|restrictions|penalties / ' +
      '@will ~1 face ~1 sanctions|tariffs|war|punishment|prosecution|retaliation|penalties',
    '[S1 The king] [C1 said] [Q1 the ships would become legitimate targets].',
    '[S1 The king] [C1 said] [Q1 the ships had missed their targets].',
  ),
  row(
    'we will destroy',
    'threat',
    '@self @will|are|am ~3 @harm / unless|if ~8 @own @will ~3 @harm / @own @will ~2 not pay|deliver|supply ~9 if|unless / @own @will|may ~1 halt|suspend|impose|cut|close|block|withhold ~12 if|unless / @will ~1 be forced to @harm|close|cut',
    '[Q1 "We will burn their camps,"] [S1 the chief] [C1 said].',
    '[Q1 "We will rebuild their camps,"] [S1 the chief] [C1 said].',
  ),
  row(
    'warned of harm',
    'threat',
    '@will ~3 @harm / of|against|a|an ~3 retaliation|reprisals|retaliatory|strike|merciless|crushing|response / inevitable / direct clash|conflict|confrontation|war ~6 inevitable / @own @will ~2 @harm / consequences / priority targets|target / ' +
      'tariffs|sanctions on|against',
    '[S1 The king] [C1 warned] [Q1 that the fleet would strike].',
    '[S1 The king] [C1 said] [Q1 that the fleet would strike].',
    { only: 'warning' },
  ),
  row(
    'no support',
    'support',
    'do|does|did|will|would|can|could @not ~1 support|endorse|back|welcome',
    '[S1 The envoy] [C1 said] [Q1 Oslo does not support the raid].',
    '[S1 The envoy] [C1 said] [Q1 Oslo does not border the sea].',
    { negative: true },
  ),
  row(
    'thanks and praise',
    'support',
    'thank you / § thanks / grateful / gratitude / proud of / congratulations / fully support|supports|supported|back|backs / § ~3 support|supports|back|backs the|this|our|their|his|her / ' +
      '@own ~1 stand|stands by / step|steps in the right direction / @be|have|has|done ~3 @good ~1 decision|job|work|step|idea|news|day|deal|friend|ally|agreement|achievement|soldiers|people|partner / @be @good $ / hats off / well done / bravo / @own ~1 @will support|back|endorse|welcome / ' +
      'welcome|welcomes|welcomed the|this|any',
    '[Q1 "Thank you for the boats,"] [S1 the mayor] [C1 said].',
    '[Q1 "Wait for the boats,"] [S1 the mayor] [C1 said].',
  ),
  row(
    'allowed to',
    'permission',
    '@be|be ~1 allowed|permitted|authorised|authorized|free|welcome to|in / can|may|could ~2 now|again|only ~9 after|if|once|when|§|$|home|go / § you can|may|could / may ~1 enter|leave|return|use|bring|stay|open|go|travel|vote|keep|work / nobody|no|not ~2 allowed / ' +
      'may not bring|enter|use|leave|sell|travel / people can return',
    '[S1 The king] [C1 said] [Q1 farmers are allowed to hunt].',
    '[S1 The king] [C1 said] [Q1 farmers are going to hunt].',
  ),
  row(
    'i think',
    'opinion',
    "§ but|and|well|so|yes|no? ~1 i|we do|did? @not? think|thought|believe|hope|fear|doubt|feel|felt|suspect|guess|wish / § i|we ~1 think|believe|hope|fear|doubt|feel|suspect|guess|wish|expect|suppose|want|thought / i|we have no doubt / i|we do @not think|believe|expect|want / in my|our opinion|view / i 'm|am ~1 sure|convinced|certain|confident|afraid|worried|optimistic / @own ~1 @be ~1 convinced|confident|optimistic|hopeful|afraid|worried|concerned that|about / @own ~1 hopes|hoped|believes|believed|thinks|fears|feared",
    '[Q1 "I think it is over,"] [S1 the guide] [C1 said].',
    '[Q1 "I know it is over,"] [S1 the guide] [C1 said].',
  ),
  row(
    'must and should',
    'demand',
    "must ~1 not|n't|be|@neg? / must|should not? ~1 / time for ~4 to|now / time to / needs|has to ~1 / you|they|countries|people|governments|allies|sides|members|states|everyone ~1 have|need to / we need / needed to? now / § please / § let us|the|them|him|her|our|me|people|my / § let's / deserve|deserves to / " +
      "should|must / nobody should / what is needed / it is|'s essential|crucial|vital|necessary|imperative that|to / want|wants ~4 to ~6 now",
    '[S1 The envoy] [C1 said] [Q1 that Oslo must act].',
    '[S1 The envoy] [C1 said] [Q1 that Oslo had acted].',
  ),
  row(
    'bad',
    'criticism',
    '@be|was|be|been|as|a|an|how|such|of|so|very ~2 @bad / shame on / smacks|smacked of / should be ashamed / failed|failing|fails|fail to ~1 / betrayed / @bad ~2 to / has|have|had ignored|neglected|lied / not enough $ / too late $ / an outrage / not good|fair enough|$',
    '[Q1 "This was a disgrace,"] [S1 the widow] [C1 said].',
    '[Q1 "This was a holiday,"] [S1 the widow] [C1 said].',
  ),
  row(
    'likely to be',
    'prediction',
    '@be ~2 likely|unlikely|expected|set|bound|due|certain|forecast|poised|projected to / going to ~1 be|get|become / @will probably|likely / could ~1 fall|come|rise|reach|cost|collapse|take|happen|last|drop|double|become|lead|cause|lose|run|face|see|be|spread|kill|end|worsen / ' +
      'to hit|reach|fall|rise ~3 by / will have ~3 by',
    '[S1 The bank] [C1 said] [Q1 rates were likely to fall].',
    '[S1 The bank] [C1 said] [Q1 rates had begun to fall].',
  ),
]
