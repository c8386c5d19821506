/** Tests of sketches and of what counts as an independent report. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resemblance, SKETCH, sketchOf } from '../../src/core/links/min-hash.ts'
import { containment, originsOf, type PageEvidence } from '../../src/core/links/origins.ts'

/** Words with the frequencies of a language; the same for the same seed. */
function wordsOf(seed: number): () => string {
  let state = seed * 7919 + 17
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return `w${Math.floor(4000 ** (state / 2_147_483_647))}`
  }
}

/** Sentences of an invented page. */
function sentences(seed: number, count: number): string[] {
  const next = wordsOf(seed)
  return Array.from({ length: count }, () => `${Array.from({ length: 18 }, next).join(' ')}.`)
}

const page = (id: string, text: string, parts: Partial<PageEvidence['document']> = {}): PageEvidence => ({
  document: { id, url: null, publisher: null, authors: [], original: null, chars: text.length, ...parts },
  sketch: sketchOf(text),
  via: [],
})
const via = (name: string, kind: string | null = 'publication') => ({
  name,
  kind,
  span: { start: 0, end: 1 },
  entity: null,
})
const ids = (pages: readonly PageEvidence[]): (readonly string[])[] =>
  originsOf(pages).map(({ documents }) => documents)

test('a sketch tells how much two texts have in common', () => {
  const text = sentences(1, 40)
  const same = sketchOf(text.join(' '))
  assert.equal(same.length, SKETCH)
  assert.equal(resemblance(same, sketchOf(text.join('\n\n').toUpperCase())), 1)
  assert.ok(resemblance(same, sketchOf(sentences(2, 40).join(' '))) < 0.05)
  const half = resemblance(same, sketchOf([...text.slice(0, 20), ...sentences(3, 20)].join(' ')))
  assert.ok(Math.abs(half - 1 / 3) < 0.15, String(half))
})

test('texts without words, with few, and very long ones have sketches', () => {
  assert.deepEqual(sketchOf(''), sketchOf('… — !'))
  assert.notDeepEqual(sketchOf('a'), sketchOf('b'))
  assert.deepEqual(sketchOf('Größe ja'), sketchOf('grosse JA'))
  assert.equal(sketchOf('x '.repeat(200_000)).length, SKETCH)
})

test('copies are told from pages that only share quotations', () => {
  const copied: number[] = []
  const shared: number[] = []
  for (let seed = 0; seed < 40; seed++) {
    const text = sentences(100 + seed, 40)
    const other = sentences(200 + seed, 40)
    const original = page('a', text.join(' '))
    const versions = [
      text.slice(0, 20),
      text.slice(0, 8),
      [...text.slice(0, 30), ...other.slice(0, 10)],
      text.map((sentence, index) => (index % 5 === 0 ? other[index]! : sentence)),
      [...other.slice(0, 3), ...text.slice(2)],
    ]
    for (const version of versions) copied.push(containment(original, page('b', version.join(' '))))
    const quoting = [
      other,
      [...text.slice(5, 9), ...other.slice(4)],
      [...text.slice(5, 9), ...other.slice(0, 16)],
      [...text.slice(0, 8), ...other.slice(8)],
    ]
    for (const version of quoting) shared.push(containment(original, page('b', version.join(' '))))
  }
  const below = copied.filter((share) => share < 0.5).length
  const above = shared.filter((share) => share >= 0.5).length
  assert.ok(below <= 0.05 * copied.length, `${below} of ${copied.length} copies missed`)
  assert.equal(above, 0, `${above} of ${shared.length} pages taken for copies`)
})

test('nine pages, two independent reports', () => {
  const wire = sentences(1, 30)
  const own = sentences(2, 30)
  const pages = [
    page('wire', wire.join(' '), { publisher: 'Reuters' }),
    page('copy-1', wire.slice(0, 20).join(' '), { publisher: 'The Gull' }),
    page('copy-2', [...wire.slice(0, 25), ...sentences(3, 5)].join(' '), { publisher: 'The Tern' }),
    { ...page('credit-1', sentences(4, 20).join(' '), { publisher: 'Osk Herald' }), via: [via('Reuters')] },
    { ...page('credit-2', sentences(5, 20).join(' '), { publisher: 'Radio Osk' }), via: [via('Thomson Reuters')] },
    page('own', own.join(' '), { publisher: 'The Courier', url: 'https://www.courier.example/a' }),
    page('copies-own', sentences(6, 20).join(' '), { original: 'http://courier.example/a/?from=feed' }),
    page('own-again', sentences(7, 20).join(' '), { publisher: 'the courier' }),
    page('by', sentences(8, 20).join(' '), { publisher: 'Lantern', authors: ['Reuters'] }),
  ]
  const origins = originsOf(pages)
  assert.deepEqual(ids(pages), [
    ['wire', 'copy-1', 'copy-2', 'credit-1', 'credit-2', 'by'],
    ['own', 'copies-own', 'own-again'],
  ])
  assert.deepEqual(origins[0]!.because.map(({ reason }) => reason).sort(), ['copy', 'credit'])
  assert.deepEqual(origins[1]!.because.map(({ reason }) => reason).sort(), ['credit', 'publisher'])
})

test('what tells of no common origin joins nothing', () => {
  const texts = [1, 2, 3, 4].map((seed) => sentences(seed, 20).join(' '))
  const alone = (pages: readonly PageEvidence[]) => assert.equal(originsOf(pages).length, pages.length)
  alone([page('a', texts[0]!), page('b', texts[1]!)])
  alone([page('a', ''), page('b', texts[1]!)])
  alone([page('a', texts[0]!, { publisher: 'The Gull' }), page('b', texts[1]!, { publisher: 'The Tern' })])
  // An outlet that reports what another credits to it with its own words is one with it; who is credited by nobody is not.
  alone([
    { ...page('a', texts[0]!, { publisher: 'The Gull' }), via: [via('Reuters')] },
    { ...page('b', texts[1]!, { publisher: 'The Tern' }), via: [via('Interfax')] },
  ])
  // A person may tell many; two authors of one name are no agency.
  alone([
    { ...page('a', texts[0]!), via: [via('Ana Pohl', 'person')] },
    { ...page('b', texts[1]!), via: [via('Ana Pohl', 'person')] },
  ])
  alone([page('a', texts[0]!, { authors: ['B. Lind'] }), page('b', texts[1]!, { authors: ['B. Lind'] })])
  assert.deepEqual(originsOf([]), [])
})

test('agencies are one under all of their names', () => {
  const texts = [1, 2, 3].map((seed) => sentences(seed, 20).join(' '))
  const pages = ['AP', 'The Associated Press', 'Associated Press News Agency'].map((name, index) => ({
    ...page(name, texts[index]!),
    via: [via(name)],
  }))
  assert.equal(originsOf(pages).length, 1)
})

test('two hundred pages take no time', () => {
  const pages = Array.from({ length: 200 }, (_, seed) => page(String(seed), sentences(seed, 10).join(' ')))
  const started = performance.now()
  assert.equal(originsOf(pages).length, 200)
  assert.ok(performance.now() - started < 1000)
})
