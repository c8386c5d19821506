/** The closed word classes of English that the rules lean on. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

export const PRONOUNS = words(
  'he she they i we you it who one others everyone someone nobody everybody somebody some many most few both all another several',
)
export const SUBJECT_PRONOUNS = words('he she they i we you it there this these those')
export const DETERMINERS = words(
  'the a an this these those his her its their our my your no any some each every both all another such several many most few one two three four five six seven eight nine ten dozens hundreds thousands',
)
/** After these a word is a noun or an adjective, never the verb of a clause. */
export const NOUN_SIGNALS = words(
  "the a an this these those his her its their our my your no any each every another such 's ’s of",
)
export const PREPOSITIONS = words(
  'of in on at to for from with by about against among around before after between beyond during despite inside into near off onto out outside over per through throughout toward towards under until upon via within without amid alongside behind across since ahead because',
)
/** Prepositions that tie a noun to the one before inside a name or title: "minister of defence", "spokesman for the ministry". */
export const NOUN_PREPOSITIONS = words('of for from at in with to near close on by about')
export const COORDINATORS = words('and but or nor yet')
export const SUBORDINATORS = words(
  'that because while when if whether although though since until unless than where so as after before once why how what whereas',
)
export const COMPLEMENTIZERS = words('that whether if how why what who where when which')
export const AUXILIARIES = words(
  "is are was were be been being am has have had having do does did will would can could cannot may might must shall should 's ’s 're ’re 've ’ve 'd ’d 'll ’ll wo ca",
)
export const BE_FORMS = words("is are was were be been being am 's ’s 're ’re gets got")
export const MODALS = words("will would can could cannot may might must shall should 'll ’ll 'd ’d wo ca")
export const NEGATIONS = words("not n't n’t never cannot")
/** Adverbs that stand between a subject and its verb and belong to the cue. */
export const CUE_ADVERBS = words(
  'also later earlier previously then again already further once still even just only recently subsequently always often now thus ' +
    'publicly privately repeatedly reportedly allegedly falsely rightly openly explicitly initially finally briefly quickly simply ' +
    'angrily quietly bluntly firmly strongly formally officially additionally separately similarly consistently clearly long first ' +
    'today yesterday immediately directly specifically merely instead ever soon therefore likewise jointly flatly categorically ' +
    'personally actually really immediately sharply loudly softly generally widely basically truly',
)
/** Words that open a sentence without being part of its subject. */
export const OPENING_ADVERBS = words(
  'but and so yet still then now meanwhile however today yesterday later earlier previously also separately finally nevertheless ' +
    'nonetheless moreover furthermore additionally besides instead therefore thus hence consequently similarly likewise recently ' +
    'afterwards overall indeed perhaps meantime elsewhere again initially originally subsequently eventually ultimately tonight or ' +
    'reportedly apparently clearly even only just because though although while when if as what why how that which whether since',
)
export const WEEKDAYS = words(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
)
export const MONTHS = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
export const TIME_NOUNS = words(
  'today yesterday tonight tomorrow morning afternoon evening night midday noon midnight week weekend month year day hour minute ' +
    'hours minutes days weeks months years spring summer autumn winter fall decade',
)
export const TIME_ADJECTIVES = words('last this next earlier late early previous past same following')

/** Finite verbs so common in news that they bound a noun phrase; regular pasts are caught by their ending. */
export const COMMON_VERBS = words(
  'went came took made got gave saw found told said left met held kept led ran won lost sent put set began became broke brought built ' +
    'bought caught chose cut dealt drew drove fell felt flew fought grew hit hurt knew laid lay heard watched let meant paid rose sat sold shook shot ' +
    'showed shut sought spent spoke spread stood struck swore taught thought threw understood wore wrote says goes comes takes makes ' +
    'gets gives sees finds tells leaves meets holds keeps leads runs wins loses sends puts sets begins becomes remains remain seems seem appears ' +
    'appear include includes need needs continues continue follows follow means mean wants want shows show writes write believes believe thinks think ' +
    'knows know hopes hope plans plan say add adds tell asks ask come go take make give get see find leave meet hold keep lead run win lose ' +
    'send put set begin become arrives arrive works lives faces moves calls turns helps starts starts stays sits stands',
)

