/** Reads the words of a UD treebank (CoNLL-U, gzipped), sentence by sentence. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Upos } from '../src/core/doc.ts'
import type { Capitals } from '../src/core/lemmatizer.ts'
import { capitalsIn } from '../src/core/word-tagger.ts'

export interface UdWord {
  readonly form: string
  readonly upos: Upos
  readonly lemma: string
  /** What capitals tell here, as the tagger sees it. */
  readonly capitals: Capitals
  /** Misspelt; the lemma is that of what was meant. */
  readonly isTypo: boolean
  /** One of the pieces of a word torn apart by a space. */
  readonly isTorn: boolean
}

/** Syntactic words; multiword tokens and empty nodes are left out. */
export function readTreebank(file: string): UdWord[][] {
  const sentences: UdWord[][] = []
  let rows: string[][] = []
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const fields = line.split('\t')
    if (fields.length === 10 && /^\d+$/.test(fields[0]!) && fields[3] !== '_') rows.push(fields)
    if (line !== '' || rows.length === 0) continue
    sentences.push(wordsOf(rows))
    rows = []
  }
  return sentences
}

function wordsOf(rows: readonly string[][]): UdWord[] {
  const capitals = capitalsIn(rows.map((row) => row[1]!))
  const torn = new Set(rows.filter((row) => row[7] === 'goeswith').flatMap((row) => [row[0]!, row[6]!]))
  return rows.map((row, i) => ({
    form: row[1]!,
    lemma: row[2]!,
    upos: row[3] as Upos,
    capitals: capitals[i]!,
    isTypo: row[5]!.includes('Typo=Yes'),
    isTorn: torn.has(row[0]!),
  }))
}
