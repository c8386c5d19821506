/** The keys under which a ledger finds its entities by name, whatever the spelling or script. */
import { fullKeys, nameForms, plainKey, surnameKeys } from './register/name-key.ts'
import type { EntityKind } from './register/register.ts'

/** All keys of a name: those of the whole, and for people those of the surname, which finds but never tells who is meant. */
export function ledgerKeys(name: string, kind: EntityKind): string[] {
  if (kind !== 'person') return wholeKeys(name, kind)
  return unique([...wholeKeys(name, kind), ...nameForms(name).flatMap(surnameKeys)])
}

/** Keys by which a name means an entity: none for a surname alone, initials or no. */
export function wholeKeys(name: string, kind: EntityKind): string[] {
  if (kind !== 'person') return plainKeys(name)
  const forms = nameForms(name).filter(({ words }) => words.length > 1)
  return unique(forms.flatMap(fullKeys))
}

/** Keys to look for a name that somebody types, of a person or anything else; surnames too where it is but one word. */
export function searchKeys(name: string): string[] {
  const forms = nameForms(name)
  const ofPeople = forms.flatMap((form) => (form.words.length > 1 ? fullKeys(form) : surnameKeys(form)))
  return unique([...ofPeople, ...plainKeys(name)])
}

/** Apart from the keys of people, which begin with another letter. */
function plainKeys(name: string): string[] {
  const key = plainKey(name)
  return key === '' ? [] : [`n${key}`]
}

const unique = (keys: readonly string[]): string[] => [...new Set(keys)]
