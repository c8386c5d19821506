/** What each feature of a link between a reference and a thing is worth; written by train/chains/fit-weights.ts, not by hand. */
import type { ChainWeights } from './scorer.ts'

const pronoun = {
  s0: 2,
  s1: 1.5,
  s2: 0,
  s3: -1,
  s5: -2,
  s9: -4,
  s20: -6,
  'rank 0': 1,
  'rank 1': 0,
  'rank 2': -0.5,
  'rank 3': -1,
  'subject here': 1,
  'subject before': 1,
  named: 0.5,
  'speaker before, also speaks': 1.5,
  'clause mate': -2,
  'quoted speaker': -4,
  'same pronoun': 1,
  nobody: 0,
}
const noun = {
  'same noun, nothing differs': 3,
  'same role, nothing differs': 1,
  'no role, definite': -2,
  'different kind': -3,
  'owner differs': -3,
  'noun in name': 2,
  'modifier shared': 1,
  'rank 0': 0.5,
  nobody: 2,
}
export const CHAIN_WEIGHTS: ChainWeights = { he: pronoun, they: pronoun, it: pronoun, noun }