/** Heads of noun phrases that can speak: people by role, bodies, media, and papers that carry somebody's words. */
const SPEAKING_NOUNS = words(
  'minister president premier chancellor king queen prince pope bishop archbishop cardinal mayor governor senator congressman congresswoman lawmaker legislator deputy ' +
    'ambassador diplomat envoy secretary chief head leader chair chairman chairwoman chairperson director manager boss executive founder owner ceo officer ' +
    'official spokesman spokeswoman spokesperson aide adviser advisor commander general admiral colonel captain sergeant soldier officer police policeman prosecutor ' +
    'judge lawyer attorney doctor nurse surgeon professor scientist researcher expert analyst economist historian author writer journalist reporter ' +
    'editor correspondent activist campaigner critic observer witness resident neighbour neighbor driver worker union farmer fisherman pilot engineer teacher student coach ' +
    'player captain manager victim survivor suspect defendant candidate voter delegate member mother father parent brother sister son daughter wife husband widow ' +
    'friend colleague ally rival opponent opposition man woman boy girl people person source team panel commission committee council court parliament senate congress house ' +
    'government ministry administration authority authorities agency department office bureau cabinet party coalition campaign group organisation organization association federation ' +
    'company firm operator manufacturer bank airline university institute hospital school club board nato military army navy force forces ' +
    'kremlin pentagon regime side country nation state states ally paper newspaper magazine outlet broadcaster channel station website blog report study survey poll document letter statement ' +
    'memo article filing complaint lawsuit indictment announcement media press investigation inquiry audit review reuters community family couple crowd protesters demonstrators strikers ' +
    'supporters republicans democrats conservatives liberals socialists greens americans russians ukrainians europeans protester everyone nobody trainer user customer passenger investor trader shareholder negotiator mediator ' +
    'inspector investigator detective sheriff firefighter rescuer paramedic coroner regulator watchdog ombudsman auditor treasurer registrar harbourmaster skipper crew staff ' +
    'embassy consulate palace exchange utility museum gallery theatre theater brewery physician architect bishop monk tenant landlord grandmother grandfather uncle aunt cousin councillor ' +
    'commissioner guild cooperative consortium syndicate charity foundation trust tribunal assembly delegation observatory laboratory clinic parish diocese archive archives library',
)

/** Endings of words for people ("agronomist", "stallholder"), and the things that end so too. */
const PERSON_ENDINGS = /^[a-z-]{2,}(?:er|or|ist|ian|eer|man|woman|person)s?$/
const THINGS = words(
  'number paper matter order water power weather computer river summer winter border offer answer corner chapter tower cover dinner factor motor error floor door sector ' +
    'mirror color colour flavor flavour other another former later earlier over under after never ever rather either neither whether together per her silver copper order ' +
    'semester quarter quarters numbers papers matters orders waters powers rivers borders offers answers corners chapters towers covers dinners factors motors errors floors doors sectors ' +
    'order layer layers trailer container containers letterhead shelter shelters cancer fever timber lumber october november december september labor labour harbor harbour favor favour ' +
    'major minor senior junior prior poor terror horror rumor rumour odor vapor humor humour honor honour tutor behavior behaviour interior exterior superior inferior german women men human roman ' +
    'greater smaller larger higher lower longer shorter better bigger older younger fewer wider closer stronger weaker easier harder newer deeper faster slower cheaper richer poorer latter upper outer inner',
)

export const isSpeakingNoun = (word: string): boolean =>
  SPEAKING_NOUNS.has(word) ||
  (PERSON_ENDINGS.test(word) && !THINGS.has(word)) ||
  (word.endsWith('s') && SPEAKING_NOUNS.has(word.slice(0, -1))) ||
  (word.endsWith('ies') && SPEAKING_NOUNS.has(`${word.slice(0, -3)}y`)) ||
  (word.endsWith('men') && SPEAKING_NOUNS.has(`${word.slice(0, -3)}man`)) ||
  (word.endsWith('women') && SPEAKING_NOUNS.has(`${word.slice(0, -5)}woman`))

/** Participles that follow a noun to describe it ("people briefed on the talks"), where others would be its verb. */
export const POSTMODIFIERS = words(
  'briefed involved based familiar interviewed appointed elected authorised authorized linked related close opposed named known aged hired tasked affiliated allied loyal responsible present accused charged sanctioned occupied controlled backed',
)
