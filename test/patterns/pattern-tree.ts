/** Takes a regular expression apart: enough of its grammar to know what repeats, and what it repeats. */

export type Node =
  | { readonly kind: 'characters'; readonly source: string }
  | { readonly kind: 'nothing'; readonly source: string }
  | { readonly kind: 'back'; readonly source: string }
  | { readonly kind: 'look'; readonly of: Node; readonly source: string }
  | { readonly kind: 'row'; readonly of: readonly Node[] }
  | { readonly kind: 'choice'; readonly of: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number }

/** The tree of `source`; what is no pattern is for `new RegExp` to refuse. */
export function treeOf(source: string, flags: string): Node {
  let at = 0

  function choice(): Node {
    const of = [row()]
    while (source[at] === '|') {
      at++
      of.push(row())
    }
    return of.length === 1 ? of[0]! : { kind: 'choice', of }
  }

  function row(): Node {
    const of: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') of.push(repeated(one()))
    return { kind: 'row', of }
  }

  function repeated(of: Node): Node {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at, at + 24))
    if (found === null) return of
    at += found[0].length
    const [all, least, comma, most] = found
    const sign = all[0]!
    if (sign === '{') {
      const from = Number(least)
      return { kind: 'repeat', of, least: from, most: comma === '' ? from : most === '' ? Infinity : Number(most) }
    }
    return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
  }

  function one(): Node {
    const start = at
    const taken = () => source.slice(start, at)
    if (source[at] === '(') {
      const opening = /^\((?:\?(?::|=|!|<=|<!|<[^=!>][^>]*>|[a-z]*-?[a-z]*:))?/.exec(source.slice(at, at + 60))![0]
      at += opening.length
      const of = choice()
      at++
      return /^\(\?<?[=!]$/.test(opening) ? { kind: 'look', of, source: taken() } : of
    }
    if (source[at] === '^' || source[at] === '$') {
      at++
      return { kind: 'nothing', source: taken() }
    }
    if (source[at] === '[') {
      at++
      for (let depth = 1; depth > 0 && at < source.length; at++) {
        if (source[at] === '\\') at++
        else if (source[at] === '[' && flags.includes('v')) depth++
        else if (source[at] === ']') depth--
      }
      return { kind: 'characters', source: taken() }
    }
    if (source[at] === '\\') {
      const written = /^\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]+\}|k<[^>]+>|\d+|.)/is.exec(
        source.slice(at, at + 60),
      )![0]
      at += written.length
      if (/^\\[bB]$/.test(written)) return { kind: 'nothing', source: written }
      if (/^\\(?:k<|[1-9])/.test(written)) return { kind: 'back', source: written }
      return { kind: 'characters', source: written }
    }
    at += source.codePointAt(at)! > 0xffff ? 2 : 1
    return { kind: 'characters', source: taken() }
  }

  return choice()
}

/** Characters that tell classes apart; what a class matches is tried out, not read. */
const TRIED = [
  ...'a1Z .,\'"-–—:;!?()[]<>/=&_@#\n\r\té東\u00a0\u2028“”’\0bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY0',
]

/** Up to `most` characters that a class, an written or a plain character matches. */
export function charactersOf(source: string, flags: string, most: number): string[] {
  const pattern = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''))
  const found = TRIED.filter((each) => pattern.test(each))
  if (found.length === 0) {
    for (let code = 0x80; code < 0x3100 && found.length === 0; code++) {
      if (pattern.test(String.fromCharCode(code))) found.push(String.fromCharCode(code))
    }
    if (found.length === 0)
      for (let code = 0x1f300; code < 0x1f700 && found.length === 0; code++) {
        if (pattern.test(String.fromCodePoint(code))) found.push(String.fromCodePoint(code))
      }
  }
  return found.slice(0, most)
}
