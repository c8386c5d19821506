/** Reads malformed pages with the threads that `add` uses, and holds what comes back to what every reading has to be. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Extraction } from '../../src/app/extract-document.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { extractionPool } from '../../src/runtime/extraction-pool.ts'
import type { Model } from '../../src/runtime/settings.ts'
import { malformed } from './malformed-pages.ts'
import { randomFrom } from './random.ts'

const root = join(import.meta.dirname, '../..')
const archives = ['article-extraction-dev.tar.gz', 'trafilatura-dev.tar.gz'].map((name) =>
  join(root, '../shared/data/html', name),
)

/** A page may take this long; one that took longer gets a second chance. */
const SLOWEST_MS = 2_000
const MOST_MB = 1_024

export interface MalformedOptions {
  readonly count: number
  readonly seed: number
  /** Rules alone by default: networks take their time for each word, whatever the page is made of. */
  readonly model?: Model
  /** How many times as long a page may take: tests run beside others, on machines of all kinds. Default 1. */
  readonly patience?: number
}

export interface MalformedResult {
  readonly pages: number
  readonly read: number
  /** Refused with an error that says why. */
  readonly refused: number
  readonly slowestMs: number
  /** Pages that took more than two seconds, for their size. */
  readonly slow: readonly string[]
  /** Of the whole process with its threads. */
  readonly peakMb: number
  readonly from: string
}

/** @throws AssertionError with the seed and number of the page that broke something. */
export async function malformedPages({
  count,
  seed,
  model = 'rules',
  patience = 1,
}: MalformedOptions): Promise<MalformedResult> {
  const { pages, from } = sources()
  const extractor = extractionPool({ workers: 1, model, warn: () => {}, heapMb: MOST_MB })
  const result = { pages: count, read: 0, refused: 0, slowestMs: 0, slow: [] as string[] }
  // One page after the other, timed by the processor: what else the machine does is no page's fault.
  const took = async (bytes: Buffer, file: string) => {
    const [began, before] = [performance.now(), process.cpuUsage()]
    const ms = () => {
      const { user, system } = process.cpuUsage(before)
      return Math.min(performance.now() - began, (user + system) / 1000)
    }
    try {
      return { extraction: await extractor.extract({ bytes, file }), ms: ms() }
    } catch (thrown) {
      return { thrown, ms: ms() }
    }
  }
  try {
    // Starting and loading its models is no page's fault either.
    for (let time = 0; time < 2; time++) await took(pages[0]!, 'first.html')
    for (let number = 0; number < count; number++) {
      const { how, bytes } = malformed(pages, number, randomFrom(seed + number))
      const name = `page ${number} of seed ${seed} (${how}, ${bytes.length} bytes)`
      const file = number % 2 === 0 ? 'page.html' : 'page'
      let outcome = await took(bytes, file)
      if (outcome.ms > SLOWEST_MS) {
        const again = await took(bytes, file)
        if (again.ms < outcome.ms) outcome = again
      }
      if (outcome.ms > SLOWEST_MS) result.slow.push(`${name}: ${Math.round(outcome.ms)} ms`)
      assert.ok(outcome.ms <= patience * slowestFor(bytes), `${name}: ${Math.round(outcome.ms)} ms`)
      result.slowestMs = Math.max(result.slowestMs, outcome.ms)
      if ('thrown' in outcome) {
        assert.ok(outcome.thrown instanceof OnrecordError, `${name}: ${outcome.thrown}`)
        const { code, message } = outcome.thrown
        assert.ok(['no-text', 'not-text', 'empty-file', 'file-too-large'].includes(code), `${name}: ${message}`)
        result.refused++
      } else {
        checkExtraction(outcome.extraction!, name)
        result.read++
      }
    }
  } finally {
    await extractor.close()
  }
  const peakMb = process.resourceUsage().maxRSS / 1024
  assert.ok(peakMb < MOST_MB, `${peakMb} MB`)
  return { ...result, peakMb, from }
}

/** Two seconds, and for pages beyond half a megabyte as much for each half: reading takes in proportion to the size. */
const slowestFor = (bytes: Buffer): number => SLOWEST_MS * Math.max(1, bytes.length / 500_000)

/** Every span is inside the text, every text told is that of its spans, and all is plain JSON. */
function checkExtraction({ text, blocks, statements, document, notices }: Extraction, name: string): void {
  assert.equal(document.chars, text.length, name)
  let end = 0
  for (const block of blocks) {
    assert.ok(
      end <= block.start && block.start < block.end && block.end <= text.length,
      `${name}: block ${block.start}`,
    )
    end = block.end
  }
  for (const { id, content, cue, source, said } of statements) {
    for (const { spans, text: told } of [content, cue, source]) {
      for (const span of spans)
        assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, `${name}: ${id}`)
      assert.equal(told, spans.map((span) => text.slice(span.start, span.end)).join(' … '), `${name}: ${id}`)
    }
    assert.ok(content.spans.length > 0, `${name}: ${id}`)
    if (said?.span) assert.equal(said.text, text.slice(said.span.start, said.span.end), `${name}: ${id}`)
  }
  assert.deepEqual(
    JSON.parse(JSON.stringify({ document, blocks, statements, notices })),
    { document, blocks, statements, notices },
    name,
  )
}

/** Real pages where there are some, else our own examples. */
export function sources(): { readonly pages: readonly Buffer[]; readonly from: string } {
  if (archives.every((path) => existsSync(path))) {
    return { pages: archives.flatMap((path) => filesOfTar(gunzipSync(readFileSync(path)))), from: 'the data folder' }
  }
  const files = globSync('examples/*.html', { cwd: root }).sort()
  return { pages: files.map((file) => readFileSync(join(root, file))), from: 'examples' }
}

function filesOfTar(tar: Buffer): Buffer[] {
  const files: Buffer[] = []
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString('latin1', at, at + 100)
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    if (/\.html?\0/.test(name)) files.push(tar.subarray(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
