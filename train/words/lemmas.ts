/** Learns the lemma table of English from UD English EWT and GUM, and the verbs they lack from PolNeAR's automatic analysis. */
// node train/words/lemmas.ts ../shared/data models/en/lemmas 2026-11-22
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readTreebank, type UdWord } from '../../eval/treebank.ts'
import { lemmaAccuracy } from '../../eval/words.ts'
import type { Upos } from '../../src/core/doc.ts'
import { foldedForm, type LemmaTable, lemmatizer } from '../../src/core/lemmatizer.ts'

const LONGEST_ENDING = 6
/** An ending of fewer forms than this says nothing of others; the table holds the forms themselves. */
const FEWEST_FORMS = 2
/** A form of the automatic analysis counts when seen this often. */
const FEWEST_TIMES = 2

/** Occurrences of one folded form in one part of speech. */
interface Entry {
  readonly form: string
  readonly words: UdWord[]
}

const [dataFolder, outFolder, date] = process.argv.slice(2)
if (dataFolder === undefined || outFolder === undefined || date === undefined) {
  throw new Error('usage: node train/words/lemmas.ts DATA OUT DATE')
}
const corpora = ['ud/ewt-train.conllu.gz', 'ud/gum-train.conllu.gz']
const gold = corpora.flatMap((name) => readTreebank(join(dataFolder, name)).flat())
const words = [...gold, ...otherVerbs(join(dataFolder, 'polnear/train.silver.tsv.gz'), gold)]
const table = `${JSON.stringify(learn(words))}\n`
const scores = Object.fromEntries(
  ['ewt', 'gum'].map((name) => [
    `${name.toUpperCase()} test, lemma by gold UPOS`,
    lemmaAccuracy(
      readTreebank(join(dataFolder, `ud/${name}-test.conllu.gz`)),
      lemmatizer(JSON.parse(table) as LemmaTable),
    ),
  ]),
)
writeFileSync(join(outFolder, 'lemmas.json'), table)
writeFileSync(join(outFolder, 'meta.json'), `${JSON.stringify(metaOf(table), null, 2)}\n`)
writeFileSync(join(outFolder, 'README.md'), cardOf(metaOf(table)))
console.log(`${words.length} words; ${table.length} bytes; ${JSON.stringify(scores)}`)

function metaOf(table: string) {
  return {
    name: 'lemmas',
    language: 'en',
    version: 1,
    date,
    corpora: [
      { name: 'UD English EWT, train', use: 'forms, parts of speech, lemmas', licence: 'CC BY-SA 4.0' },
      { name: 'UD English GUM, train, without its non-commercial genres', use: 'the same', licence: 'CC BY 4.0' },
      {
        name: 'PolNeAR, train, automatic analysis',
        use: 'verbs the treebanks lack',
        licence: 'published for research; none stated',
      },
    ],
    scores,
    files: { 'lemmas.json': createHash('sha256').update(table).digest('hex') },
  }
}

function cardOf({ name, language, corpora, scores }: ReturnType<typeof metaOf>): string {
  return `# ${name} (${language})

Gives an English word its dictionary form, by its part of speech and its ending; exceptions are listed one by one.

## Learned from

${corpora.map((each) => `- ${each.name}: ${each.use} (${each.licence})`).join('\n')}

## Scores

| measured | exact, capitals included |
|---|---|
${Object.entries(scores)
  .map(([what, share]) => `| ${what} | ${(100 * share).toFixed(2)} % |`)
  .join('\n')}

## Limits

A form has one lemma a part of speech: "her" is "her" whether object or possessive, "found" is "find". What "'d" and "'s"
stand for is decided by the verb after them, in the stage that uses this table. Capitals of unlisted words are kept for
proper nouns, abbreviations and capitalised adjectives inside a sentence.

Made ${date}; the digest is in \`meta.json\`, the command in \`train/README.md\`.
`
}

