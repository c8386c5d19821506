/** The measures of `evaluate attribution` on tiny articles whose every number is worked out by hand. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type AttributionReport, evaluateAttribution, measureAttribution } from '../../eval/attribution.ts'
import { formatAttribution } from '../../eval/attribution-report.ts'
import type { Score } from '../../eval/attribution-score.ts'
import { english } from '../../src/core/english.ts'
import { articleFrom, EVERY_PHENOMENON, findsOf, relationsOf } from './attribution-articles.ts'

/** Found, right of these, annotated, right of these. */
const counts = ({ found, foundRight, gold, goldRight }: Score) => [found, foundRight, gold, goldRight]

function close(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`)
}

const bridge = {
  gold: '[S1 Mayor Ana Reyes] [C1 said] [Q1 the bridge is safe]. [S2 Tom Bell] [C2 denied] [Q2 that it leaks].',
  found:
    'Mayor [S1 Ana Reyes] [C1 said] [Q1 the bridge [C3 is] [Q3 safe]]. [S2 Tom Bell] [C2 denied] that [Q2 it leaks].',
}

test('exact, overlapping and whole relations of two annotated and three found relations', async () => {
  const report = await measureAttribution([await articleFrom(bridge.found, bridge.gold)])
  assert.deepEqual(counts(report.exact.source), [2, 1, 2, 1])
  assert.deepEqual(counts(report.exact.cue), [3, 2, 2, 2])
  assert.deepEqual(counts(report.exact.content), [3, 1, 2, 1])
  assert.deepEqual(counts(report.exact.micro), [8, 4, 6, 4])
  close(report.exact.micro.precision, 1 / 2)
  close(report.exact.micro.recall, 2 / 3)
  close(report.exact.micro.f1, 4 / 7)

  assert.deepEqual(counts(report.overlap.source), [2, 2, 2, 2])
  assert.deepEqual(counts(report.overlap.cue), [3, 2, 2, 2])
  assert.deepEqual(counts(report.overlap.content), [3, 3, 2, 2])
  // "it leaks" has two of three tokens of its partner, "safe" one of four.
  assert.deepEqual(counts(report.overlap.content30), [3, 2, 2, 2])
  assert.deepEqual(counts(report.overlap.content80), [3, 1, 2, 1])

  assert.deepEqual(counts(report.relations.exact), [3, 0, 2, 0])
  assert.equal(report.relations.exact.f1, 0)
  assert.deepEqual(counts(report.relations.lenient), [3, 2, 2, 2])
  close(report.relations.lenient.f1, 4 / 5)
  assert.deepEqual(report.first, report.relations)
  assert.deepEqual(report.rules, { test: { found: 3, agreed: 2 } })
})

test('a relation is exact only when all three roles are', async () => {
  const found = bridge.gold.replace('[S1 Mayor Ana Reyes]', 'Mayor [S1 Ana Reyes]')
  const report = await measureAttribution([await articleFrom(found, bridge.gold)])
  assert.deepEqual(counts(report.relations.exact), [2, 1, 2, 1])
})

test('a source that two relations share counts once in an annotation, and again in the next', async () => {
  const markup = '[S1+S2 Ana] [C1 said] [Q1 it rains] and [C2 hoped] [Q2 it would stop].'
  const once = await measureAttribution([await articleFrom(markup, markup)])
  assert.deepEqual(counts(once.exact.source), [1, 1, 1, 1])
  assert.deepEqual(counts(once.exact.cue), [2, 2, 2, 2])
  const twice = await measureAttribution([await articleFrom(markup, markup, markup)])
  assert.equal(twice.annotations, 2)
  assert.deepEqual(counts(twice.exact.source), [2, 2, 2, 2])
  assert.deepEqual(counts(twice.relations.lenient), [4, 4, 4, 4])
  assert.deepEqual(counts(twice.first.lenient), [2, 2, 2, 2])
})

test('two finds of one annotated relation are one right answer, and each agrees', async () => {
  const gold = '[S1 Ana] [C1 said] [Q1 it rains hard today].'
  const finds = [
    ...findsOf(relationsOf(gold), 'whole'),
    ...findsOf(relationsOf('[S1 Ana] [C1 said] [Q1 it rains hard] today.'), 'short'),
  ]
  const report = await measureAttribution([await articleFrom(finds, gold)])
  assert.deepEqual(counts(report.relations.lenient), [2, 1, 1, 1])
  assert.deepEqual(report.rules, { whole: { found: 1, agreed: 1 }, short: { found: 1, agreed: 1 } })
})

test('nothing found is no precision and a recall of 0; nothing annotated is no recall', async () => {
  const silent = (await measureAttribution([await articleFrom([], bridge.gold)])).exact.cue
  assert.deepEqual([silent.precision, silent.recall, silent.f1], [null, 0, 0])
  const plain = bridge.gold.replaceAll(/\[[SCQ]\d |\]/g, '')
  const talkative = (await measureAttribution([await articleFrom(bridge.gold, plain)])).exact.cue
  assert.deepEqual([talkative.precision, talkative.recall, talkative.f1], [0, null, 0])
})

test('a perfect prediction scores 1 everywhere', async () => {
  const report = await measureAttribution([await articleFrom(EVERY_PHENOMENON, EVERY_PHENOMENON, EVERY_PHENOMENON)])
  const groups = { ...report.exact, ...report.overlap, ...report.relations, ...report.first, ...report.forms }
  for (const [name, { precision, recall, f1 }] of Object.entries(groups))
    assert.deepEqual([precision, recall, f1], [1, 1, 1], name)
  for (const [name, count] of Object.entries(report.phenomena)) {
    assert.ok(count.relations > 0, name)
    assert.deepEqual([count.relationsFound, count.contentsFound], [count.relations, count.contents], name)
  }
  assert.ok(report.humans !== null)
  for (const measures of [report.humans.between, report.humans.ours]) {
    for (const group of [measures.exact, measures.overlap, measures.relations])
      for (const { precision, recall, f1 } of Object.values(group)) assert.deepEqual([precision, recall, f1], [1, 1, 1])
  }
  assert.deepEqual(report.humans.support.all, { relations: 16, found: 16 })
})

test('the counts of the tables add up', async () => {
  const report = await measureAttribution([
    await articleFrom(bridge.found, bridge.gold),
    await articleFrom(EVERY_PHENOMENON, EVERY_PHENOMENON.replace('[Q1 for rain]', 'for [Q1 rain]'), EVERY_PHENOMENON),
  ])
  addsUp(report)
  assert.equal(report.articles, 2)
  assert.equal(report.annotations, 3)
  assert.equal(report.humans?.articles, 1)
})

function addsUp(report: AttributionReport): void {
  const { exact, overlap, forms, phenomena, reliability, rules, first, relations, humans } = report
  const sum = (scores: readonly Score[]) =>
    scores.map(counts).reduce((total, each) => total.map((value, index) => value + each[index]!))
  assert.deepEqual(sum([exact.source, exact.cue, exact.content]), counts(exact.micro))
  assert.deepEqual(sum(Object.values(forms)), counts(exact.content))
  for (const role of ['source', 'cue', 'content'] as const) {
    assert.equal(overlap[role].found, exact[role].found)
    assert.equal(overlap[role].gold, exact[role].gold)
  }
  const { all, direct, indirect, mixed } = phenomena
  assert.equal(all.relations, relations.lenient.gold)
  assert.equal(all.relationsFound, relations.lenient.goldRight)
  assert.equal(all.contents, exact.content.gold)
  assert.equal(all.contentsFound, exact.content.goldRight)
  assert.equal(direct.relations + indirect.relations + mixed.relations, all.relations)
  assert.equal(direct.relationsFound + indirect.relationsFound + mixed.relationsFound, all.relationsFound)
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  assert.equal(total(reliability.bins.map(({ found }) => found)), first.lenient.found)
  assert.equal(total(Object.values(rules).map(({ found }) => found)), first.lenient.found)
  const supported = Object.values(humans!.support).map(({ relations }) => relations)
  assert.equal(total(supported), 16)
  assert.equal(humans!.phenomena.all.relations, 16)
}

test('a corpus file is read, its relations without content left out, and every table printed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-evaluate-'))
  try {
    const text = 'Storm ahead\n\n“It will rain,” Ana Reyes said.'
    const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
    const said = { source: [at('Ana Reyes')], cue: [at('said')], content: [at('“It will rain,”')] }
    const empty = { source: [at('Storm')], cue: [at('ahead')], content: [] }
    const line = { text, annotations: [{ annotator: 'A', attributions: [said, empty] }] }
    const file = join(folder, 'one.jsonl.gz')
    writeFileSync(file, gzipSync(`${JSON.stringify(line)}\n`))
    const report = await evaluateAttribution(file, () => english())
    assert.deepEqual(counts(report.relations.exact), [1, 1, 1, 1])
    assert.deepEqual(counts(report.exact.micro), [3, 3, 3, 3])
    const printed = formatAttribution(report)
    assert.match(printed, /^1 articles, 1 annotations/)
    assert.match(printed, /\nmicro +100\.0 +100\.0 +100\.0 +3 +3\n/)
    assert.match(printed, /\nno article has more than one annotator/)
    assert.match(printed, /\nexpected calibration error \d/)
    assert.match(printed, /\nquote-then-cue +1 +100\.0$/m)
    assert.doesNotMatch(printed, /NaN|undefined|null/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
