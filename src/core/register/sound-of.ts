/** How a word of a name sounds, whatever its script and spelling: Zelensky, Zelenskiy, Zelenskyj and Зеленський are one. */
import { spellings } from './transliterate.ts'

/**
 * The sounds of one word, most often one; two where letters with marks are also spelled out (ü, ue). Words that are neither
 * Latin nor Cyrillic are their own sound. Linear in the length of the word.
 */
export function soundOf(word: string, south = false): readonly string[] {
  const [plain, full] = spellings(word, south)
  const first = sound(plain!)
  if (full === undefined) return [first]
  const second = sound(full)
  return first === second ? [first] : [first, second]
}

const isVowel = (letter: string): boolean =>
  letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'

/** Capitals in a sound are single sounds: `S` sh, `C` ch, `Z` zh. */
function sound(word: string): string {
  let out = ''
  /** Where the part after the last hyphen begins: Chien-nien is not Chien-ien. */
  let part = 0
  const put = (sounds: string): void => {
    // Doubled letters are one, and "ie" is "e": Medvediev, Nikolayeva.
    if (out.length > part && out.endsWith(sounds)) return
    if (sounds === 'e' && out.length > part && out.endsWith('i')) out = out.slice(0, -1)
    if (out.length === part || !out.endsWith(sounds)) out += sounds
  }
  for (let at = 0; at < word.length; ) {
    const letter = word[at]!
    const next = word[at + 1] ?? ''
    let taken = 1
    switch (letter) {
      case 's':
        if (word.startsWith('sch', at)) taken = 3
        else if (next === 'h') taken = 2
        put(taken > 1 ? 'S' : 's')
        break
      case 't':
        if (word.startsWith('tsch', at)) taken = 4
        else if (word.startsWith('tch', at)) taken = 3
        else if (next === 'h' || next === 's' || next === 'z') taken = 2
        put(taken > 2 ? 'C' : taken === 2 && next !== 'h' ? 'c' : 't')
        break
      case 'c':
        if (next === 'h' || next === 'z' || next === 'k') taken = 2
        put(taken === 2 ? (next === 'k' ? 'k' : 'C') : next === 'e' || next === 'i' || next === 'y' ? 's' : 'k')
        break
      case 'z':
        if (next === 'h') taken = 2
        put(taken === 2 ? 'Z' : 'z')
        break
      case 'p':
        if (next === 'h') taken = 2
        put(taken === 2 ? 'f' : 'p')
        break
      case 'g':
        if (next === 'h') taken = 2
        put('g')
        break
      case 'k':
      case 'h': {
        if (letter === 'k' && next === 'h') taken = 2
        if (letter === 'k' && taken === 1) put('k')
        // Silent before a consonant and at the end: Akhmetov and Ahmetov, Abdullah and Abdulla.
        else if (!isVowel(out.at(-1) ?? '') || isVowel(word[at + taken] ?? '') || word[at + taken] === 'y') put('h')
        break
      }
      case 'q':
        put('k')
        break
      case 'w':
        put('v')
        break
      case 'x':
        put('k')
        put('s')
        break
      case 'y':
      case 'j':
      case 'i':
        put('i')
        break
      case 'o':
        if (next === 'u' || next === 'o') taken = 2
        put(taken === 2 ? 'u' : 'o')
        break
      case '-':
        part = out.length
        break
      default:
        // Apostrophes, dots and hyphens sound like nothing.
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter > '\x7f') put(letter)
    }
    at += taken
  }
  if (out.endsWith('iov')) return `${out.slice(0, -3)}ev`
  return out.endsWith('enka') ? `${out.slice(0, -1)}o` : out
}
