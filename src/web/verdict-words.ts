/** How verdicts on quotations are worded: what was found, and what that does and does not mean. */
import type { Verdict, Verification } from '../app/verify-quote.ts'

export const verdictHeadings: Readonly<Record<Verdict, string>> = {
  verbatim: 'On record, word for word',
  altered: 'On record, but in other words',
  'other-speaker': 'On record, but not from this speaker',
  'other-document': 'On record, but not there',
  'not-found': 'Not found in this ledger',
}

/** For a list of quotations, where a heading would be too long. */
export const shortVerdicts: Readonly<Record<Verdict, string>> = {
  verbatim: 'word for word',
  altered: 'in other words',
  'other-speaker': 'of another speaker',
  'other-document': 'elsewhere',
  'not-found': 'not found',
}

/** Shapes that tell verdicts apart without colour. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  verbatim: '=',
  altered: '≈',
  'other-speaker': '≠',
  'other-document': '→',
  'not-found': '?',
}

/** One or two sentences on what a verdict means. @param speaker who was named; null for nobody. */
export function verdictMeaning({ verdict, matches }: Verification, speaker: string | null): string {
  const said = matches[0]?.speaker ?? null
  const isExact = matches[0]?.similarity === 1
  switch (verdict) {
    case 'verbatim':
      return said === null
        ? 'Every word stands in the record in this order, on a page that gives it to nobody.'
        : 'Every word stands in the record in this order. Case, punctuation and quotation marks do not count.'
    case 'altered':
      return 'The record has a passage that is near to it, and not the same. The differences are marked below.'
    case 'other-speaker':
      return `The record has ${isExact ? 'these words' : 'nearly these words'}, ${said === null ? 'but on a page that gives them to nobody' : 'but from somebody else'}. Nothing in it shows that they are ${speaker === null ? 'of whom you named' : `of “${speaker}”`}.`
    case 'other-document':
      return `The record has ${isExact ? 'these words' : 'nearly these words'}, but not in the place that was named.`
    case 'not-found':
      return 'Nothing near it stands in the pages that were read. That does not show that it was never said: the ledger holds only what was added to it.'
  }
}

const touched: Readonly<Record<string, string>> = {
  negation: 'a negation',
  number: 'a number',
  name: 'a name',
  modality: 'how certain or binding it is',
}

/** "The change touches a negation and a number."; null where it touches nothing that is known to matter. */
export function alterationWords(meanings: readonly string[]): string | null {
  const parts = meanings.map((meaning) => touched[meaning] ?? meaning)
  if (parts.length === 0) return null
  const list = parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  return `The change touches ${list}: it may change the meaning.`
}
