/** What common nouns tell of whom they mean: kind, gender where the word itself has one, and which say the same. */
import type { MentionKind } from '../doc.ts'
import { isSpeakingNoun } from '../english/words.ts'

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

/** Nouns that can stand for one another in a news text, one class a line; `_` is a space. A noun may be in several. */
const SAME = `
leader president
leader prime_minister premier pm
leader chancellor
leader king monarch
leader chairman chairwoman chairperson chair head
leader dictator strongman
minister foreign_minister foreign_secretary diplomat
minister defence_minister defense_minister
minister finance_minister
minister interior_minister
secretary secretary_of_state diplomat
spokesman spokeswoman spokesperson press_secretary spokesmen representative
candidate nominee contender hopeful frontrunner front-runner standard-bearer
businessman businesswoman mogul billionaire tycoon developer magnate entrepreneur
senator lawmaker legislator congressman congresswoman representative politician
governor politician
mayor politician
minister politician
president politician
ceo chief executive boss head
head director chief
director manager
lawyer attorney counsel
prosecutor attorney
general commander officer
police officer
officer policeman policewoman cop
adviser advisor aide counsellor counselor strategist consultant
manager chief chairman
professor scholar academic researcher scientist expert analyst
economist analyst expert
journalist reporter correspondent writer anchor host
author writer
doctor physician surgeon
official aide
ambassador diplomat envoy
official diplomat
pope pontiff
king queen monarch
activist campaigner
outlet newspaper paper daily publication magazine tabloid weekly broadsheet
outlet agency newswire wire
outlet broadcaster network channel station
outlet site website publication blog
organisation organization group association nonprofit charity body
alliance bloc organisation organization
agency bureau office organisation organization service
ministry department agency
committee panel commission
company firm corporation business maker manufacturer giant group carrier operator retailer
party group
government administration
court tribunal
university college school institute
country nation state
city town capital
side camp team campaign
team club side
army military force troops
union federation association
bank lender
wife spouse
husband spouse
`

const ORGANISATIONS = new Set(
  words(`organisation organization group association nonprofit charity body alliance bloc agency bureau office ministry department committee panel
    commission company firm corporation business maker manufacturer giant carrier operator retailer party government administration court tribunal
    university college school institute team club campaign army military force union federation bank lender council parliament senate congress house
    cabinet coalition board airline hospital nato navy regime embassy consulate palace exchange utility museum gallery theatre theater brewery guild
    cooperative consortium syndicate foundation trust assembly delegation observatory laboratory clinic parish diocese library archive archives
    authority administration police media press watchdog regulator community crowd staff crew service camp startup think-tank church`),
)
const PUBLICATIONS = new Set(
  words(
    `outlet newspaper paper daily magazine tabloid weekly broadsheet newswire broadcaster network channel station site website publication blog`,
  ),
)
const PLACES = new Set(words('country nation state city town capital region province county village island republic'))
/** Papers that carry somebody's words, and what is nobody at all. */
const THINGS = new Set(
  words(`report study survey poll document letter statement memo article filing complaint lawsuit indictment announcement investigation inquiry
    audit review side source`),
)
const COLLECTIVES = new Set(words('police media press people troops couple community crowd staff crew personnel'))

const FEMALE = new Set(
  words(`woman girl mother mom mum sister daughter wife aunt niece grandmother queen princess lady mrs ms miss madam dame widow actress
    girlfriend stepmother duchess baroness countess empress nun ballerina waitress hostess heroine goddess goddaughter granddaughter bride`),
)
const MALE = new Set(
  words(`man boy father dad brother son husband uncle nephew grandfather king prince lord mr sir widower boyfriend stepfather duke baron count
    emperor monk gentleman spokesman congressman businessman chairman policeman councilman assemblyman salesman fireman cameraman grandson pope
    groom strongman pontiff`),
)

const classes = new Map<string, Set<number>>()
SAME.trim()
  .split('\n')
  .forEach((line, index) => {
    for (const word of line.split(' ')) {
      const noun = word.replaceAll('_', ' ')
      const known = classes.get(noun)
      if (known === undefined) classes.set(noun, new Set([index]))
      else known.add(index)
    }
  })

export type NounKind = MentionKind | 'thing'

/** @param noun lower case, one of them: "minister". Null for what is no speaker. */
export function kindOfNoun(noun: string): NounKind | null {
  if (PUBLICATIONS.has(noun)) return 'publication'
  if (ORGANISATIONS.has(noun)) return 'organisation'
  if (PLACES.has(noun)) return 'place'
  if (THINGS.has(noun)) return noun === 'source' ? 'person' : 'thing'
  return isSpeakingNoun(noun) || genderOfNoun(noun) !== null || classes.has(noun) ? 'person' : null
}

/** The gender that the word itself has: "spokeswoman", "king". Never that of those who usually do the work. */
export function genderOfNoun(noun: string): 'female' | 'male' | null {
  if (FEMALE.has(noun) || (noun.length > 5 && noun.endsWith('woman'))) return 'female'
  return MALE.has(noun) ? 'male' : null
}

export const isCollective = (noun: string): boolean => COLLECTIVES.has(noun)

/** Whether two nouns may name one office or body: "premier" and "prime minister", "leader" and "president". */
export function sameRole(a: string, b: string): boolean {
  if (a === b) return true
  const ofA = classes.get(a)
  const ofB = classes.get(b)
  if (ofA === undefined || ofB === undefined) return false
  for (const one of ofA) if (ofB.has(one)) return true
  return false
}

/** Whether two words are an office of their own: "prime minister". */
export const isOffice = (words: string): boolean => classes.has(words)

/** Before a name; with or without a stop. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  words(
    'mr mrs ms miss dr prof sir dame lord lady sen rep gov gen lt col sgt capt maj adm rev hon amb atty pres messrs mx st',
  ),
)
/** Courtesies, which say nothing of what somebody is. */
export const COURTESIES: ReadonlySet<string> = new Set(words('mr mrs ms miss messrs mx'))
/** Behind which a stop is no end: tokens of their own. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...HONORIFICS,
  ...words('sens reps govs gens jr sr dept no u.s u.k cmdr supt det insp asst sec'),
])

/** Adjectives that say nothing of which office it is. */
export const GENERIC_MODIFIERS: ReadonlySet<string> = new Set(
  words(`the a an this that these those former current new late old then longtime long-time top senior chief own other first second last next
    presumptive presidential his her their its my our your and of for`),
)
