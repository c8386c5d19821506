/** The language of a document and of the blocks in another one, by eld; a declared language only breaks ties. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Block } from '../core/doc.ts'
import { isPlainlyEnglish, mayBeForeign } from './english-signs.ts'

/** eld reads this many characters at most. */
const sampleLength = 1_000
/** Shorter texts are too often taken for a neighbouring language. */
const shortestDocument = 25
const shortestBlock = 40

type Detector = typeof import('eld/medium')['eld']
let loaded: Detector | undefined

/**
 * Loaded at first use: its tables take 0.3 s and 180 MB, which a program that reads only English should not pay. By path,
 * because the package offers itself to `import` only, and reading a page is synchronous.
 */
function detector(): Detector {
  if (loaded === undefined) {
    const path = fileURLToPath(import.meta.resolve('eld/medium'))
    loaded = (createRequire(import.meta.url)(path) as typeof import('eld/medium')).eld
  }
  return loaded
}

/** BCP 47 tag of the text in `blocks`, or `und`. `declared` is what the page says of itself, often wrongly. */
export function detectLanguage(text: string, blocks: readonly Block[], declared: string | null): string {
  const sample = sampleOf(text, blocks)
  const primary = declared === null ? null : primaryTag(declared)
  if (sample.length < shortestDocument) return byScript(sample) ?? primary ?? 'und'
  if (isPlainlyEnglish(sample)) return primary === 'en' ? declared! : 'en'
  const result = detector().detect(sample)
  const scores = result.getScores()
  const first = result.language
  if (first === '') return byScript(sample) ?? primary ?? 'und'
  const declaredScore = primary === null ? 0 : (scores[primary] ?? 0)
  // Norwegian and Danish, Serbian and Croatian …: where the detector hardly prefers one, the page knows better.
  if (declared !== null && declaredScore >= (scores[first] ?? 0) * 0.93) return declared
  if (!result.isReliable() && primary !== null && declaredScore > 0) return declared!
  if (first === primary) return declared!
  return result.isReliable() || sample.length >= 200 ? first : 'und'
}

/** `blocks` with `lang` where a block is surely in another language than the document. */
export function markLanguages(text: string, blocks: readonly Block[], language: string): Block[] {
  const primary = primaryTag(language)
  const script = scriptOf(sampleOf(text, blocks))
  return blocks.map((block) => {
    const length = block.end - block.start
    if (length < 12) return block
    const slice = text.slice(block.start, Math.min(block.end, block.start + sampleLength))
    const lang = otherLanguage(slice, primary, script)
    return lang === null ? block : { ...block, lang }
  })
}

function otherLanguage(slice: string, primary: string, script: Script | null): string | null {
  const own = scriptOf(slice)
  if (own === null) return null
  if (own !== script) {
    const lang = detector().detect(slice).language
    return lang === '' || lang === primary ? null : lang
  }
  if (slice.length < shortestBlock || hasFunctionWords(slice, primary)) return null
  if (primary === 'en' && !mayBeForeign(slice)) return null
  const result = detector().detect(slice)
  if (result.language === '' || result.language === primary || !result.isReliable()) return null
  const scores = result.getScores()
  return (scores[result.language] ?? 0) > (scores[primary] ?? 0) * 1.25 ? result.language : null
}

/** The longest blocks first: furniture and names say little about a language. */
function sampleOf(text: string, blocks: readonly Block[]): string {
  const readable = blocks.filter((block) => block.kind !== 'boilerplate')
  const longest = (readable.length > 0 ? [...readable] : [...blocks])
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .slice(0, 4)
  let sample = ''
  for (const block of longest) {
    if (sample.length >= sampleLength) break
    sample += `${text.slice(block.start, Math.min(block.end, block.start + 400))} `
  }
  return sample.trim()
}

const primaryTag = (tag: string): string => tag.split('-', 1)[0]!.toLowerCase()

type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Han' | 'Kana' | 'Hangul' | 'Arabic' | 'Hebrew' | 'Devanagari' | 'Thai'

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /[A-Za-zÀ-ɏ]/g],
  ['Cyrillic', /[Ѐ-ӿ]/g],
  ['Greek', /[Ͱ-Ͽ]/g],
  ['Han', /[㐀-鿿]/g],
  ['Kana', /[぀-ヿ]/g],
  ['Hangul', /[가-힣]/g],
  ['Arabic', /[؀-ۿ]/g],
  ['Hebrew', /[֐-׿]/g],
  ['Devanagari', /[ऀ-ॿ]/g],
  ['Thai', /[฀-๿]/g],
]

/** The script of two thirds of the letters; null when there is none such. */
function scriptOf(slice: string): Script | null {
  let total = 0
  let best: Script | null = null
  let bestCount = 0
  for (const [script, pattern] of scripts) {
    const count = slice.match(pattern)?.length ?? 0
    total += count
    if (count > bestCount) {
      best = script
      bestCount = count
    }
    if (count > slice.length / 2) return script
  }
  return bestCount > 0 && bestCount * 3 >= total * 2 ? best : null
}

/** The few scripts that one language owns. */
function byScript(sample: string): string | null {
  const script = scriptOf(sample)
  const owners: Partial<Record<Script, string>> = { Greek: 'el', Kana: 'ja', Hangul: 'ko', Hebrew: 'he', Thai: 'th' }
  return script === null ? null : (owners[script] ?? null)
}

/** A cheap way to see that a block is in the document's language, so that the detector need not be asked. */
const functionWords: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in is that for was on with he she it as at by from',
    de: 'der die das und ist in den von zu mit sich auf für nicht ein eine dem',
    fr: 'le la les de des et est un une que dans pour pas qui sur du',
    es: 'el la los las de que y en un una por con para se del',
    it: 'il la di che e in un una per non con del della sono gli',
    pt: 'o a os as de que e em um uma para com não do da',
    nl: 'de het een van en in is dat op te zijn voor niet met',
    pl: 'w z na i się nie że do jest o to po przez',
    ru: 'в и на не что с по он как из это к за',
    uk: 'в у і на не що з та до як це про за',
    tr: 've bir bu da de için ile olarak olan çok',
  }).map(([language, words]) => [
    language,
    new RegExp(`(?<![\\p{L}])(?:${words.split(' ').join('|')})(?![\\p{L}])`, 'giu'),
  ]),
)

function hasFunctionWords(slice: string, language: string): boolean {
  const pattern = functionWords[language]
  if (pattern === undefined) return false
  const words = slice.length / 6
  return (slice.slice(0, 300).match(pattern)?.length ?? 0) >= Math.max(2, Math.min(words, 50) * 0.12)
}
