/**
 * Learns what each feature of a link between a reference and a thing is worth, and writes src/core/chains/weights.ts:
 * `node train/chains/fit-weights.ts DATA`. From GUM's gold chains without its news (which measures), and for pronouns from
 * the automatic analysis of PolNeAR train too. Nouns learn from gold alone: the analysis leaves most of theirs unlinked.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { analyser } from '../../eval/chains.ts'
import { type GoldChains, readGum, readSilverChains } from '../../eval/chains-gold.ts'
import { type Analysed, type AnnotatedArticle, withGoldSources } from '../../eval/chains-measures.ts'
import { shippedModels } from '../../eval/models.ts'
import { viewOf } from '../../src/core/chains/chain-view.ts'
import type { Entity } from '../../src/core/chains/entity.ts'
import { type AnaphorClass, CLASSES, FEATURES } from '../../src/core/chains/feature-names.ts'
import { phrasesOf } from '../../src/core/chains/phrases.ts'
import { type Decision, resolve } from '../../src/core/chains/resolver.ts'
import { scorerOf } from '../../src/core/chains/scorer.ts'
import { structureOf } from '../../src/core/chains/structure.ts'
import { CHAIN_WEIGHTS } from '../../src/core/chains/weights.ts'

interface Example {
  /** Features of each choice, the last nobody. */
  readonly choices: readonly (readonly number[])[]
  readonly right: number
  readonly weight: number
}

/**
 * What nouns are taken to weigh before anything is learned: the gold has few nouns, hardly any of them in news, and none for
 * a newspaper.
 */
const NOUN_PRIOR = {
  'same noun, nothing differs': 1.5,
  'same role, nothing differs': 1,
  'same words': 1,
  'same noun, same owner': 1.5,
  'only one of the noun': 1,
  'only one of the role': 0.7,
  'owner shared': 1,
  'owner differs': -3,
  'modifier shared': 0.7,
  'modifier differs': -2,
  'no role, definite': -2,
  'different kind': -2,
}

const data = process.argv[2] ?? '../shared/data'
const examples: Record<AnaphorClass, Example[]> = { he: [], they: [], it: [], noun: [] }

await collect()
const fitted = Object.fromEntries(
  CLASSES.map((kind) => [kind, fit(examples[kind], kind === 'noun' ? NOUN_PRIOR : {}, kind === 'noun' ? 5e-3 : 2e-5)]),
)
for (const kind of CLASSES)
  console.error(kind, examples[kind].length, accuracy(examples[kind], fitted[kind]!).toFixed(4))
write(fitted as Record<AnaphorClass, Float64Array>)

