/** Facts about names that their text does not tell: what is an outlet, what is a weapon, which titles stand before people. */
import type { MentionKind } from './doc.ts'

const lines = (list: string): string[] =>
  list
    .split(/[|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Outlets whose name begins with "The", written without it. */
const WITH_ARTICLE = lines(`
  New York Times|Washington Post|Wall Street Journal|Guardian|Times|Sunday Times|Telegraph|Daily Telegraph|Independent|Sun
  Mirror|Economist|Hill|Atlantic|New Yorker|Intercept|Nation|New Republic|Washington Times|Washington Examiner|Weekly Standard
  Daily Beast|Daily Caller|Boston Globe|Globe and Mail|Moscow Times|Kyiv Independent|Jerusalem Post|Times of Israel|Hindu
  Japan Times|Irish Times|Hollywood Reporter|Verge|Conversation|Gateway Pundit|Sydney Morning Herald|West Australian|Namibian
  Straits Times|Diplomat|Insider|Financial Times|Observer|Spectator|Scotsman|Dallas Morning News|Detroit News|Baltimore Sun`)

/** Newspapers, agencies, broadcasters and sites; a mention of one of these names is a publication. */
const WITHOUT_ARTICLE = lines(`
  Associated Press|AP|Agence France-Presse|AFP|Reuters|Bloomberg|Bloomberg News|UPI|United Press International|TASS|ITAR-TASS|Interfax
  RIA Novosti|Sputnik|RT|Russia Today|Ukrinform|UNIAN|UNN|Ukrainska Pravda|Kyiv Post|Xinhua|Kyodo|Yonhap|DPA|ANSA|EFE|PTI|IRNA|Anadolu|KCNA
  CNN|MSNBC|NBC|NBC News|ABC|ABC News|CBS|CBS News|Fox|Fox News|Fox Business|CNBC|PBS|NPR|C-SPAN|BBC|BBC News|ITV|Sky News|Channel One
  Channel One Russia|Channel 4|CBC|CBC News|CTV|Deutsche Welle|France 24|Al Jazeera|Al Arabiya|Euronews|Voice of America|Radio Free Europe
  Radio Liberty|Univision|Telemundo|NTV|Rossiya-1|Rossiya 1|Rossiya 24|TVP|NHK|ZDF|ARD|Suspilne|LBC|Newsmax|OANN|One America News
  USA Today|US Weekly|Us Weekly|Politico|Axios|Semafor|Huffington Post|HuffPost|Breitbart|Breitbart News|Breitbart News Daily|National Review
  Washington Free Beacon|BuzzFeed|BuzzFeed News|Vox|Slate|Salon|Mother Jones|Time|Newsweek|Vanity Fair|Rolling Stone|Esquire|People|Vogue|Wired
  Boston Herald|Chicago Tribune|Los Angeles Times|LA Times|New York Post|New York Daily News|Daily News|Des Moines Register|Miami Herald
  Tampa Bay Times|Union Leader|Las Vegas Review-Journal|Denver Post|Detroit Free Press|Philadelphia Inquirer|Houston Chronicle
  San Francisco Chronicle|Arizona Republic|Seattle Times|Orlando Sentinel|Yahoo News|RealClearPolitics|FiveThirtyEight|Drudge Report|InfoWars
  RedState|Talking Points Memo|TMZ|Western Journalism|Business Insider|Forbes|Fortune|TechCrunch|ProPublica|Daily Mail|Daily Express|Daily Star
  Evening Standard|Metro|Der Spiegel|Spiegel|Bild|Die Zeit|Die Welt|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Tagesspiegel|Tagesschau
  Der Standard|Die Presse|Neue Zürcher Zeitung|Le Monde|Le Figaro|Libération|Les Échos|Le Parisien|El País|El Mundo|La Vanguardia|ABC.es
  Corriere della Sera|La Repubblica|La Stampa|Politico EU|Izvestia|Kommersant|Novaya Gazeta|Meduza|Vedomosti|Rossiyskaya Gazeta|Komsomolskaya Pravda
  Rzeczpospolita|Gazeta Wyborcza|Asahi Shimbun|Yomiuri Shimbun|Mainichi Shimbun|Nikkei|Global Times|People's Daily|China Daily|South China Morning Post
  Times of India|Hindustan Times|Indian Express|Dawn|Haaretz|Hürriyet|Haberturk|Aftonbladet|Expressen|Jyllands-Posten|Dagbladet|Verdens Gang
  Helsingin Sanomat|Wikipedia|Wikinews|YouTube|Twitter|Facebook|Instagram|TikTok|Telegram|Truth Social|Snapchat|Reddit|Bellingcat|NK News`)

/** Weapons and vehicles whose names are words or people elsewhere; in the plural too. */
const PRODUCTS = lines(`
  Patriot|Abrams|Leopard|Leopard 2|Challenger 2|Bradley|Stryker|Javelin|Stinger|Tomahawk|Storm Shadow|SCALP|Taurus|Gepard|Marder|Caesar
  HIMARS|ATACMS|NASAMS|MLRS|GMLRS|HARM|JDAM|THAAD|Aegis|Iron Dome|Arrow 3|David's Sling|IRIS-T|SAMP/T|Hawk|Avenger|Excalibur|Switchblade
  Bayraktar|Bayraktar TB2|Shahed|Geran|Lancet|Kalibr|Iskander|Kinzhal|Zircon|Oreshnik|Tochka-U|Sarmat|Yars|Bulava|Poseidon|Burevestnik|Buk|Tor
  Pantsir|Grad|Smerch|Uragan|Solntsepyok|Neptune|Vilkha|Hrim|Gripen|Rafale|Mirage|Eurofighter|Typhoon|Tornado|Black Hawk|Apache|Chinook|Reaper
  Global Hawk|Novichok|Kalashnikov|Hellfire|Minuteman|Trident|Hwasong|Fattah|Starlink`)

/** Offices before a person's name, no part of it, whatever stands before them: "Foreign Minister"; lower case. */
export const OFFICES: ReadonlySet<string> = new Set(
  lines(`mr|mrs|ms|dr|prof|professor|president|president-elect|senator|sen|sens|rep|reps|representative|congressman|congresswoman|governor|gov|govs
    minister|premier|chancellor|secretary|secretary-general|ambassador|mayor|commissioner|archbishop|ayatollah|lieutenant|lt|colonel|col|sergeant|sgt
    admiral|adm|detective|sheriff|director|chairman|chairwoman|spokesman|spokeswoman|spokesperson|lawmaker|candidate|nominee`),
)

/** Titles that are names of people too, and count only where the name begins with them. */
export const TITLES: ReadonlySet<string> = new Set([
  ...OFFICES,
  ...lines(`miss|sir|dame|lord|lady|vice|prime|speaker|judge|justice|chief|king|queen|prince|princess|pope|cardinal|bishop|reverend|rev|father|sister
    rabbi|imam|sheikh|captain|capt|general|gen|major|maj|commander|cmdr|officer|attorney|leader|former|first|democrat|republican|coach|chair`),
])

/** People by nation, faith or party: no name of anyone. */
const GROUPS: ReadonlySet<string> = new Set(
  lines(`Americans|Russians|Ukrainians|Germans|Mexicans|Canadians|Israelis|Palestinians|Iranians|Iraqis|Syrians|Africans|Europeans|Asians|Cubans
    Chechens|Britons|Brits|Turks|Poles|Greeks|Italians|Australians|Indians|Pakistanis|Afghans|Koreans|Egyptians|Libyans|Saudis|Yemenis|Serbs
    Croats|Czechs|Hungarians|Romanians|Belarusians|Georgians|Armenians|Finns|Swedes|Danes|Norwegians|Dutch|French|British|Chinese|Japanese
    Republicans|Democrats|Conservatives|Liberals|Socialists|Muslims|Christians|Jews|Catholics|Protestants|Sunnis|Shiites|Arabs|Kurds|Latinos
    Hispanics|Westerners|Californians|Texans|Floridians|New Yorkers|African Americans|African-Americans|Native Americans`),
)

export const isGroup = (name: string): boolean => GROUPS.has(name)

/** Beliefs, texts, offices and ideas that are written with a capital and are nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  lines(`Constitution|U.S. Constitution|Bible|Koran|Quran|Torah|Gospel|Internet|Christianity|Islam|Judaism|Buddhism|Hinduism|Catholicism
    Protestantism|Communism|Nazism|Zionism|Marxism|Brexit|Grexit|Obamacare|Medicare|Medicaid|Twitterverse|Chief Justice|Justice of the Peace
    Attorney General|Surgeon General|Commander in Chief|First Lady|State of the Union|Social Security|Second Amendment|First Amendment
    Fourth Amendment|Fifth Amendment|Fourteenth Amendment|Bill of Rights|Magna Carta|American Dream|Founding Fathers|Almighty|God|Lord|Satan`),
)

/** @param kind Which the network takes it for: "God" is no body, but may be a person. */
export const isNobody = (name: string, kind: MentionKind): boolean => kind === 'organisation' && NOBODY.has(name)

/** Never a person or a firm, whatever the context; "Jordan", "Chad" and "Georgia" may be people. */
const PLACES: ReadonlySet<string> = new Set(
  lines(`
  Afghanistan|Albania|Algeria|American Samoa|Andorra|Angola|Anguilla|Antarctica|Argentina|Armenia|Aruba|Australia|Austria
  Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia|Bosnia|Botswana|Brazil
  Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Caribbean Netherlands|Chile|China|Colombia|Comoros
  Costa Rica|Croatia|Cuba|Cyprus|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador
  Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|French Guiana|French Polynesia|Gabon|Gambia|Germany
  Ghana|Gibraltar|Greece|Greenland|Grenada|Guadeloupe|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India
  Indonesia|Iran|Iraq|Ireland|Isle of Man|Israel|Italy|Jamaica|Japan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos
  Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macao|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta
  Martinique|Mauritania|Mauritius|Mayotte|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Montserrat|Morocco|Mozambique
  Myanmar|Namibia|Nauru|Nepal|Netherlands|New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|Niue|North Korea|North Macedonia
  Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Pitcairn|Poland|Portugal|Puerto Rico
  Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Sint Maarten
  Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan
  Tajikistan|Tanzania|Thailand|Togo|Tokelau|Tonga|Tunisia|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates
  United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|Western Sahara|Yemen|Zambia|Zimbabwe
  Great Britain|Britain|England|Scotland|Wales|Northern Ireland|America|USA|US|U.S|U.S.|U.S.A.|UK|U.K.|UAE|Crimea|Gaza|Kyiv
  Kiev|Moscow|Beijing|Tehran`),
)

/** Acronyms and names of bodies that the network takes for places or people. */
const ORGANISATIONS: ReadonlySet<string> = new Set(
  lines(`EU|E.U.|E.U|UN|U.N.|U.N|NATO|IAEA|IMF|OPEC|OSCE|OECD|WTO|UNICEF|UNESCO|UNHCR|Interpol|Europol|Eurostat|ECB|BRICS|ASEAN|African Union|European Union
  FBI|CIA|NSA|DHS|GOP|NYPD|LAPD|IRS|I.R.S.|SEC|S.E.C.|EPA|E.P.A.|FSB|GRU|SVR|SBU|HUR|MI5|MI6|Mossad|IDF|IRGC|PLO|PKK|Hamas|Hezbollah|Taliban|Al Qaeda
  al-Qaida|al-Qaeda|ISIS|ISIL|Islamic State|Wagner Group|Roscosmos|Rosatom|Gazprom|Rosneft|Naftogaz|Energoatom|Ukrenergo|NASA|Congress|Bundestag
  Verkhovna Rada|State Duma|Duma|Knesset|Wells Fargo|Goldman Sachs|Morgan Stanley|JPMorgan|Lockheed Martin|Rheinmetall|Raytheon`),
)

const outlets = new Map<string, boolean>([
  ...WITHOUT_ARTICLE.map((name) => [name, false] as const),
  ...WITH_ARTICLE.map((name) => [name, true] as const),
])

/** As they call themselves, "The" included. */
export const OUTLET_NAMES: readonly string[] = [...outlets].map(([name, hasArticle]) =>
  hasArticle ? `The ${name}` : name,
)
const products: ReadonlySet<string> = new Set(PRODUCTS.flatMap((name) => [name, `${name}s`]))

const withoutArticle = (name: string): string => name.replace(/^[Tt]he /, '')

/** The kind of a name that means one thing only; null for all others. */
export const kindByName = (name: string): MentionKind | null =>
  PLACES.has(name) ? 'place' : ORGANISATIONS.has(name) ? 'organisation' : null

/** @param name as in the text, with or without "the"; capitals count. */
export const isOutlet = (name: string): boolean => outlets.has(withoutArticle(name))

/** Does the outlet's own name begin with "The"? */
export const hasOwnArticle = (name: string): boolean => outlets.get(withoutArticle(name)) === true

/** "F-16", "MIM-104", "Su-35S", "T-72"; not "G-20", and no motorway "I-95". */
export const isProduct = (name: string): boolean => products.has(name) || isDesignation(name)

function isDesignation(name: string): boolean {
  const [, letters, digits] = /^([A-Z][A-Za-z]{0,3})-(\d{1,3})[A-Z]{0,2}s?$/.exec(name) ?? []
  return letters !== undefined && digits !== undefined && !['G', 'I', 'E', 'A'].includes(letters)
}
