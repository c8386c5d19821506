/** Page furniture: the lines a site puts around an article, as rows with an example that matches and one that does not. */
import { furnitureRows } from './furniture-rows.ts'

/** What a furniture line does to the lines after it. */
export type FurnitureScope = 'line' | 'list'

export interface FurnitureRow {
  /** Kind of furniture, for messages and tests. */
  readonly name: string
  /** `line`: only this line. `list`: a heading; the short lines after it belong to it. */
  readonly scope: FurnitureScope
  /** Anchored at the beginning and free of adjacent unbounded quantifiers: lines come from strangers. */
  readonly pattern: RegExp
  readonly example: string
  /** A line of an article that must not match. */
  readonly not: string
}

/** Nothing longer is furniture, but for disclaimers and cookie notes, which rarely exceed it. */
const longestFurniture = 400

/** The row that says `line` (trimmed) is furniture; null for what may be the article's own. */
export function furnitureOf(line: string): FurnitureRow | null {
  if (line.length === 0 || line.length > longestFurniture) return null
  const plain = line.replace(/^[\s›»>•·|*►▶→✉★☆–—-]{1,8}/u, '')
  for (const row of furnitureRows) {
    if (row.pattern.test(plain)) return row
  }
  return null
}

/** A line that reads as prose: it ends the list a heading began. Headlines may ask and exclaim, but have no full stop. */
export function isProse(line: string): boolean {
  if (!/\p{L}\p{L}/u.test(line)) return false
  if (line.length >= 50 && /[^.](?:\.|[.!?]["”’»]|。)\)?$/u.test(line)) return true
  return line.length >= 120 && /[.!?…！？;:"'”’»)\]]$/u.test(line)
}

/** The address or name a line says the text was copied from ("Original: toutiao.com/article/1/"); null otherwise. */
export function originalNamedIn(line: string): string | null {
  if (line.length > 300) return null
  const match =
    /^(?:original(?:ly published (?:at|by|in|on))?|original (?:article|source|post|text)|originalartikel|quelle|source|sources?|fuente|fonte|bron|źródło|источник|джерело|kaynak|来源|來源|出典|原文(?:链接|鏈接|連結)?)\s{0,3}[:：]\s{0,3}(\S[^\n]{1,200})$/iu.exec(
      line,
    )
  if (match === null) return null
  const named = match[1]!.trim().replace(/[.,;]$/, '')
  return /[.!?]\s/.test(named) || named.split(/\s/).length > 8 ? null : named
}
