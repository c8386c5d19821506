/** Whose words a speech or a release is, as its title tells. */
import { type Span, trimmed } from '../span.ts'
import { LONGEST_ROLE, ofBehind, splitOf } from './described.ts'
import { OFFICE_NOUNS } from './label-words.ts'
import { fullest, isPartOfName, type Naming, nameBehind, type Person, type Place, placesOf, spanOf } from './person.ts'

/** Whose words a text of one voice are: "Statement from President Ana Pohl on …". Null where the title names none, or several. */
export function voiceOf(naming: Naming): Person | null {
  const { text, capitalised, title } = naming
  if (title === null || title.medium === null) return null
  const from = title.medium.span.end
  const opening =
    /^(?:\s+as\s+(?:prepared|delivered)(?:\s+for\s+delivery)?)?,?\s+(?:by|from|of)\s+(?:the\s+|Her\s+Excellency\s+|His\s+Excellency\s+)?/iu.exec(
      text.slice(from, Math.min(title.end, from + 80)),
    )
  if (opening === null) return null
  const start = from + opening[0].length
  let at = capitalised.words.findIndex((word) => word.start >= start)
  if (at === -1 || capitalised.words[at]!.start !== start) return null
  // Offices first, to the last one that a name follows.
  const limit = Math.min(title.end, start + LONGEST_ROLE + 60)
  let office = -1
  let edge = start
  for (; at < capitalised.words.length && capitalised.words[at]!.end <= limit; at++) {
    const word = capitalised.words[at]!
    const between = text.slice(edge, word.start)
    if (!/^(?:\s*|-|\.\s+|[’']s?\s|\s+(?:of|for|to|and)(?:\s+the)?\s+)$/.test(between)) break
    if (/\band\b/.test(between) && office !== -1 && nameBehind(naming, office) !== null) break
    if (OFFICE_NOUNS.has(word.word)) office = at
    edge = word.end
  }
  const first = capitalised.words.findIndex((word) => word.start >= start)
  const name = office === -1 ? nameFrom(naming, first) : nameAfter(naming, office, limit)
  if (name === null) {
    if (office === -1) return null
    return { name: { start, end: capitalised.words[office]!.end }, role: null, of: null }
  }
  if (isJoined(text, name, title)) return null
  const role = office === -1 ? null : trimmed(text, { start, end: name.start })
  const fuller =
    name.from < name.to ? name : (fullest(naming, placesOf(naming, [capitalised.words[name.to]!]), 1, role) ?? name)
  const split = role === null ? { role: null, of: null } : splitOf(text, withoutCourtesy(text, role))
  return { name: spanOf(fuller), role: split.role, of: ofBehind(text, name) ?? split.of }
}

/** "Homeland Security Advisor Dr.": the title of the name is none of the office. */
const withoutCourtesy = (text: string, { start, end }: Span): Span =>
  trimmed(text, {
    start,
    end: start + text.slice(start, end).replace(/\s(?:Dr|Mr|Mrs|Ms|Sir|Dame|Prof)\.?$/, '').length,
  })

/** A name that begins at a word and has at least two. */
function nameFrom(naming: Naming, first: number): Place | null {
  const name = nameBehind(naming, first - 1)
  return name !== null && name.to > name.from ? name : null
}

/** "Secretary of Education Miguel Cardona": the last two capitalised words, where the office goes on with "of". */
function nameAfter(naming: Naming, office: number, limit: number): Place | null {
  const direct = nameBehind(naming, office)
  if (direct !== null) return direct
  const { text, capitalised } = naming
  const { words } = capitalised
  let last = office
  let edge = words[office]!.end
  for (let at = office + 1; at < words.length && words[at]!.end <= limit; at++) {
    const between = text.slice(edge, words[at]!.start)
    if (!/^(?:\s+|\s+(?:of|for|to|and)(?:\s+the)?\s+)$/.test(between) || !isPartOfName(text, words[at]!)) break
    last = at
    edge = words[at]!.end
  }
  if (last - office < 3 || !words[last]!.joined) return null
  return { start: words[last - 1]!.start, end: words[last]!.end, from: last - 1, to: last, grown: true }
}

/** "… and President Macron": two voices. */
const isJoined = (text: string, name: Span, title: Span): boolean =>
  /^(?:\s+of(?:\s+the)?(?:\s+\p{Lu}[\p{L}’'-]*){1,3})?,?\s+(?:and|with|&)\s+(?:(?:the|his|her)\s+)?\p{Lu}/u.test(
    text.slice(name.end, Math.min(title.end, name.end + 80)),
  )
