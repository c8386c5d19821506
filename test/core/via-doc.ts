/** Marked sentences as documents made by hand: `[S …] [C …] [Q …]` source, cue and content, `[A …] [M …] [V …] [P …]` what is to be found. */
import type { Attribution, Mention, MentionKind, Upos } from '../../src/core/doc.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import type { Span } from '../../src/core/span.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'
import type { ReportDoc } from '../../src/core/utterances/via/report-view.ts'

type Label = 'S' | 'C' | 'Q' | 'A' | 'M' | 'V' | 'P'

export interface MarkedDoc {
  readonly doc: ReportDoc
  readonly text: string
  /** By their numbers: `[S2 …]` belongs to the second; without a number to the first. */
  readonly attributions: readonly Attribution[]
  /** Texts of what is marked to be found, in text order: addressee, medium, relays, person cited. */
  readonly marked: Readonly<Record<Label, readonly string[]>>
}

const list = (words: string): string[] => words.trim().split(/\s+/)

const TAGS: ReadonlyMap<string, Upos> = new Map<string, Upos>([
  ...list('the a an this that these his her its their no two three several').map(
    (word) => [word, 'DET'] as [string, Upos],
  ),
  ...list('in on at to of for from with by about during through via over after before next').map(
    (word) => [word, 'ADP'] as [string, Upos],
  ),
  ...list('he she it they them him us me who which').map((word) => [word, 'PRON'] as [string, Upos]),
  ...list('was were is are be been being had has have would will could').map((word) => [word, 'AUX'] as [string, Upos]),
  ...list('and or but').map((word) => [word, 'CCONJ'] as [string, Upos]),
  ...list('as because while if').map((word) => [word, 'SCONJ'] as [string, Upos]),
  ...list('again also near here next once').map((word) => [word, 'ADV'] as [string, Upos]),
  ...list('diplomatic new great daily bitter safe state old familiar').map((word) => [word, 'ADJ'] as [string, Upos]),
])

/** Form → lemma. */
const VERBS: ReadonlyMap<string, string> = new Map(
  list(
    'told:tell tells:tell said:say says:say saying:say asked:ask urged:urge assured:assure informed:inform wrote:write posted:post tweeted:tweet reported:report reports:report citing:cite cited:cite quoted:quote quoting:quote warned:warn denied:deny believes:believe promised:promise adding:add added:add speaking:speak addressing:address admitted:admit fired:fire opened:open according:accord carried:carry called:call issued:issue works:work mend:mend close:close open:open stay:stay attacked:attack published:publish testified:testify',
  ).map((pair) => pair.split(':') as [string, string]),
)

const NAMES: readonly (readonly [string, MentionKind])[] = [
  ...'Ivo Lund|Lund|Lavrin|Ida Moe|Igor Lapin|Peskin|Lars Holm|Kirwin'
    .split('|')
    .map((name) => [name, 'person'] as const),
  ...'Washington|Moscow|Denmark|Poland|Russia|Ohio|Oslo'.split('|').map((name) => [name, 'place'] as const),
  ...'Postwire|Politico|TASS|Reuters|NTV|CNN|The Guardian|UNN|Interfax|Telegram|Twitter'
    .split('|')
    .map((name) => [name, 'publication'] as const),
]

/** Marks taken out, tokens tagged by the little tables above; what they do not know is a noun. */
export function markedDoc(passage: string): MarkedDoc {
  const { text, spans } = unmarked(passage)
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    kind: 'paragraph' as const,
  }))
  const base = { text, lang: 'en', dct: null, layers: { blocks } }
  const tokens = tokenizer().run(base) as readonly Span[]
  const sentences = sentenceSplitter('en').run({ ...base, layers: { blocks, tokens } }) as readonly Span[]
  const mentions = mentionsOf(text)
  const words = {
    upos: tokens.map((token) => tagOf(text.slice(token.start, token.end))),
    lemma: tokens.map((token) => lemmaOf(text.slice(token.start, token.end))),
  }
  const numbers = [...new Set(spans.filter(({ label }) => 'SCQ'.includes(label)).map(({ number }) => number))].sort()
  const attributions = numbers.map((number): Attribution => {
    const of = (wanted: Label): Span[] =>
      spans.filter((span) => span.label === wanted && span.number === number).map(({ start, end }) => ({ start, end }))
    return {
      id: `a${number}`,
      form: 'indirect',
      manner: 'speech',
      source: of('S'),
      cue: of('C'),
      content: of('Q'),
      by: 'hand',
      confidence: 1,
    }
  })
  const of = (wanted: Label): string[] =>
    spans.filter(({ label }) => label === wanted).map(({ start, end }) => text.slice(start, end))
  return {
    doc: { ...base, layers: { blocks, tokens, sentences, words, mentions, attributions } } as ReportDoc,
    text,
    attributions,
    marked: { S: of('S'), C: of('C'), Q: of('Q'), A: of('A'), M: of('M'), V: of('V'), P: of('P') },
  }
}

interface LabelledSpan extends Span {
  readonly label: Label
  readonly number: number
}

function unmarked(passage: string): { text: string; spans: LabelledSpan[] } {
  const spans: LabelledSpan[] = []
  const open: { label: Label; number: number; start: number }[] = []
  let text = ''
  for (let at = 0; at < passage.length; at++) {
    const mark = /^\[([SCQAMVP])(\d?) /.exec(passage.slice(at, at + 4))
    if (mark !== null) {
      open.push({ label: mark[1] as Label, number: Number(mark[2] || 1), start: text.length })
      at += mark[0].length - 1
    } else if (passage[at] === ']' && open.length > 0) {
      spans.push({ ...open.pop()!, end: text.length })
    } else text += passage[at]
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start) }
}

function mentionsOf(text: string): Mention[] {
  const found: { start: number; end: number; kind: MentionKind }[] = []
  for (const [name, kind] of NAMES) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length
      if (/\w/.test(text[end] ?? '') || found.some((one) => one.start <= at && end <= one.end)) continue
      found.push({ start: at, end, kind })
    }
  }
  return found.sort((a, b) => a.start - b.start).map((one, i) => ({ id: `m${i + 1}`, ...one }))
}

function tagOf(form: string): Upos {
  const word = form.toLowerCase()
  if (!/[\p{L}\d]/u.test(form)) return 'PUNCT'
  if (VERBS.has(word)) return 'VERB'
  return TAGS.get(word) ?? (word === "'s" ? 'PART' : /^\p{Lu}/u.test(form) ? 'PROPN' : 'NOUN')
}

function lemmaOf(form: string): string {
  const word = form.toLowerCase()
  if (/^(was|were|is|are|been|being)$/.test(word)) return 'be'
  if (/^(has|had)$/.test(word)) return 'have'
  return VERBS.get(word) ?? (TAGS.has(word) ? word : /^\p{Lu}/u.test(form) ? form : word.replace(/(?<=[a-z]{3})s$/, ''))
}