/** Inflected verbs of the automatic analysis that the treebanks do not have; its lemmas come from a dictionary of verbs. */
function otherVerbs(file: string, gold: readonly UdWord[]): UdWord[] {
  const known = new Set(gold.filter(({ upos }) => upos === 'VERB').map(({ form }) => foldedForm(form)))
  const times = new Map<string, number>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const [, , form, tag, lemma] = line.split('\t')
    if (lemma === undefined || !/^VB[DGNZ]$/.test(tag!) || !/^[a-z-]+$/.test(form!) || known.has(form!)) continue
    const key = `${form} ${lemma}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return [...times]
    .filter(([, count]) => count >= FEWEST_TIMES)
    .map(([key]) => {
      const [form, lemma] = key.split(' ') as [string, string]
      return { form, lemma, upos: 'VERB', capitals: 'all', isTypo: false, isTorn: false }
    })
}

function learn(words: readonly UdWord[]): LemmaTable {
  const classes = byClass(words)
  const endings = Object.fromEntries([...classes].map(([upos, entries]) => [upos, endingsOf([...entries.values()])]))
  const byEndings = lemmatizer({ forms: {}, endings })
  const forms = Object.fromEntries(
    [...classes].map(([upos, entries]) => [upos, exceptionsOf(upos, [...entries.values()], byEndings)]),
  )
  return { endings, forms }
}

function byClass(words: readonly UdWord[]): Map<Upos, Map<string, Entry>> {
  const classes = new Map<Upos, Map<string, Entry>>()
  for (const word of words) {
    // Without a lemma, or with that of another form.
    if (word.lemma === '_' || word.isTorn) continue
    const form = foldedForm(word.form)
    const entries = classes.get(word.upos) ?? new Map<string, Entry>()
    classes.set(word.upos, entries)
    const entry = entries.get(form) ?? { form, words: [] }
    entries.set(form, entry)
    entry.words.push(word)
  }
  return classes
}

/** Every form has one vote for the edit that makes its commonest lemma; an ending is kept where it overrules a shorter one. */
function endingsOf(entries: readonly Entry[]): Record<string, string> {
  const votes = new Map<string, Map<string, number>>()
  for (const { form, words } of entries) {
    const edit = editOf(form, commonest(words.map(({ lemma }) => lemma.toLowerCase())))
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length); length++) {
      const ending = form.slice(form.length - length)
      const ofEnding = votes.get(ending) ?? new Map<string, number>()
      votes.set(ending, ofEnding)
      ofEnding.set(edit, (ofEnding.get(edit) ?? 0) + 1)
    }
  }
  const kept = new Map<string, string>()
  for (const [ending, ofEnding] of [...votes].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const total = [...ofEnding.values()].reduce((sum, count) => sum + count, 0)
    if (ending !== '' && total < FEWEST_FORMS) continue
    const [best, count] = [...ofEnding].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    const inherited = inheritedEdit(kept, ending)
    if (best !== inherited && count > (ofEnding.get(inherited ?? '') ?? 0)) kept.set(ending, best)
  }
  return Object.fromEntries(kept)
}

function inheritedEdit(kept: ReadonlyMap<string, string>, ending: string): string | undefined {
  for (let from = 1; from <= ending.length; from++) {
    const edit = kept.get(ending.slice(from))
    if (edit !== undefined) return edit
  }
  return undefined
}

function editOf(form: string, lemma: string): string {
  let same = 0
  while (same < Math.min(form.length, lemma.length) && form[same] === lemma[same]) same += 1
  return `${form.length - same}|${lemma.slice(same)}`
}

/** Forms whose commonest lemma is right more often than what their ending gives. */
function exceptionsOf(upos: Upos, entries: readonly Entry[], byEndings: ReturnType<typeof lemmatizer>) {
  const found: [string, string][] = []
  for (const { form, words } of entries) {
    // A slip of the pen that nobody repeats says nothing of the form.
    if (words.length === 1 && words[0]!.isTypo) continue
    const lemma = commonest(words.map((word) => word.lemma))
    const constant = words.filter((word) => word.lemma === lemma).length
    const regular = words.filter((word) => word.lemma === byEndings(word.form, upos, word.capitals)).length
    if (constant > regular) found.push([form, lemma])
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
