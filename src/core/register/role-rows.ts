/** What offices are called: fixed phrases, and words that name the field of an office. */

export interface RoleRow {
  /** The key that all its names share. */
  readonly key: string
  /** Lower case, without marks, articles and hyphens. */
  readonly phrases: readonly string[]
  /** Only for these countries; everywhere where not given. */
  readonly of?: readonly string[]
  /** A name of this office, and one that looks like it and is none. */
  readonly example: string
  readonly not: string
}

const list = (phrases: string): string[] => phrases.split('|')

export const ROLE_ROWS: readonly RoleRow[] = [
  {
    key: 'president',
    phrases: list(
      'president|president of republic|state president|president of state affairs|president of swiss confederation',
    ),
    example: 'President of the Republic',
    not: 'President of the Senate',
  },
  {
    key: 'prime-minister',
    phrases: list(
      'prime minister|premier|president of council of ministers|president of government|chairman of government|head of government|taoiseach|minister president|chairman of cabinet of ministers|chairman of council of ministers|premier of state council|president of council|minister of state of monaco|president of cabinet of ministers|president of ministerial council|chief executive of government',
    ),
    example: 'President of the Council of Ministers',
    not: 'Deputy Prime Minister',
  },
  {
    key: 'prime-minister',
    phrases: list('chancellor|federal chancellor'),
    of: ['DE', 'AT'],
    example: 'Chancellor',
    not: 'Vice-Chancellor',
  },
  {
    key: 'prime-minister',
    phrases: list('first minister'),
    of: ['GB-SCT'],
    example: 'First Minister',
    not: 'Minister',
  },
  {
    key: 'head-of-state',
    phrases: list('head of state|chief of state'),
    example: 'head of state',
    not: 'head of state television',
  },
  {
    key: 'monarch',
    phrases: list('king|queen|monarch|emperor|emir|amir|sultan|grand duke|sovereign'),
    example: 'King',
    not: 'Kingmaker',
  },
  { key: 'pope', phrases: list('pope|pontiff|holy father|bishop of rome'), example: 'Pope', not: 'Archbishop' },
  {
    key: 'supreme-leader',
    phrases: list('supreme leader|general secretary of workers party'),
    example: 'Supreme Leader',
    not: 'Opposition Leader',
  },
  {
    key: 'leader',
    phrases: list('leader|head|ruler|strongman'),
    example: 'leader',
    not: 'Leader of the Opposition',
  },
  {
    key: 'vice-president',
    phrases: list('vice president|deputy president|veep'),
    example: 'Vice President',
    not: 'President',
  },
  {
    key: 'deputy-prime-minister',
    phrases: list(
      'deputy prime minister|vice premier|vice prime minister|deputy premier|first deputy prime minister|vice chancellor|tanaiste|deputy chairman of government',
    ),
    example: 'Vice Prime Minister',
    not: 'Prime Minister',
  },
  {
    key: 'minister:foreign',
    phrases: list('foreign secretary|top diplomat|chief diplomat|diplomacy chief'),
    example: 'top diplomat',
    not: 'diplomat',
  },
  {
    key: 'minister:foreign',
    phrases: list('secretary of state'),
    of: ['US', ''],
    example: 'Secretary of State',
    not: 'Under Secretary of State',
  },
  {
    key: 'minister:finance',
    phrases: list('chancellor of exchequer|treasurer'),
    example: 'Chancellor of the Exchequer',
    not: 'Exchequer Secretary',
  },
  { key: 'minister:finance', phrases: list('chancellor'), of: ['GB'], example: 'Chancellor', not: 'Lord Chancellor' },
  {
    key: 'high-representative',
    phrases: list(
      'high representative|foreign policy chief|top diplomat|chief diplomat|foreign affairs chief|high representative of union for foreign affairs and security policy|high representative for foreign affairs and security policy|foreign minister',
    ),
    of: ['EU', 'Q458'],
    example: 'foreign policy chief',
    not: 'policy chief',
  },
  {
    key: 'president:commission',
    phrases: list(
      'chief executive|president of commission|commission president|commission chief|head of commission|commission head',
    ),
    of: ['EU', 'Q458', 'Q8880'],
    example: 'Commission chief',
    not: 'commissioner',
  },
  {
    key: 'president:council',
    phrases: list('president of european council|council president|council chief'),
    of: ['EU', 'Q458', 'Q8886'],
    example: 'Council President',
    not: 'councillor',
  },
  {
    key: 'head',
    phrases: list(
      'secretary general|director general|chief|head|boss|managing director|executive director|general secretary|chair|president|leader|high commissioner|general director',
    ),
    of: ['Q'],
    example: 'Secretary-General',
    not: 'Deputy Secretary General',
  },
  { key: 'attorney-general', phrases: list('attorney general'), example: 'Attorney-General', not: 'attorney' },
  {
    key: 'prosecutor-general',
    phrases: list('prosecutor general|general prosecutor|chief prosecutor'),
    example: 'Prosecutor General',
    not: 'prosecutor',
  },
  {
    key: 'security-adviser',
    phrases: list(
      'national security adviser|national security advisor|security adviser|security advisor|assistant to president for national security affairs',
    ),
    example: 'national security adviser',
    not: 'security guard',
  },
  {
    key: 'security-council-secretary',
    phrases: list(
      'secretary of security council|security council secretary|secretary of national security and defence council|security council chief',
    ),
    example: 'Secretary of the Security Council',
    not: 'Security Council member',
  },
  {
    key: 'chief-of-staff',
    phrases: list(
      'chief of staff|head of presidential office|head of president office|head of office of president|presidential chief of staff|head of presidential administration',
    ),
    example: 'chief of staff',
    not: 'Chief of the General Staff',
  },
  {
    key: 'military-chief',
    phrases: list(
      'chief of general staff|chief of defence staff|chief of defence|commander in chief|chief of defense|army chief|military chief|top general|commander in chief of armed forces|chairman of joint chiefs of staff|chief of armed forces|armed forces chief|chief of staff of armed forces|chief of joint staff',
    ),
    example: 'commander-in-chief',
    not: 'company commander',
  },
  {
    key: 'central-bank-governor',
    phrases: list(
      'governor of central bank|central bank governor|governor of national bank|chairman of federal reserve|chair of federal reserve|fed chair|fed chairman|federal reserve chair|governor of bank of england|central bank chief|central bank head|president of bundesbank|chairman of central bank|chairman of national bank|president of national bank|president of central bank',
    ),
    example: 'central bank governor',
    not: 'bank manager',
  },
  {
    key: 'speaker',
    phrases: list(
      'speaker|speaker of parliament|house speaker|speaker of house|speaker of house of representatives|speaker of house of commons|parliament speaker|parliamentary speaker|speaker of national assembly|chairman of state duma|chairman of verkhovna rada|speaker of verkhovna rada|speaker of knesset|president of bundestag|president of national assembly|speaker of assembly|president of parliament',
    ),
    example: 'Speaker of the House of Representatives',
    not: 'keynote speaker of the evening',
  },
  {
    key: 'opposition-leader',
    phrases: list('leader of opposition|opposition leader'),
    example: 'opposition leader',
    not: 'opposition',
  },
  { key: 'first-lady', phrases: list('first lady'), example: 'First Lady', not: 'lady' },
  { key: 'crown-prince', phrases: list('crown prince'), example: 'Crown Prince', not: 'Prince' },
]

