/** Invented documents as the pipeline hands them over: statements with referents, names as unevenly common as in the news. */
import { createHash } from 'node:crypto'
import type { Extraction } from '../src/app/extract-document.ts'
import type { DocumentReferent } from '../src/core/referents.ts'
import { NOBODY, type Speaker, type Statement, statementId } from '../src/core/statement.ts'
import { seeded } from './corpus.ts'

/** Statements of a document. */
export const STATEMENTS = 15
/** Things that a document's statements name. */
const REFERENTS = 8
/** Invented people in all; the commonest is named in one of ten documents, most of them in one alone. */
const PEOPLE = 40_000
const PUBLISHERS = 60

const parts =
  'ba be bo da de do fa ga ha he ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo'.split(
    ' ',
  )
const endings = ['n', 'r', 'l', 's', 'm', 'lind', 'son', 'ov', 'ek', 'ini']
const roles = 'surgeon,mayor,spokeswoman,engineer,minister,union leader,professor,captain,analyst,director'.split(',')
const places = [null, null, 'Norwegian', 'Danish', 'Peruvian', 'Halm', 'the Harbour Board']
/** Known to the register. */
const famous: readonly (readonly [name: string, role: string, of: string])[] = [
  ['Sergey Lavrov', 'Foreign Minister', 'Russian'],
  ['Volodymyr Zelenskiy', 'President', 'Ukrainian'],
  ['Jens Stoltenberg', 'Secretary General', 'NATO'],
  ['Emmanuel Macron', 'President', 'French'],
  ['Olaf Scholz', 'Chancellor', 'German'],
]

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** The same word for the same number. */
function wordOf(number: number): string {
  const first = parts[number % parts.length]!
  const second = parts[Math.floor(number / parts.length) % parts.length]!
  return capital(`${first}${second}${endings[Math.floor(number / 7) % endings.length]}`)
}

const personOf = (rank: number): string =>
  `${wordOf(rank * 3 + 1)} ${wordOf(rank * 11 + Math.floor(rank / 400) * 17)}${rank % 97 === 0 ? 'a' : ''}`

type Told = Pick<DocumentReferent, 'names' | 'kind' | 'titles'>

/** Document `index`: a third of what it names is known to the register, a third is new or known to the ledger, the rest is nobody. */
export function extractionOf(index: number): Extraction {
  const random = seeded(index * 104_729 + 3)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  const drawn = (count: number): number => Math.floor(count ** random()) - 1
  const toldOf = (number: number): Told => {
    const name = personOf(drawn(PEOPLE))
    const surname = name.split(' ').at(-1)!
    switch (number % 8) {
      case 0:
      case 1: {
        const [known, role, of] = pick(famous)
        return { names: [known, known.split(' ').at(-1)!], kind: 'person', titles: [{ role, of }] }
      }
      case 2:
        return {
          names: [],
          kind: 'person',
          titles: [{ role: 'Foreign Minister', of: pick(['French', 'German', 'Russian']) }],
        }
      case 3:
        return { names: ['three officials'], kind: 'anonymous', titles: [] }
      case 4:
        return { names: [surname], kind: 'person', titles: [] }
      case 5:
        return {
          names: [`${wordOf(drawn(4000))} ${pick(['Watch', 'Ministry', 'Group', 'Union'])}`],
          kind: 'organisation',
          titles: [],
        }
      default:
        return {
          names: [name, surname],
          kind: 'person',
          titles: random() < 0.6 ? [{ role: pick(roles), of: pick(places) }] : [],
        }
    }
  }
  const told = Array.from({ length: REFERENTS }, (_, number) => toldOf(number))
  return assembled(index, told, `Publisher ${drawn(PUBLISHERS)}`, random)
}

function assembled(index: number, told: readonly Told[], publisher: string, random: () => number): Extraction {
  const day = new Date(Date.UTC(2019, 0, 1 + (index % 2000))).toISOString().slice(0, 10)
  const who = Array.from({ length: STATEMENTS }, (_, order) => told[order % told.length]!)
  const contents = who.map((_, order) => sentence(random, 120, `${index}.${order}`))
  const names = who.map(({ names, titles }) => names[0] ?? `the ${titles[0]!.role}`)
  let text = ''
  const spans = contents.map((content, order) => {
    const start = text.length
    text += `${content}, ${names[order]} said. ${sentence(random, 110, '')}.\n\n`
    return { start, end: start + content.length }
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  const id = `d-${sha256.slice(0, 16)}`
  const statements = spans.map((span, order): Statement => statementOf(id, text, span, names[order]!, who[order]!, day))
  const referents = told.map(
    (each, number): DocumentReferent => ({
      ...each,
      gender: null,
      at: day,
      countries: ['RU', 'UA', 'FR', 'DE'],
      chain: `c${number + 1}`,
      uses: statements.flatMap((statement, order) =>
        who[order] === each ? [{ statement: statement.id, at: 'speaker' as const }] : [],
      ),
    }),
  )
  const title = sentence(random, 60, String(index))
  return {
    document: {
      id,
      kind: 'report',
      file: `page-${index}.txt`,
      url: `https://example.org/${index}`,
      title,
      publisher,
      authors: [],
      published: day,
      publishedFrom: 'meta',
      modified: null,
      language: 'en',
      original: null,
      sha256,
      chars: text.length,
    },
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    notices: [],
    statements,
    referents,
    pipeline: 'bench@1',
  }
}

function statementOf(
  document: string,
  text: string,
  span: { readonly start: number; readonly end: number },
  name: string,
  { kind, titles }: Told,
  day: string,
): Statement {
  const speaker: Speaker = {
    ...NOBODY,
    name,
    kind,
    role: titles[0]?.role ?? null,
    of: titles[0]?.of ?? null,
  }
  return {
    id: statementId(document, [span]),
    form: 'indirect',
    manner: 'speech',
    content: { spans: [span], text: text.slice(span.start, span.end) },
    cue: { spans: [], text: '' },
    source: { spans: [], text: '' },
    speaker,
    addressee: null,
    medium: null,
    said: { value: day, text: null, span: null, precision: 'day', anchor: 'published', earliest: day, latest: day },
    via: [],
    within: null,
    act: { type: null, polarity: null, condition: { spans: [], text: '' }, deadline: null },
    about: [],
    confidence: { relation: 0.9, speaker: 0.9, said: 0.9, act: null },
  }
}

/** Words with the frequencies of a language: few common ones, many rare. */
function sentence(random: () => number, length: number, mark: string): string {
  let text = mark
  while (text.length < length)
    text += `${text === '' ? '' : ' '}${wordOf(Math.floor(20_000 ** random())).toLowerCase()}`
  return text
}
