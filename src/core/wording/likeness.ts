/** How near the uses of two words are, and how common a word is: what word vectors tell a comparison. */

/** Vectors of words, the most common word first. */
export interface WordVectors {
  /** Number of a folded form: its rank among words by use, from 0; -1 where it has no vector. */
  numberOf(form: string): number
  /** Cosine of the vectors of two words by their numbers, -1 to 1. */
  cosine(one: number, other: number): number
}
