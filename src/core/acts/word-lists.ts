/** Words that tell acts apart: of harm, of blame, of praise, of untruth, and verbs of refusing and of ending. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What a threat announces. */
export const HARM = words(`
retaliate retaliation retaliated avenge revenge vengeance destroy destroyed destruction crush crushed crushing punish punished punishment kill killed
attack attacked strike strikes struck bomb bombed shoot shot sink sunk shell burn burned burnt hit expel expelled arrest arrested jailed prosecute prosecuted fined
sanction sanctions sanctioned tariffs eliminate eliminated annihilate annihilated war invade seize seized veto block sue evict evicted eviction
dismissed sacked fired strike-back reprisals reprisal counterattack force fire merciless countermeasures embargo halt suspend cut target targets targeted
`)

/** What a speaker finds fault with; also "a threat to peace". */
export const BAD = words(`
disgrace disgraceful shame shameful ashamed outrage outrageous irresponsible unacceptable reckless absurd provocative provocation barbaric cruel hypocrisy
hypocritical scandal scandalous threat unfair unjust illegal illegitimate criminal crime crimes brutal cynical dangerous mistake wrong insult insulting
disaster disastrous catastrophic failure failed cowardly coward betrayed betrayal corrupt deplorable despicable appalling horrific heinous inhumane inhuman
ridiculous ominous hateful clueless ignorant stupid foolish terrorist terrorists terrorism aggression violation undemocratic racist sham farce incompetent inadequate insufficient
waste destroying smacks smacked disappointing disappointment unprovoked unjustified inexcusable intolerable dishonest monstrous barbarous genocide ugly unwarranted
`)

/** What a speaker praises. */
export const GOOD = words(`
wonderful great excellent brilliant fantastic historic brave courageous heroic heroes outstanding remarkable superb impressive
milestone breakthrough miracle encouraging admirable
`)

/** What can be said to be untrue. */
export const CLAIMS = words(`
claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors charge charges suggestion suggestions assertion
assertions story stories speculation insinuation insinuations
`)

export const UNTRUE = words(`
false untrue baseless unfounded groundless fabricated fabrication fiction lie lies nonsense fake invented incorrect fictitious hoax falsehood falsehoods disinformation rubbish
`)

/** What is not done by who refuses: after "will not", "would never", "cannot", "not going to". */
export const YIELD = words(`
accept surrender resign negotiate apologise apologize recognise recognize sign give back yield bow capitulate compromise concede tolerate cede step meet
talk agree withdraw retreat submit kneel let allow reconsider obey budge permit
`)

/** To do these is not to do something. */
export const ENDING = words(
  'stop stopping stops halt halting cease ceasing end ending suspend suspending refrain refraining abstain abstaining avoid avoiding desist quit',
)

/** Nouns of the same: "called for an end to the war". */
export const ENDING_NOUNS = words('end halt stop cessation suspension')

/** What happens rather than is done: with these a future binds nobody. */
export const HAPPENING = words(`
be become have need rise fall win lose grow shrink die suffer remain last happen come mean know see find cost take reach probably likely drop
increase decrease double improve worsen survive fail miss feel look seem appear end rain snow freeze thaw
`)

export const NEGATIONS = words(
  "not n't never no none nobody nothing neither nor nowhere cannot can't won't wouldn't didn't doesn't don't isn't wasn't aren't weren't hasn't haven't hadn't couldn't shouldn't hardly barely unlikely",
)

/** Verbs that open an order. */
export const ORDERS = words(`
stop give help let leave tell come go do don't don’t send open hand take free release end stay keep bring make put show listen respect withdraw please act get
close start begin join pay wait look vote read lift drop return remove restore protect save hold pull ask call speak turn allow admit remember
`)

export const FUTURES = words("will would 'll wo won't wouldn't shall ’ll 'd")
