/** Made-up words as unevenly common as those of news, for the benches that search. */

const VOCABULARY = 20_000

/** A rank from 0 to below `count`, by Zipf's law: the second commonest half as often as the first. */
export function zipf(seed: number, count = VOCABULARY): number {
  const noise = Math.abs(Math.sin(seed) * 43_758.5453) % 1
  return Math.min(count - 1, Math.floor(count ** noise))
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')

/** One word for each rank: three or four syllables. */
export const wordOf = (rank: number): string =>
  [rank % 20, Math.floor(rank / 20) % 20, Math.floor(rank / 400) % 20, Math.floor(rank / 8000) + (rank % 7)]
    .map((syllable) => SYLLABLES[syllable]!)
    .join('')