async function collect(): Promise<void> {
  const models = shippedModels('full')
  if (models === null) throw new Error('no trained networks in models/en')
  const analysed = analyser(models)
  for (const part of ['train', 'dev']) {
    for (const gold of readGum(join(data, `ud/gum-${part}.conllu.gz`))) {
      if (!gold.name.includes('_news_')) learn(await analysed(gold.text), gold, () => 1)
    }
  }
  const silver = readSilverChains(join(data, 'polnear/train.silver.tsv.gz'))
  for (const line of gunzipSync(readFileSync(join(data, 'polnear/train.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')) {
    const article = JSON.parse(line) as AnnotatedArticle
    const gold = silver.get(article.name)
    if (gold === undefined) continue
    learn(withGoldSources(await analysed(article.text), article), gold, ({ anaphor }, right) =>
      anaphor.class === 'noun' || right === null ? 0 : anaphor.isSource ? 1 : 0.3,
    )
  }
}

/** Reads a document with the annotation as teacher. */
function learn(
  doc: Analysed,
  gold: Pick<GoldChains, 'mentions'>,
  weightOf: (decision: Decision, right: Entity | null) => number,
): void {
  const view = viewOf(doc)
  const heads = new Map<number, number>()
  for (const { head, chain } of gold.mentions) if (!heads.has(head.start)) heads.set(head.start, chain)
  const size = new Map<number, number>()
  for (const { chain } of gold.mentions) size.set(chain, (size.get(chain) ?? 0) + 1)
  const goldOf = ({ phrases }: Entity): number => {
    const votes = new Map<number, number>()
    for (const phrase of phrases) {
      const chain = chainAt(
        phrase.form === 'name' ? phrase.head - nameLength(phrase.head, phrase.mention) : phrase.head,
        phrase.head,
      )
      if (chain >= 0) votes.set(chain, (votes.get(chain) ?? 0) + 1)
    }
    let best = -1
    for (const [chain, count] of votes) if (best < 0 || count > votes.get(best)!) best = chain
    return best
  }
  const nameLength = (head: number, mention: number): number => {
    let length = 0
    while (view.mention[head - length - 1] === mention) length++
    return length
  }
  const chainAt = (from: number, to: number): number => {
    for (let at = to; at >= from; at--) {
      const chain = heads.get(doc.layers.tokens[at]!.start)
      if (chain !== undefined) return chain
    }
    return -1
  }
  resolve(view, structureOf(view, phrasesOf(view)), {
    scorer: scorerOf(CHAIN_WEIGHTS),
    teacher(decision) {
      const { anaphor, candidates, nobody } = decision
      const chain = heads.get(doc.layers.tokens[anaphor.phrase.head]!.start) ?? -1
      let right = chain < 0 ? -1 : candidates.findIndex(({ entity }) => goldOf(entity) === chain)
      if (right < 0) right = candidates.length
      const entity = candidates[right]?.entity ?? null
      const isKnown = chain >= 0
      const weight = isKnown ? weightOf(decision, entity) : 0
      if (weight > 0)
        examples[anaphor.class].push({
          choices: [...candidates.map(({ features }) => features), nobody],
          right,
          weight,
        })
      return entity
    },
  })
}

function sharesOf(table: Float64Array, choices: Example['choices']): Float64Array {
  const shares = new Float64Array(choices.length)
  let top = Number.NEGATIVE_INFINITY
  choices.forEach((features, i) => {
    let sum = 0
    for (const feature of features) sum += table[feature]!
    shares[i] = sum
    if (sum > top) top = sum
  })
  let total = 0
  for (let i = 0; i < shares.length; i++) total += shares[i] = Math.exp(shares[i]! - top)
  for (let i = 0; i < shares.length; i++) shares[i]! /= total
  return shares
}

/**
 * Multinomial logistic regression over the choices, by AdaGrad, with a little decay towards `prior`; the same order each time.
 */
function fit(from: readonly Example[], prior: Readonly<Record<string, number>>, decay: number): Float64Array {
  const start = Float64Array.from(FEATURES, (feature) => prior[feature] ?? 0)
  const table = Float64Array.from(start)
  const squares = new Float64Array(FEATURES.length).fill(1e-6)
  for (let epoch = 0; epoch < 20; epoch++) {
    for (let n = 0; n < from.length; n++) {
      // A stride without common factors mixes the documents.
      const { choices, right, weight } = from[(n * 7919 + epoch * 104729) % from.length]!
      const shares = sharesOf(table, choices)
      choices.forEach((features, i) => {
        const error = weight * ((i === right ? 1 : 0) - shares[i]!)
        if (Math.abs(error) < 1e-4) return
        for (const feature of features) {
          const step = error - decay * (table[feature]! - start[feature]!)
          squares[feature]! += step * step
          table[feature]! += (0.15 * step) / Math.sqrt(squares[feature]!)
        }
      })
    }
  }
  return table
}

function accuracy(from: readonly Example[], table: Float64Array): number {
  let right = 0
  for (const example of from) {
    const shares = sharesOf(table, example.choices)
    if (shares.indexOf(Math.max(...shares)) === example.right) right++
  }
  return right / from.length
}

function write(tables: Readonly<Record<AnaphorClass, Float64Array>>): void {
  const rows = CLASSES.map((kind) => {
    const weights = FEATURES.map((feature, i) => [feature, Number(tables[kind][i]!.toFixed(2))] as const)
    const pieces = weights.filter(([, weight]) => weight !== 0).map(([feature, weight]) => `${feature} = ${weight}`)
    return `  ${kind}: weightsIn(\`\n${wrapped(pieces)}\`),`
  })
  const head =
    '/** What each feature of a link between a reference and a thing is worth; written by train/chains/fit-weights.ts, not by hand. */'
  writeFileSync(
    new URL('../../src/core/chains/weights.ts', import.meta.url),
    `${head}\nimport { type ChainWeights, weightsIn } from './scorer.ts'\n\nexport const CHAIN_WEIGHTS: ChainWeights = {\n${rows.join('\n')}\n}\n`,
  )
}

/** Lines of up to 120 characters. */
function wrapped(pieces: readonly string[]): string {
  const lines = ['   ']
  for (const piece of pieces) {
    if (lines.at(-1)!.length + piece.length > 117) lines.push('   ')
    lines[lines.length - 1] += ` ${piece};`
  }
  return lines.join('\n')
}
