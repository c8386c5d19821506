/** A noun phrase that may refer to somebody, and the pronouns. */
import type { ReferenceForm } from '../doc.ts'
import type { NounKind } from './role-nouns.ts'

/** A range of token indexes, `from` inclusive, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface RoleOf {
  readonly role: Range
  readonly of: Range | null
}

export interface Phrase {
  from: number
  /** With its complements: "of Russia". */
  to: number
  /** Last token of the noun itself. */
  readonly head: number
  readonly form: ReferenceForm
  /** Index of the mention that is the name; -1 for none. */
  readonly mention: number
  /** The noun, lower case and singular; of a name empty. */
  readonly noun: string
  readonly kind: NounKind | null
  readonly number: 'one' | 'many' | null
  readonly gender: 'female' | 'male' | null
  readonly determiner: 'the' | 'a' | 'possessive' | 'this' | 'none' | 'quantifier'
  /** What stands with a name, or what a noun says of whom it means. */
  title: RoleOf | null
  /** Where more than one title stands with a name. */
  moreTitles: RoleOf[]
  /** Of a nominal: what it belongs to. */
  of: Range | null
  /** Phrase of the possessor: "his" in "his spokesman". */
  possessor: Phrase | null
  /** A name in brackets inside a title, or the short form behind a name: the same person or body. */
  alias: Phrase | null
  /** Part of another phrase: whose, of whom. */
  inside: boolean
}

export const PRONOUNS: Readonly<Record<string, 'he' | 'she' | 'they' | 'it' | 'I' | 'we' | 'who'>> = {
  ...spread('he', 'he him his himself'),
  ...spread('she', 'she her hers herself'),
  ...spread('they', 'they them their theirs themselves'),
  ...spread('it', 'it its itself'),
  ...spread('I', 'i me my mine myself'),
  ...spread('we', 'we us our ours ourselves'),
  ...spread('who', 'who whom whose'),
}
function spread<Name extends string>(name: Name, forms: string): Record<string, Name> {
  return Object.fromEntries(forms.split(' ').map((form) => [form, name]))
}
