/** Names of what speaks for and against a reference meaning a thing, in the order of their numbers: the rows of the table of weights. */

export const CLASSES = ['he', 'they', 'it', 'noun'] as const
export type AnaphorClass = (typeof CLASSES)[number]

/** Place, role and form of the last reference together. */
const CROSSED = ['s0', 's1', 's2+'].flatMap((place) =>
  ['subject', 'object'].flatMap((role) => ['name', 'nominal', 'pronoun'].map((form) => `${place}, ${role}, ${form}`)),
)

export const FEATURES: readonly string[] = [
  ...['s0', 's1', 's2', 's3', 's5', 's9', 's20'],
  ...['rank 0', 'rank 1', 'rank 2', 'rank 3'],
  ...['same block', 'block before', 'far block'],
  ...['name', 'nominal', 'pronoun', 'same pronoun'],
  ...['once', 'twice', 'some', 'often', 'most'],
  ...['named', 'not named', 'in headline', 'most frequent', 'only one near'],
  ...['person', 'organisation', 'place', 'publication', 'group', 'thing', 'other kind'],
  ...['one', 'many', 'any number'],
  ...['subject here', 'subject before', 'subject further', 'both subjects', 'inside another'],
  ...['first of sentence before', 'first of this sentence'],
  ...['speaker before, also speaks', 'speaker before', 'source', 'source, also speaks'],
  ...['gender known', 'gender open', 'gender weak', 'gender against'],
  ...['both quoted', 'same quotation', 'quoted here', 'quoted there', 'nothing quoted'],
  ...['quoted speaker', 'reported speaker', 'would speak of itself'],
  ...['clause mate', 'possessive in clause'],
  ...CROSSED,
  ...['same noun', 'same role', 'other role', 'no role', 'noun in name'],
  ...['modifier shared', 'modifier differs'],
  ...['owner shared', 'owner differs', 'owner on one side', 'owned by itself'],
  ...['same kind', 'different kind'],
  ...['the', 'this', 'possessive', 'bare'],
  ...['same noun, nothing differs', 'same role, nothing differs', 'same noun, differs', 'no role, definite'],
  ...['same words', 'same noun, same owner'],
  ...[
    'country for a country',
    'country for another',
    'town for a place',
    'town for a country',
    'any body',
    'any outlet',
  ],
  ...['only one of the kind near'],
  ...['only one of the noun', 'only one of the role'],
  ...['nobody', 'nobody: source', 'nobody: none near', 'nobody: quoted', 'nobody: plural', 'nobody: owner'],
  ...['nobody: modifier', 'nobody: headline', 'nobody: the', 'nobody: this', 'nobody: possessive', 'nobody: bare'],
  ...['nobody: person', 'nobody: organisation', 'nobody: publication', 'nobody: place', 'nobody: thing'],
]

const numbers = new Map(FEATURES.map((name, index) => [name, index]))

/** The number of a feature. */
export function numberOf(name: string): number {
  const number = numbers.get(name)
  if (number === undefined) throw new RangeError(`no feature "${name}"`)
  return number
}
