/** Unlabelled text → token types and paragraphs as integers, by our own tokenizer and quotation finder, for pre-training. */
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip, gunzipSync } from 'node:zlib'
import type { Block } from '../../src/core/doc.ts'
import { quotationFinder } from '../../src/core/quotation-finder.ts'
import { quotationStates } from '../../src/core/quotation-states.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'

/** Longer paragraphs are cut: a training sequence has no use for more. */
const MOST_TOKENS = 120
const LEAST_TOKENS = 6

const [, , data, out] = process.argv
if (data === undefined || out === undefined) {
  console.error('usage: node train/pretraining/export.ts ../shared/data FOLDER')
  process.exit(2)
}

/** Numbers in the order of first appearance. */
const types = new Map<string, number>()
const ids: number[] = []
const states: number[] = []
const lengths: number[] = []
const sources: number[] = []

// 0 news, 1 official speech: pre-training weighs them differently.
await read(`${data}/unlabelled/reuters-21578.jsonl.gz`, 0, (text) => text.split(/\n {4}/).map(unwrapped))
await read(`${data}/unlabelled/bbc.jsonl.gz`, 0, (text) => text.split('\n\n').map(unwrapped))
for (const line of gunzipSync(readFileSync(`${data}/polnear/train.jsonl.gz`))
  .toString('utf8')
  .trim()
  .split('\n')) {
  add((JSON.parse(line) as { text: string }).text.split('\n\n'), 0)
}
await read(`${data}/unlabelled/white-house.jsonl.gz`, 1, (text) => plain(text).split('\n\n').map(unwrapped))

mkdirSync(out, { recursive: true })
writeFileSync(`${out}/types.txt`, [...types.keys()].join('\n'))
writeFileSync(`${out}/ids.u32`, Uint32Array.from(ids))
writeFileSync(`${out}/states.u8`, Uint8Array.from(states))
writeFileSync(`${out}/lengths.u32`, Uint32Array.from(lengths))
writeFileSync(`${out}/sources.u8`, Uint8Array.from(sources))
console.log(`${lengths.length} paragraphs, ${ids.length} tokens, ${types.size} types → ${out}`)

async function read(path: string, source: number, paragraphs: (text: string) => string[]): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    add(paragraphs(unescaped((JSON.parse(line) as { text: string }).text)), source)
  }
}

function add(paragraphs: readonly string[], source: number): void {
  const kept = paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph.length > 30)
  const text = kept.join('\n\n')
  const blocks: Block[] = []
  let start = 0
  for (const paragraph of kept) {
    blocks.push({ start, end: start + paragraph.length, kind: 'paragraph' })
    start += paragraph.length + 2
  }
  const doc = { text, lang: 'en', dct: null }
  const tokens = tokenizer().run({ ...doc, layers: { blocks } }) as readonly { start: number; end: number }[]
  const sentences = sentenceSplitter().run({ ...doc, layers: { blocks } }) as readonly { start: number; end: number }[]
  const quotations = quotationFinder().run({ ...doc, layers: { blocks, sentences } }) as never
  const quotes = quotationStates(tokens, quotations)
  let at = 0
  for (const block of blocks) {
    const first = at
    while (at < tokens.length && tokens[at]!.start < block.end) at++
    const last = Math.min(at, first + MOST_TOKENS)
    if (last - first < LEAST_TOKENS) continue
    for (let i = first; i < last; i++) {
      const form = text.slice(tokens[i]!.start, tokens[i]!.end)
      let id = types.get(form)
      if (id === undefined) {
        id = types.size
        types.set(form, id)
      }
      ids.push(id)
      states.push('obiu'.indexOf(quotes[i]!))
    }
    lengths.push(last - first)
    sources.push(source)
  }
}

function unwrapped(paragraph: string): string {
  return paragraph.replace(/\s+/g, ' ')
}

/** The releases are Markdown: link targets, emphasis and headings' marks are no words. */
function plain(markdown: string): string {
  return markdown
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/[[\]*_\\]/g, '')
    .replace(/^#+ /gm, '')
}

/** Some texts hold escapes of their own: a backslash, u and four digits. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
}