/** Field → the words for it in names of ministries, ministers and spokespersons. */
export const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    foreign: 'foreign|external|diplomatic|exterior',
    defence: 'defence|defense|armed forces|armed|forces|military|war|pentagon',
    interior: 'interior|internal|home',
    finance: 'finance|finances|treasury|exchequer|financial',
    economy: 'economy|economic|economics',
    justice: 'justice',
    health: 'health|healthcare',
    energy: 'energy|power',
    education: 'education',
    agriculture: 'agriculture|agricultural|farming|farm|agrarian',
    transport: 'transport|transportation|transports',
    environment: 'environment|environmental|ecology|ecological',
    culture: 'culture|cultural',
    trade: 'trade|commerce|commercial',
    labour: 'labour|labor|employment',
    europe: 'europe|european',
    digital: 'digital|digitalisation|digitalization|digitisation',
    security: 'security',
    state: 'presidency|presidential',
    government: 'government|cabinet',
    'white-house': 'white-house',
    kremlin: 'kremlin',
    'downing-street': 'downing-street',
    treasury: 'treasury',
  }).flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)),
)

/** Several words that are one name of a field. */
export const FIELD_PHRASES: readonly (readonly [string, string])[] = [
  ['foreign trade', 'trade'],
  ['external trade', 'trade'],
  ['foreign investment', 'investment'],
  ['foreign economic', 'economy'],
  ['foreign intelligence', 'intelligence'],
  ['state department', 'foreign'],
  ['department of state', 'foreign'],
  ['foreign office', 'foreign'],
  ['smolenskaya square', 'foreign'],
  ['foggy bottom', 'foreign'],
  ['quai d orsay', 'foreign'],
  ['farnesina', 'foreign'],
  ['home office', 'interior'],
  ['ministry of home affairs', 'interior'],
  ['white house', 'white-house'],
  ['downing street', 'downing-street'],
  ['no 10', 'downing-street'],
  ['number 10', 'downing-street'],
  ['number ten', 'downing-street'],
  ['security council', 'security'],
]
