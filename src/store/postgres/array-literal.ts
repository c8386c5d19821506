/** Arrays inside of arrays of parameters: PostgreSQL has no ragged ones, so that each row's goes as the text of one. */

export const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
