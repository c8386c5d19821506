/** Invented news for the bench of links: statements in plain English that repeat, shorten, alter and deny one another as news does. */
import { createHash } from 'node:crypto'
import type { DocumentEntry } from '../src/app/ports.ts'
import { NOBODY, type Speaker, type Statement, statementId } from '../src/core/statement.ts'
import { seeded } from './corpus.ts'

/*
 * How it repeats: a document has ten statements of two or three stories. A statement is new (two of three), the same saying
 * told by another page within three days (a fifth), said again by its speaker later (one of ten), or another side's
 * denial or other number (one of thirty). Who speaks and what of is drawn with Zipf's frequencies, as names and topics of
 * the news are: the commonest of 3,000 speakers has one statement of nine, the commonest of 480 topics one of seven.
 * Documents come in the order of their days, thirty a day.
 */
export const STATEMENTS = 10
const A_DAY = 30
const SPEAKERS = 3000

const split = (list: string): string[] => list.split(',').map((item) => item.trim())

const firsts = split(
  'Ana,Nils,Vera,Tomas,Ilse,Pavel,Marta,Oskar,Lena,Jonas,Ada,Bruno,Clara,Dario,Elif,Farid,Greta,Hugo,Ines,Jalal',
)
const middles = split('Po,Lin,Var,Dun,Hal,Mor,Ost,Quis,Rec,Stan,Tal,Ulv,Wen,Yar,Zel,Bran,Cas,Dor,Fen,Gal')
const ends = split('hl,dt,ga,ne,low,ett,row,ter,kin,ov,ez,ini,sen,mann,lund,ic,ard,ois,uk,ell')
const countries = split(
  'Russia,Ukraine,the United States,China,Germany,France,Poland,Turkey,Iran,Israel,India,Japan,Brazil,Norway,Sweden,Finland,Hungary,Italy,Spain,Egypt,Mexico,Canada,Serbia,Georgia',
)
const kinds = split(
  'air defence,long-range,armoured,border,energy,grain,climate,fishing,railway,satellite,nuclear,cyber,visa,budget,pension,water,vaccine,customs,mining,steel',
)
const things = split(
  'missiles,tanks,troops,sanctions,exports,talks,inspections,elections,pipelines,tariffs,drones,loans,courts,ports,refugees,hospitals,patrols,treaties,subsidies,reactors,warships,prisoners,embassies,shelters',
)
const moves = split(
  'deliver,suspend,inspect,expand,withdraw,fund,ban,approve,reopen,protect,replace,move,test,sell,destroy,repair,discuss,extend,cancel,double',
)
const reasons = split(
  'before the winter,if parliament agrees,until the summit ends,because costs have risen,after the attack on the harbour,as allies have asked,despite the protests,without further delay,once the review is over,in return for guarantees',
)
/** More of each, so that two statements share as little as they do in a year of general news. */
const moreKinds = split(
  'coastal,rural,private,public,regional,federal,military,medical,digital,organic,historic,emergency,temporary,seasonal,foreign,industrial,municipal,royal,maritime,urban,surplus,second-hand,solar,chemical,electric,northern,southern,wooden,concrete,volunteer,veteran,student,prison,museum,library,stadium,bakery,brewery,textile,timber,copper,cotton,dairy,poultry,wheat,coffee,cocoa,diamond,gold,salt',
)
const moreThings = split(
  'schools,clinics,bridges,motorways,airports,farms,factories,mines,forests,rivers,dams,archives,licences,permits,pensions,salaries,bonuses,strikes,unions,juries,prosecutors,detectives,appeals,verdicts,passports,visas,borders,embargoes,alliances,manoeuvres,satellites,telescopes,vaccines,surgeons,nurses,ambulances,orchards,vineyards,fisheries,harbours,ferries,trams,buses,cyclists,runners,orchestras,choirs,festivals,cinemas,publishers,translators,teachers,pupils,orphanages,synagogues,mosques,cathedrals,monasteries,castles,parks',
)
const moreMoves = split(
  'audit,abolish,merge,rename,renovate,privatise,nationalise,subsidise,close,relocate,insure,tax,exempt,auction,lease,rent,seize,return,inspect,certify,translate,publish,classify,archive,photograph,measure,monitor,guard,besiege,evacuate,flood,drain,paint,rebuild,demolish,widen,narrow,deepen,connect,isolate,vaccinate,train,recruit,dismiss,promote,reward,fine,jail,pardon,deport,welcome,honour,bury,exhume,sue,settle,compensate,blacklist,boycott,sponsor',
)
const moreReasons = split(
  'before Easter,after the flood,once the snow has melted,if the bank lends the money,unless the court objects,because the roof leaks,since the contract has run out,while the mayor is abroad,as doctors had advised,despite a warning from engineers,when the harvest is in,in spite of the drought,for the anniversary,until the auditors report,by the end of the decade,without a licence,with help from donors,under a law of last spring,against the will of its owners,to save fuel,to calm investors,to please voters,in memory of the miners,on the advice of scientists,at the request of farmers,following a leak,ahead of the marathon,during the eclipse,after a complaint from neighbours,because of a missing signature',
)
/** Who acts where no state does. */
const ACTORS = split(
  'the council,the board,the company,the museum,the hospital,the university,the union,the club,the charity,the agency,the committee,the foundation,the insurer,the builder,the airline,the railway,the publisher,the court,the parish,the tribe,the academy,the laboratory,the brewery,the orchestra,the federation',
)
/** Of the news of everything, what is of no common topic, and of no country. */
const MOSTLY_RARE = 0.75

