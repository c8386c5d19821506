/** What common nouns say of a speaker: tables of lemmas. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Bodies that speak as one. */
export const BODIES = list(`
  academy administration agency airline alliance army assembly association authority authorities bank battalion board body brigade bureau
  business cabinet campaign camp carrier caucus chamber charity church city town county municipality club coalition college command commission committee company
  conference congregation congress consortium corporation council court delegation department directorate embassy establishment
  exchange faction federation firm force forces foundation fund giant group guard headquarters hospital industry institute institution
  insurer jury junta laboratory league legislature lobby maker manufacturer military militia ministry mission movement museum navy
  office operator opposition panel organisation organization pac parliament partnership party police presidency prosecution
  publisher regulator retailer school secretariat senate service startup store supplier syndicate team treasury tribunal troupe
  shipyard shipping factory plant mill brewery restaurant hotel port airport railway bakery theatre theater zoo farm shop clinic library
  festival observatory trust union unit university utility watchdog hamas`)

/** Bodies that are a state, where a country is named with them; without one still the state. */
export const STATES = list('capital government regime state nation country republic kingdom superpower')

/** People that the list of train/words/speakers.py does not have. */
export const MORE_PEOPLE = list(`
  pollster heckler checker fact-checker superdelegate denizen foe magnate billionaire demonstrator marcher commenter objector forecaster
  announcer mate storyteller caucus-goer hopeful challenger moneyman heavyweight tester interviewee passer-by bystander onlooker survivor newsman envoy`)

/** In that list, and no people. */
export const NO_PEOPLE = list(`
  aerospace agreement argument band ban base bill bona call city datum data debate district election email endowment evidence face filings
  finding fictional image letter list message nation page plan portrayal precedent race record result return rule ruling star- statement
  study suit system talk talking tally voice warning yacht question poll wing world news today`)

/** Many people who are spoken of as one. */
export const CROWDS = list(`
  audience base cast choir circle clan community congregation couple crew crowd duo electorate elite family generation left leadership
  majority mainstream minority mob pair personnel population public quartet rank-and-file right side staff trio tribe youth wing
  people police- troops folk`)

/** Outlets by what they are. */
export const OUTLETS = list(`
  blog broadcaster channel daily journal magazine media network newspaper newswire outlet paper periodical podcast press programme
  publication radio site station tabloid website weekly wire`)

/** Texts that speak for themselves. */
export const TEXTS = list(`
  account accounting act ad advert advertisement advisory affidavit agreement amendment analysis article assessment audit autobiography
  average bill biography book bylaw brief caption census chart cable column commentary complaint constitution contract coverage data database
  announcement broadcast comment communique communiqué count declaration decree deposition disclosure dispatch dispatches document documentary dossier draft editorial email e-mail essay estimate exposé film movie song feature figure file filing finding footage
  forecast guide handbook headline index indictment interview inquiry investigation item journal law lawsuit leaflet ledger legislation
  letter list manifesto manual material measure missive memo memoir memorandum message minutes model narrative note notice novel number op-ed order outline
  page paper paperwork passage petition playbook photo photograph piece plan platform poll polling post poster profile projection proposal ranking readout record
  regulation release report reporting research result resolution review rule ruling scorecard script series sign spot statistic
  story study subpoena suit summary survey tabulation tally testimony speech statement remark posting schedule guidance graphic tallies test text textbook tracker transcript treaty tweet update video warrant`)

/** Texts that are somebody's words: who issued them speaks. */
export const WORDS_OF = list(`
  announcement address broadcast comment communique communiqué declaration email e-mail letter memo message note post posting remark release
  speech statement testimony tweet video word`)

/** Nobody's words. */
export const HEARSAY = list('report rumor rumour speculation gossip hearsay word')

/** Those who speak for others. */
export const SPOKESPEOPLE = list(`
  spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople spokes-man spokes-woman press-secretary mouthpiece`)

/** People who talk to reporters because of what they know, unnamed. */
export const INFORMANTS = list(`
  adviser advisor aide ally associate confidant confidante counselor deputy diplomat employee envoy executive friend insider informant
  intermediary interlocutor lobbyist negotiator observer- official officer operative participant person source staffer staff- strategist
  colleague relative someone somebody whistleblower worker`)

/** Informants in the plural: those who are a public rather than a few who know. */
export const PUBLIC_PLURALS = list(
  'people employee worker friend ally colleague relative executive strategist officer lobbyist operative',
)

/** Named by their office even without their name: "a judge", "a senator". */
export const ON_RECORD = list(`
  admiral ambassador archbishop attorney bishop captain chairman chairwoman chairperson chair chancellor chief commander commissioner
  congressman congresswoman coroner director general governor judge justice king magistrate mayor minister narrator ombudsman pope premier
  president prime-minister prince princess prosecutor queen secretary senator sheriff speaker superintendent treasurer`)

/** "A number of voters": what is counted follows. */
export const QUANTITIES = list(`
  army array bunch couple dozen dozens fraction group half handful host hundred hundreds lot lots majority many million millions minority number
  one pair part percent percentage plurality plenty portion quarter range rest roster score scores section series share slew some string
  team third thousand thousands three-quarters trio two-thirds variety per cent % chorus generation several few most all each both`)

/** Before a noun, no part of its role. */
export const QUALIFIERS = list(`
  senior top high-ranking ranking leading prominent veteran longtime long-time unnamed anonymous unidentified young old elderly
  local other another more certain same such different various own fellow influential powerful well-known respected noted famous
  current first second one- mid-level low-level junior- well-placed well-informed key`)

/** Say that an office is not held, or not as usual. */
export const TENSES = list(
  'former ex ex- past late then then- acting interim incoming outgoing onetime one-time retired ousted deposed designate',
)

export const HONORIFICS = list('mr mrs ms miss dr sir dame lord lady mx madam madame monsieur herr frau señor señora')

/** Adjectives and nouns of parties and world regions, which say to whom somebody belongs. */
export const BELONGINGS = list(`
  republican democratic democrat conservative labour labor tory liberal green gop socialist communist western european african asian
  arab american latin eu u.n. un nato eurosceptic libertarian islamist palestinian kurdish chechen bavarian scottish welsh english catalan tibetan`)

/** Names of people by party, faith or region, in the plural. */
export const PEOPLES = list(`
  republicans democrats conservatives liberals socialists communists libertarians tories greens independents progressives evangelicals muslims
  christians jews catholics protestants sunnis shiites hispanics latinos whites blacks westerners europeans africans asians arabs
  palestinians kurds americans hawks moderates separatists nationalists`)

/** Words that count nothing exactly. */
export const BOUNDS = list('about around almost approximately roughly nearly least most over than up under some least')

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i]),
)

/** "three", "24"; null for anything else. */
export function numberOf(word: string): number | null {
  if (Object.hasOwn(NUMBERS, word)) return NUMBERS[word]!
  return /^[1-9]\d{0,3}$/.test(word) ? Number(word) : null
}
