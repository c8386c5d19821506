/** Documents by hand for the tests of times: a text in paragraphs, with attributions marked in it. */
import type { Attribution, Doc, Timex } from '../../src/core/doc.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import type { Span } from '../../src/core/span.ts'
import { timexFinder } from '../../src/core/timex-finder.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'

type TimedDoc = Doc<'blocks' | 'tokens' | 'sentences' | 'timexes' | 'attributions'>

/**
 * `{s1:Lund} {c1:said} on Friday that {q1:all is well}`: source, cue and content of the first attribution; marks may nest.
 * Paragraphs stand apart by an empty line.
 */
export function timedDoc(marked: string, dct: string | null): TimedDoc {
  const open: { role: string; number: number; start: number }[] = []
  const spans: (Span & { role: string; number: number })[] = []
  let text = ''
  for (const [piece] of marked.matchAll(/\{[scq]\d:|[^{}]|[{}]/g)) {
    const mark = /^\{([scq])(\d):$/.exec(piece)
    if (mark !== null) open.push({ role: mark[1]!, number: Number(mark[2]), start: text.length })
    else if (piece === '}') spans.push({ ...open.pop()!, end: text.length })
    else text += piece
  }
  let start = 0
  const blocks = text.split('\n\n').map((part) => {
    const block = { start, end: start + part.length, kind: 'paragraph' as const }
    start = block.end + 2
    return block
  })
  const base = { text, lang: 'en', dct }
  const tokens = tokenizer().run({ ...base, layers: { blocks } }) as Span[]
  const sentences = sentenceSplitter('en').run({ ...base, layers: { blocks, tokens } } as never) as Span[]
  const timexes = timexFinder().run({ ...base, layers: { blocks, tokens, sentences } }) as Timex[]
  return { ...base, layers: { blocks, tokens, sentences, timexes, attributions: attributionsOf(spans) } }
}

function attributionsOf(spans: readonly (Span & { role: string; number: number })[]): Attribution[] {
  const numbers = [...new Set(spans.map(({ number }) => number))].sort()
  const of = (number: number, role: string): Span[] =>
    spans
      .filter((span) => span.number === number && span.role === role)
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start - b.start)
  return numbers.map((number) => ({
    id: `a${number}`,
    form: 'indirect',
    manner: 'speech',
    source: of(number, 's'),
    cue: of(number, 'c'),
    content: of(number, 'q'),
    by: 'hand',
    confidence: 1,
  }))
}