const publishers = split(
  'The Courier,Radio Osk,Daily Lantern,Nordwire,TV Merrin,Osk Herald,The Gull,The Tern,Evening Post Halm,Kanal Quay',
)

/** What one speaker says on one occasion. */
interface Saying {
  readonly day: number
  readonly speaker: number
  readonly topic: number
  readonly content: string
}

export interface Report {
  readonly number: number
  /** ISO date. */
  readonly published: string
  readonly publisher: string
  readonly said: readonly {
    readonly speaker: string
    readonly of: string
    readonly topic: string
    /** A clause without its end: "the ministry will not move troops in Norway". */
    readonly content: string
  }[]
}

/** The words that contents are made of. */
interface Words {
  readonly kinds: readonly string[]
  readonly things: readonly string[]
  readonly moves: readonly string[]
  readonly reasons: readonly string[]
}
const FEW: Words = { kinds, things, moves, reasons }
const MANY: Words = {
  kinds: [...kinds, ...moreKinds],
  things: [...things, ...moreThings],
  moves: [...moves, ...moreMoves],
  reasons: [...reasons, ...moreReasons],
}

const topicPlace = (topic: number): string => countries[(topic * 7) % countries.length]!
const nameOf = (rank: number): string =>
  `${firsts[rank % 20]} ${middles[Math.floor(rank / 20) % 20]}${ends[(rank * 13 + Math.floor(rank / 400)) % 20]}`

/** Makes documents one after the other; the same seed gives the same news. */
export class NewsCorpus {
  readonly #random: () => number
  readonly #words: Words
  /** What can be told or said again. */
  readonly #recent: Saying[] = []
  readonly #past: Saying[] = []
  #number = 0

  /** @param words `few` where statements are to share much, as in news of one war; `many` as in news of everything. */
  constructor(seed = 1, words: 'few' | 'many' = 'few') {
    this.#random = seeded(seed)
    this.#words = words === 'few' ? FEW : MANY
  }

  next(): DocumentEntry {
    const { number, day, sayings, publisher } = this.#report()
    return entryOf(number, day, sayings, publisher)
  }

  /** What one page reports, for a corpus that words it itself. */
  report(): Report {
    const { number, day, sayings, publisher } = this.#report()
    const said = sayings.map(({ speaker, topic, content }) => ({
      speaker: nameOf(speaker),
      of: countries[speaker % countries.length]!,
      topic: this.#topicOf(topic),
      content,
    }))
    return { number, published: dayOf(day), publisher, said }
  }

