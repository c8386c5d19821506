/** Annotated chains of two corpora as spans of their texts: GUM's gold, and the automatic analysis of PolNeAR. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { firstFrom, type Span } from '../src/core/span.ts'

export interface GoldMention extends Span {
  /** Characters of the word that it is about. */
  readonly head: Span
  /** Of a name: all its words. */
  readonly isName: boolean
  readonly isPronoun: boolean
  /** Index into the chains. */
  readonly chain: number
}

export interface GoldChains {
  readonly name: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
}

interface Word extends Span {
  /** Index of its head in the sentence, from 1; 0 for the root. */
  readonly governor: number
  readonly index: number
  readonly isName: boolean
  readonly isPronoun: boolean
}

interface Open {
  readonly id: string
  readonly first: number
}

/** Mentions from brackets: a growing list of open ones, closed in any order. */
function mentionsOf(
  words: readonly Word[],
  marks: readonly { opens: string[]; closes: string[]; alone: string[] }[],
  ids: Map<string, number>,
) {
  const open: Open[] = []
  const found: { first: number; last: number; chain: number }[] = []
  const chainOf = (id: string): number => {
    const known = ids.get(id)
    if (known !== undefined) return known
    ids.set(id, ids.size)
    return ids.size - 1
  }
  words.forEach((_, at) => {
    const { opens, closes, alone } = marks[at]!
    for (const id of alone) found.push({ first: at, last: at, chain: chainOf(id) })
    for (const id of opens) open.push({ id, first: at })
    for (const id of closes) {
      for (let i = open.length - 1; i >= 0; i--) {
        if (open[i]!.id !== id) continue
        found.push({ first: open[i]!.first, last: at, chain: chainOf(id) })
        open.splice(i, 1)
        break
      }
    }
  })
  return found
}

function withHeads(
  words: readonly Word[],
  found: readonly { first: number; last: number; chain: number }[],
  sentenceOf: readonly number[],
): GoldMention[] {
  return found.map(({ first, last, chain }) => {
    let head = last
    for (let at = first; at <= last; at++) {
      const { governor } = words[at]!
      const inside =
        governor !== 0 &&
        words
          .slice(first, last + 1)
          .some((word, i) => sentenceOf[first + i] === sentenceOf[at] && word.index === governor)
      if (!inside) {
        head = at
        break
      }
    }
    const word = words[head]!
    return {
      start: words[first]!.start,
      end: words[last]!.end,
      head: { start: word.start, end: word.end },
      isName: word.isName,
      isPronoun: word.isPronoun,
      chain,
    }
  })
}

/** Documents of GUM with their text as its tokens and spaces give it; paragraphs apart by an empty line. */
export function readGum(file: string): GoldChains[] {
  const documents: GoldChains[] = []
  let name = ''
  let text = ''
  let words: Word[] = []
  let marks: { opens: string[]; closes: string[]; alone: string[] }[] = []
  let sentences: number[] = []
  let sentence = 0
  let inside = 0
  const close = (): void => {
    if (name !== '')
      documents.push({ name, text, mentions: withHeads(words, mentionsOf(words, marks, new Map()), sentences) })
  }
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.startsWith('# newdoc id')) {
      close()
      name = line.split(' = ')[1]!
      text = ''
      words = []
      marks = []
      sentences = []
    } else if (line === '# newpar' || line.startsWith('# newpar ')) {
      if (text !== '') text = `${text.trimEnd()}\n\n`
    } else if (line.startsWith('#')) {
    } else if (line === '') {
      sentence++
      inside = 0
      if (text !== '' && !/\s$/.test(text)) text += ' '
    } else {
      const [id, form, , upos, , , governor, , , misc] = line.split('\t') as string[]
      if (id!.includes('.')) continue
      const space = misc!.includes('SpaceAfter=No') ? '' : ' '
      if (id!.includes('-')) {
        inside = Number(id!.split('-')[1])
        text += form! + space
        continue
      }
      const index = Number(id)
      const start = index <= inside ? text.trimEnd().length - form!.length : text.length
      if (index > inside) text += form! + space
      const end = index > inside ? start + form!.length : text.trimEnd().length
      words.push({
        start: Math.max(0, start),
        end,
        governor: Number(governor),
        index,
        isName: upos === 'PROPN',
        isPronoun: upos === 'PRON',
      })
      sentences.push(sentence)
      marks.push(entityMarks(/(?:^|\|)Entity=([^|]*)/.exec(misc!)?.[1] ?? ''))
    }
  }
  close()
  return documents
}

/** "(1-organization-new-…", "1)", "(2-person-…)". */
function entityMarks(entity: string): { opens: string[]; closes: string[]; alone: string[] } {
  const opens: string[] = []
  const closes: string[] = []
  const alone: string[] = []
  for (const [piece] of entity.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
    const id = /^\(?([^-()]+)/.exec(piece)![1]!
    if (piece.startsWith('(')) (piece.endsWith(')') ? alone : opens).push(id)
    else closes.push(id)
  }
  return { opens, closes, alone }
}

/** Article name → its chains, by the automatic analysis; what is referred to once has none. */
export function readSilverChains(file: string): ReadonlyMap<string, Omit<GoldChains, 'text'>> {
  const documents = new Map<string, Omit<GoldChains, 'text'>>()
  let name = ''
  let words: Word[] = []
  let marks: { opens: string[]; closes: string[]; alone: string[] }[] = []
  let sentences: number[] = []
  let sentence = 0
  let index = 0
  const close = (): void => {
    if (name !== '')
      documents.set(name, { name, mentions: withHeads(words, mentionsOf(words, marks, new Map()), sentences) })
  }
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.startsWith('# doc = ')) {
      close()
      name = line.slice(8)
      words = []
      marks = []
      sentences = []
    } else if (line === '') {
      sentence++
      index = 0
    } else {
      const [start, end, , tag, , type, governor, , chain] = line.split('\t') as string[]
      index++
      words.push({
        start: Number(start),
        end: Number(end),
        governor: Number(governor),
        index,
        isName: tag!.startsWith('NNP') && type !== 'O' && type !== 'DATE',
        isPronoun: tag!.startsWith('PRP') || tag!.startsWith('WP'),
      })
      sentences.push(sentence)
      const pieces = chain === '_' || chain === undefined ? [] : chain.split('|').map((piece) => piece.replace('*', ''))
      marks.push({
        alone: pieces
          .filter((piece) => piece.startsWith('(') && piece.endsWith(')'))
          .map((piece) => piece.slice(1, -1)),
        opens: pieces.filter((piece) => piece.startsWith('(') && !piece.endsWith(')')).map((piece) => piece.slice(1)),
        closes: pieces.filter((piece) => !piece.startsWith('(')).map((piece) => piece.slice(0, -1)),
      })
    }
  }
  close()
  return documents
}

/** Index of the last of `spans`, in text order, that begins at `place` or before. */
export const lastUpTo = (spans: readonly Span[], place: number): number => firstFrom(spans, place + 1) - 1
