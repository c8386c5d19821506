/** An act in a few words: "threat, if the United States approves", "commitment not to, by 2024-12-25". */
import type { Act } from './statement.ts'

/** Said of a negative act of that kind where its name does not say so itself. */
const NOT: Readonly<Record<string, string>> = {
  assertion: 'that not',
  prediction: 'that not',
  opinion: 'that not',
  commitment: 'not to',
  threat: 'not to',
  demand: 'not to',
  permission: 'withheld',
  support: 'withheld',
  criticism: 'withheld',
}

/** Null where no act was read. */
export function actWords({ type, polarity, condition, deadline }: Act): string | null {
  if (type === null) return null
  const not = polarity === 'negative' ? NOT[type] : undefined
  return [
    not === undefined ? type : `${type} ${not}`,
    ...(condition.text === '' ? [] : [condition.text.charAt(0).toLowerCase() + condition.text.slice(1)]),
    ...(deadline === null ? [] : [`by ${deadline}`]),
  ].join(', ')
}
