/** Documents of made-up words, for measuring: words and names as uneven as those of news. */
import type { DocumentEntry } from '../../src/app/ports.ts'
import { entryOf, type StatementParts } from './entries.ts'

const random = numbers(7)
const drawn = (count: number): number => Math.floor(count ** random()) - 1
export const words = Array.from({ length: 40_000 }, (_, index) => wordOf(index))
const speakers = Array.from({ length: 20_000 }, (_, index) => `${wordOf(index * 7)} ${wordOf(index * 3)} ${index}`)

/** Document `number`; ask for them in order. */
export function invented(number: number): DocumentEntry {
  let text = ''
  const statements: StatementParts[] = []
  for (let order = 0; order < 15; order++) {
    const speaker = speakers[drawn(speakers.length)]!
    const content = `“${sentence(120)}”`
    text += `${sentence(80)}. ${content} said ${speaker}.\n\n`
    statements.push({ content, speaker, cue: 'said', form: order % 3 === 0 ? 'indirect' : 'direct' })
  }
  const day = new Date(Date.UTC(2018, 0, 1 + Math.floor(random() * 2400))).toISOString().slice(0, 10)
  return entryOf({
    text: text + sentence(4000 - text.length),
    statements,
    title: sentence(60),
    url: `https://example.org/${number}`,
    publisher: `Publisher ${drawn(60)}`,
    published: number % 50 === 0 ? null : day,
  })
}

function sentence(length: number): string {
  let text = ''
  while (text.length < length) text += `${text === '' ? '' : ' '}${words[drawn(words.length)]}`
  return text
}

/** A word of its own for each index: three letters for the 100 commonest, five to nine for the others. */
function wordOf(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / 26)) letters += 'etaoinshrdlucmfwypvbgkjqxz'[rest % 26]
  if (index < 100) return `${letters.slice(0, 2)}n`
  return letters.repeat(3).slice(0, 5 + (index % 5)) + (index % 17 === 0 ? 'é' : '')
}

/** The same numbers from 0 to 1 at every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
