/** Which outlets are agencies, broadcasters and networks for posts; all others that are known print. */
import type { MediumKind } from '../../doc.ts'
import { isOutlet } from '../../mention-lexicon.ts'

export type OutletKind = Extract<MediumKind, 'broadcaster' | 'newspaper' | 'agency' | 'social' | 'other'>

const lines = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/[|\n]/)
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  )

/** Wires: what they are told goes to other outlets. */
const AGENCIES =
  lines(`Associated Press|AP|A.P.|The AP|Agence France-Presse|Agence France Presse|AFP|Reuters|Thomson Reuters|Bloomberg|Bloomberg News|UPI
  United Press International|TASS|ITAR-TASS|Itar-Tass|Interfax|Interfax-Ukraine|RIA Novosti|RIA|Sputnik|Ukrinform|UNIAN|UNN|Xinhua|Xinhua News Agency|Kyodo|Kyodo News
  Yonhap|Yonhap News Agency|DPA|dpa|ANSA|EFE|PTI|Press Trust of India|IRNA|ISNA|Tasnim|Fars|Anadolu|Anadolu Agency|KCNA|SANA|Petra|WAM|PA|PA Media|Press Association
  CTK|ČTK|PAP|MTI|BelTA|Belta|AAP|Canadian Press|Dow Jones Newswires|RBC-Ukraine|Kazinform|Trend|Azertac|Armenpress|Agerpres|BTA|Tanjug|Hina|APA|NTB|TT|Ritzau|STT
  Antara|Bernama|VNA|PNA|Saudi Press Agency|Qatar News Agency|MENA|Maghreb Arabe Presse|NAN|GNA|Mehr`)

const BROADCASTERS =
  lines(`BBC One|BBC Two|BBC1|BBC2|BBC One Scotland|BBC Radio 1|BBC Radio 2|BBC Radio 5|BBC Radio Four|BBC Radio Five|BBC Radio 5 Live|BBC Radio Five Live|BBC Radio Wales
  BBC Radio Scotland|BBC Radio Ulster|BBC Radio Sheffield|Radio 4|ITV1|CNN|MSNBC|NBC|NBC News|ABC|ABC News|CBS|CBS News|Fox|Fox News|Fox Business|Fox Business Network|Fox News Sunday|Fox & Friends|CNBC|PBS|NPR
  C-SPAN|BBC|BBC News|BBC Radio 4|BBC Radio|BBC World Service|ITV|ITV News|Sky News|Sky|Channel One|Channel One Russia|Channel 4|Channel 4 News|Channel 5|Channel 24|CBC|CBC News|CTV
  CTV News|Deutsche Welle|DW|France 24|Al Jazeera|Al Arabiya|Al Mayadeen|Euronews|Voice of America|VOA|Radio Free Europe|Radio Free Europe/Radio Liberty|RFE/RL|Radio Liberty
  Univision|Telemundo|NTV|Rossiya-1|Rossiya 1|Rossiya 24|Rossiya-24|RT|Russia Today|TVP|NHK|ZDF|ARD|Suspilne|LBC|GB News|TalkTV|Newsmax|OANN|One America News|WNYC|WABC|Meet the Press
  Face the Nation|State of the Union|This Week|60 Minutes|Today|Good Morning America|Morning Joe|Rai|Rai 1|TF1|BFM TV|BFMTV|LCI|France 2|France Info|Franceinfo|RTL|Europe 1|RTBF|VRT
  TRT|TRT World|NDTV|CGTN|CCTV|ABC Radio|SBS|RTE|RTÉ|Press TV|Dozhd|TV Rain|Espreso|1+1|Ekho Moskvy|Echo of Moscow|Zvezda|Channel 12|Channel 13|Kan|SVT|YLE|Yle|NRK|DR|ORF|SRF|TVN|TVN24|Antena 3|PBS NewsHour|NewsHour|Newsnight|Hannity|Tagesschau`)

/** Papers and sites that write their own names in capitals, and some that no other list has. */
const PAPERS =
  lines(`USA Today|Politico|Axios|Breitbart|Huffington Post|HuffPost|Washington Post|New York Times|Wall Street Journal|Yahoo News|Yahoo! News
  BuzzFeed News|Daily Caller|ProPublica|Washington Examiner|Ukrainska Pravda|European Pravda|Kyiv Independent|Star-Ledger`)

const SOCIAL =
  lines(`Twitter|X|Facebook|Instagram|TikTok|Telegram|Truth Social|Snapchat|Reddit|YouTube|LinkedIn|Weibo|VK|VKontakte|WhatsApp|Threads|Bluesky|Mastodon
  Periscope|Medium|Substack|Gab|Parler|Tumblr|WeChat|Signal|Viber`)

/** Words in names and right behind them: "NTV television", "the daily Postup", "Radio Nord". */
const BY_WORD: readonly (readonly [OutletKind, ReadonlySet<string>])[] = [
  ['agency', new Set('agency newswire wire newswires'.split(' '))],
  [
    'broadcaster',
    new Set('tv television radio channel broadcaster broadcasting station network fm podcast show'.split(' ')),
  ],
  [
    'newspaper',
    new Set(
      'newspaper daily weekly magazine paper tabloid times post herald tribune gazette journal review chronicle telegraph courier observer bulletin dispatch examiner register sentinel monitor globe star sun mirror news inquirer website portal site outlet'.split(
        ' ',
      ),
    ),
  ],
]

/**
 * @param name as the text has it.
 * @param around words of the noun phrase around the name, lower case: "television" of "NTV television".
 */
export function outletKind(name: string, around: readonly string[] = []): OutletKind {
  const known = knownKind(name.toLowerCase().replace(/^the /, ''))
  if (known !== null) return known
  const words = [...around, ...name.toLowerCase().split(/[\s-]+/)]
  for (const [kind, set] of BY_WORD) if (words.some((word) => set.has(word))) return kind
  return isOutlet(name) ? 'newspaper' : 'other'
}

function knownKind(name: string): OutletKind | null {
  if (AGENCIES.has(name)) return 'agency'
  if (BROADCASTERS.has(name)) return 'broadcaster'
  if (PAPERS.has(name)) return 'newspaper'
  return SOCIAL.has(name) ? 'social' : null
}

/** @param name as the text has it, with its capitals. */
export const isKnownOutlet = (name: string): boolean =>
  isOutlet(name) || knownKind(name.toLowerCase().replace(/^the /, '')) !== null

export const isAgency = (name: string): boolean => outletKind(name) === 'agency'
export const isSocial = (name: string): boolean => outletKind(name) === 'social'
