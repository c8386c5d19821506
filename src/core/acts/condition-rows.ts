/** The conjunctions that open a condition, each with an example and a look-alike. */

export interface ConditionRow {
  readonly name: string
  readonly pattern: string
  /** Needs a clause with a subject and a verb, so that no time and no noun alone will do. */
  readonly clause: boolean
  readonly example: string
  readonly not: string
}

/** `|` is where the condition of the example begins. */
export const CONDITION_ROWS: readonly ConditionRow[] = [
  {
    name: 'only if',
    pattern: 'only if|after|once|when',
    clause: true,
    example: 'We will pay |only if they sign',
    not: 'Only three of them paid',
  },
  {
    name: 'if',
    pattern: 'if',
    clause: false,
    example: 'We will pay |if they sign',
    not: 'Nobody knows if they signed',
  },
  {
    name: 'unless',
    pattern: 'unless',
    clause: false,
    example: 'We will leave |unless they sign',
    not: 'It was less than we hoped',
  },
  {
    name: 'until',
    pattern: 'until|till',
    clause: true,
    example: 'Nobody will leave |until they sign',
    not: 'The shop is closed until Friday',
  },
  {
    name: 'as long as',
    pattern: 'as|so long as',
    clause: true,
    example: 'We will stay |as long as they pay',
    not: 'We will stay for as long as it takes',
  },
  {
    name: 'as soon as',
    pattern: 'as soon as',
    clause: true,
    example: 'We will pay |as soon as they sign',
    not: 'We will pay as soon as possible',
  },
  {
    name: 'once',
    pattern: 'once',
    clause: true,
    example: 'We will pay |once the deal is signed',
    not: 'We paid once a week',
  },
  {
    name: 'provided',
    pattern: 'provided|providing that? the|a|an|no|they|it|he|she|we|you|that|all|both|our|their|his|her|its',
    clause: false,
    example: 'We will pay |provided that they sign',
    not: 'We paid for what they provided',
  },
  {
    name: 'on condition',
    pattern: 'on the? condition that|of',
    clause: false,
    example: 'We will pay |on condition that they sign',
    not: 'Her condition is stable',
  },
  {
    name: 'in exchange',
    pattern: 'in exchange|return for',
    clause: false,
    example: 'We will pay |in exchange for the papers',
    not: 'They met at the exchange',
  },
]
