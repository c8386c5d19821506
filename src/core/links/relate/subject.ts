/** Of whom a content speaks where it does not say so: "that he had paid", "to deliver", "having met". */
import { stemOf } from '../../wording/stem.ts'
import type { LinkableView } from '../linkable-view.ts'
import { sameSide } from './side.ts'

const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'it',
  'they',
  'i',
  'we',
  'his',
  'her',
  'its',
  'their',
  'my',
  'our',
])

/** Is the subject of the content the speaker, by a pronoun at its start, an infinitive or a participle? */
export function speaksOfSelf({ words }: LinkableView): boolean {
  const first = words[0]?.form === 'that' ? words[1] : words[0]
  if (first === undefined) return false
  if (first.form === 'to' || first.form === 'having') return true
  if (first.kind === 'function') return PRONOUNS.has(first.form)
  return first.kind === 'word' && !first.capital && first.form.length > 5 && first.form.endsWith('ing')
}

/** Does it name the speaker of the other, or the side for whom they speak? */
export function names(view: LinkableView, other: LinkableView): boolean {
  const { voice } = other
  if (voice === null) return false
  if (voice.side !== null && view.units.some(({ concept }) => concept === voice.side)) return true
  const parts = nameParts(voice.name)
  return view.words.some(
    ({ form, stem, kind }) => (kind === 'name' || kind === 'word') && (parts.has(form) || parts.has(stem)),
  )
}

const SMALL: ReadonlySet<string> = new Set(['the', 'and', 'for', 'of'])

/** The words of a name, as written and by their stems. */
export function nameParts(name: string): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const part of name.toLowerCase().split(/[\s'’-]/))
    if (part.length > 2 && !SMALL.has(part)) parts.add(stemOf(part)).add(part)
  return parts
}

/** Is it plain that they speak of different subjects: each of himself, or one of himself and the other not of him? */
export function subjectsDiffer(a: LinkableView, b: LinkableView): boolean {
  const [selfA, selfB] = [speaksOfSelf(a), speaksOfSelf(b)]
  if ((!selfA && !selfB) || sameSide(a.voice, b.voice)) return false
  if (selfA && selfB) return true
  return (selfA && !names(b, a)) || (selfB && !names(a, b))
}
