/** Folding: the one view of a text in which case, diacritics and typographic variants no longer count. */

/** Marks that are diacritics. Vowel signs of Indic and Thai script are letters of the word, and dakuten make another kana. */
const diacritics =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Syriac}]]--[\u3099\u309A]]/gv

/** Characters that are inside words without being part of them: soft hyphen, joiners, direction marks, tatweel. */
const invisible = /[\u00AD\u200C-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u0640]/g

/** Letters that Unicode does not decompose and that people type without their stroke or dot. */
const variants = new Map([
  ['ß', 'ss'],
  ['ς', 'σ'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])
const variant = /[ßςłøđħıæœ]/g

/** ASCII folds by `toLowerCase` alone; only the stretches in between take the long way. */
const beyondAscii = /[^\x00-\x7f]+/g

/** Dashes, curly quotation marks, ellipses: most of what is beyond ASCII in an English text, and part of no word. */
const onlyPunctuation = /^[\u2010-\u2027\u2030-\u205e]+$/

/** Characters of scripts written without spaces between words. Each is a word of its own to the search. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu

/** `text` in lower case, without diacritics. Offsets do not survive: use it to compare, never to slice. */
export const fold = (text: string): string => text.replace(beyondAscii, foldStretch).toLowerCase()

function foldStretch(stretch: string): string {
  if (onlyPunctuation.test(stretch)) return stretch
  return stretch
    .normalize('NFKD')
    .replace(diacritics, '')
    .replace(invisible, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(variant, (letter) => variants.get(letter)!)
}

/** A name as the speaker filter compares it: folded, with line breaks and runs of white space as one space. */
export const foldName = (name: string): string => fold(name).replace(/\s+/g, ' ').trim()

/** A name as the publisher filter compares it: only case does not count. */
export const caseless = (name: string): string => name.normalize('NFC').toLowerCase().trim()

/**
 * `text` as the full-text index sees it: folded, and with a space around every character of a script that writes none,
 * so that any run of such characters can be found as a phrase.
 */
export const searchable = (text: string): string =>
  text
    .replace(beyondAscii, (stretch) =>
      onlyPunctuation.test(stretch) ? stretch : foldStretch(stretch).replace(unspaced, ' $& '),
    )
    .toLowerCase()