  #report() {
    const number = this.#number++
    const day = Math.floor(number / A_DAY)
    const { kinds, things } = this.#words
    const stories = Array.from({ length: 2 + Math.floor(this.#random() * 2) }, () =>
      this.#topic(kinds.length * things.length),
    )
    const sayings = Array.from({ length: STATEMENTS }, () => this.#saying(day, this.#pick(stories)))
    return { number, day, sayings, publisher: this.#pick(publishers) }
  }

  #saying(day: number, topic: number): Saying {
    const chance = this.#random()
    while (this.#recent.length > 0 && this.#recent[0]!.day < day - 3) this.#recent.shift()
    const known = chance < 0.2 ? this.#recent : chance < 0.33 ? this.#past : []
    if (known.length === 0)
      return this.#kept({ day, speaker: this.#drawn(SPEAKERS), topic, content: this.#fresh(topic) })
    const old = known[known.length - 1 - this.#drawn(known.length)]!
    if (chance < 0.2) return { ...old, day, content: this.#retold(old.content) }
    if (chance < 0.3) return this.#kept({ ...old, day })
    return this.#kept({ ...old, day, speaker: this.#drawn(SPEAKERS), content: this.#contradicted(old.content) })
  }

  #topic(count: number): number {
    return this.#words === MANY && this.#random() < MOSTLY_RARE
      ? Math.floor(this.#random() * count)
      : this.#drawn(count)
  }

  #fresh(topic: number): string {
    const will = this.#pick(['will', 'will not', 'has agreed to', 'refuses to', 'may', 'would'])
    const number = this.#random() < 0.3 ? `${2 + Math.floor(this.#random() * 90)} ` : ''
    const place = this.#random() < 0.7 ? topicPlace(topic) : this.#pick(countries)
    const actor = this.#pick(['the government', 'our side', 'the ministry', 'the alliance', this.#pick(countries)])
    const { moves, reasons } = this.#words
    if (this.#words === MANY && this.#random() < MOSTLY_RARE)
      return `${this.#pick(ACTORS)} ${will} ${this.#pick(moves)} ${number}${this.#topicOf(topic)} ${this.#pick(reasons)}`
    return `${actor} ${will} ${this.#pick(moves)} ${number}${this.#topicOf(topic)} in ${place} ${this.#pick(reasons)}`
  }

  #topicOf(topic: number): string {
    const { kinds, things } = this.#words
    return `${kinds[topic % kinds.length]} ${things[Math.floor(topic / kinds.length)]}`
  }

  /** As another page has it: whole, or without its end. */
  #retold(content: string): string {
    const words = content.split(' ')
    return this.#random() < 0.5 ? content : words.slice(0, Math.max(6, words.length - 3)).join(' ')
  }

  #contradicted(content: string): string {
    if (content.includes(' will not ')) return content.replace(' will not ', ' will ')
    if (content.includes(' will ')) return content.replace(' will ', ' will not ')
    return content.replace(/\d+/, (digits) => String(Number(digits) + 7))
  }

  #kept(saying: Saying): Saying {
    this.#recent.push(saying)
    // What was said long ago is said again all the less.
    this.#past.push(saying)
    if (this.#past.length > 20_000) this.#past.splice(0, 10_000)
    return saying
  }

  #pick<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.#random() * list.length)]!
  }

  /** 0 to `count - 1`, with Zipf's frequencies. */
  #drawn(count: number): number {
    return Math.floor((count + 1) ** this.#random()) - 1
  }
}

const FIRST_DAY = Date.UTC(2000, 0, 1)

const dayOf = (day: number): string => new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10)

function entryOf(number: number, day: number, sayings: readonly Saying[], publisher: string): DocumentEntry {
  const published = dayOf(day)
  let text = `Report ${number}\n\n`
  const spans = sayings.map(({ speaker, content }) => {
    const start = text.length + `${nameOf(speaker)} said that `.length
    text += `${nameOf(speaker)} said that ${content}.\n\n`
    return { start, end: start + content.length }
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  const id = `d-${sha256.slice(0, 16)}`
  return {
    document: {
      id,
      kind: 'report',
      file: `report-${number}.txt`,
      url: null,
      title: `Report ${number}`,
      publisher,
      authors: [],
      published,
      publishedFrom: 'meta',
      modified: null,
      language: 'en',
      original: null,
      sha256,
      chars: text.length,
    },
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    statements: sayings.map((saying, order) => statementOf(id, text, spans[order]!, saying.speaker, published)),
    notices: [],
    pipeline: 'bench@1',
    added: '2025-01-01T00:00:00.000Z',
  }
}

function statementOf(
  document: string,
  text: string,
  span: { readonly start: number; readonly end: number },
  rank: number,
  day: string,
): Statement {
  const of = countries[rank % countries.length]!
  const speaker: Speaker = { ...NOBODY, name: nameOf(rank), kind: 'person', role: 'minister', of }
  const none = { spans: [], text: '' }
  return {
    id: statementId(document, [span]),
    form: 'indirect',
    manner: 'speech',
    content: { spans: [span], text: text.slice(span.start, span.end) },
    cue: none,
    source: none,
    speaker,
    addressee: null,
    medium: null,
    said: { value: day, text: null, span: null, precision: 'day', anchor: 'published', earliest: day, latest: day },
    via: [],
    within: null,
    act: { type: null, polarity: null, condition: none, deadline: null },
    about: [],
    confidence: { relation: 0.9, speaker: 0.9, said: 0.9, act: null },
  }
}
