/** News with gold time expressions: TimeBank and AQUAINT (TimeML), MEANTIME (CAT's XML, its first sentences). */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Span } from '../src/core/span.ts'
import { readTarGz } from './pages-tar.ts'

export const timeNeeds = ['time/tbaq.tar.gz', 'time/meantime.tar.gz'] as const

export interface GoldTimex extends Span {
  readonly type: string
  readonly value: string
}

export interface TimeDocument {
  readonly name: string
  readonly text: string
  /** ISO date; null where the file has none. */
  readonly dct: string | null
  readonly gold: readonly GoldTimex[]
  /** Where annotation ends. */
  readonly end: number
  /** Of the third that was put aside while the rules were written. */
  readonly isAside: boolean
}

/** Corpus → documents; null when a file is not there. */
export function readTimeCorpora(data: string): Map<string, TimeDocument[]> | null {
  if (!timeNeeds.every((name) => existsSync(join(data, name)))) return null
  return new Map([
    ['TimeBank and AQUAINT', filesOf(join(data, timeNeeds[0]), /\/(AQUAINT|TimeBank)\/[^/]*\.tml$/, readTimeml)],
    ['MEANTIME', filesOf(join(data, timeNeeds[1]), /intra-doc_annotation\/.*\.xml$/, readMeantime)],
  ])
}

function filesOf(
  archive: string,
  pattern: RegExp,
  read: (xml: string) => Omit<TimeDocument, 'name' | 'isAside'>,
): TimeDocument[] {
  const files = [...readTarGz(archive)].filter(([path]) => pattern.test(path) && !basename(path).startsWith('._'))
  files.sort(([a], [b]) => (a < b ? -1 : 1))
  return files.map(([path, bytes]) => {
    const name = basename(path)
    return { name, isAside: isAside(name), ...read(Buffer.from(bytes).toString('utf8')) }
  })
}

/** A third of the names, by their digest: the same one every time. */
const isAside = (name: string): boolean => BigInt(`0x${createHash('md5').update(name).digest('hex')}`) % 3n === 0n

function readTimeml(xml: string): Omit<TimeDocument, 'name' | 'isAside'> {
  const body = between(xml, '<TEXT>', '</TEXT>')
  const gold: GoldTimex[] = []
  let text = ''
  let open: { start: number; attributes: Map<string, string> } | null = null
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece[0] !== '<') text += unescaped(piece)
    else if (piece.startsWith('<TIMEX3')) open = { start: text.length, attributes: attributesOf(piece) }
    else if (piece === '</TIMEX3>' && open !== null) {
      gold.push({ start: open.start, end: text.length, ...typeAndValue(open.attributes) })
      open = null
    }
  }
  const dct = attributesOf(between(xml, '<DCT>', '</DCT>')).get('value')
  return { text, dct: isoDate(dct), gold, end: text.length }
}

const between = (xml: string, from: string, to: string): string => {
  const start = xml.indexOf(from)
  return start === -1 ? '' : xml.slice(start + from.length, xml.indexOf(to, start))
}

const attributesOf = (tag: string): Map<string, string> =>
  new Map([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))

/** One file writes weeks as `W7`. */
const typeAndValue = (attributes: Map<string, string>): { type: string; value: string } => ({
  type: attributes.get('type') ?? '',
  value: (attributes.get('value') ?? '').replace(/-W(\d)$/, '-W0$1'),
})

const isoDate = (value: string | undefined): string | null =>
  /^\d{4}-?\d\d-?\d\d/.test(value ?? '') ? value!.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1-$2-$3') : null

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** Only the headline and five sentences are annotated; the sentence after them ends it. */
const FIRST_BARE_SENTENCE = 6

/** Tokens are set apart as newspapers set them; headline and dateline stand on their own. */
function readMeantime(xml: string): Omit<TimeDocument, 'name' | 'isAside'> {
  const places = new Map<string, Span>()
  let text = ''
  let last = -1
  let end = -1
  for (const [, sentence, id, raw] of xml.matchAll(
    /<token number="\d+" sentence="(\d+)" t_id="(\d+)">(.*?)<\/token>/g,
  )) {
    const number = Number(sentence)
    const token = unescaped(raw!)
    if (last !== -1 && number !== last) text += number <= 2 ? '\n\n' : ' '
    else if (last !== -1 && !/^([,.;:!?)%]|'s|n't|')$/.test(token)) text += ' '
    if (number === FIRST_BARE_SENTENCE && end === -1) end = text.length
    places.set(id!, { start: text.length, end: text.length + token.length })
    text += token
    last = number
  }
  if (end === -1) end = text.length
  const gold: GoldTimex[] = []
  let dct: string | null = null
  for (const [, head, , body] of xml.matchAll(/<TIMEX3 ([^>]*?)(\/>|>(.*?)<\/TIMEX3>)/gs)) {
    const attributes = attributesOf(head!)
    if (attributes.get('functionInDocument') === 'CREATION_TIME') dct = isoDate(attributes.get('value'))
    const spans = [...(body ?? '').matchAll(/t_id="(\d+)"/g)].map(([, id]) => places.get(id!)!)
    if (spans.length === 0) continue
    const span = { start: spans[0]!.start, end: spans.at(-1)!.end }
    if (span.end <= end) gold.push({ ...span, ...typeAndValue(attributes) })
  }
  gold.sort((a, b) => a.start - b.start)
  return { text, dct, gold, end }
}
