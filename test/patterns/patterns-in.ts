/** Finds every regular expression written in a source file, and every place where one is put together from strings. */

export interface WrittenPattern {
  readonly source: string
  readonly flags: string
  readonly line: number
}

export interface Written {
  readonly patterns: readonly WrittenPattern[]
  /** Lines of `new RegExp(…)` and `RegExp(…)`: what they make is known only when the code runs. */
  readonly built: readonly number[]
}

/** Words after which a slash begins a pattern; after any other word it divides. */
const BEFORE_PATTERN = new Set(
  'return typeof case in of do else void delete throw new instanceof yield await default extends'.split(' '),
)

/** Good enough for code that Biome has formatted: comments, strings and templates are passed over. */
export function patternsIn(code: string): Written {
  const patterns: WrittenPattern[] = []
  const built: number[] = []
  /** For each open template literal, how many braces are open within its expression. */
  const templates: number[] = []
  /** The last word or character that counts. */
  let last = ''
  let line = 1
  let at = 0
  const step = (to: number): void => {
    for (; at < to; at++) if (code[at] === '\n') line++
  }
  /** Moves behind the text part of a template; true where an expression begins. */
  const passTemplate = (): void => {
    while (at < code.length) {
      if (code[at] === '\\') step(at + 2)
      else if (code[at] === '`') {
        step(at + 1)
        return
      } else if (code[at] === '$' && code[at + 1] === '{') {
        templates.push(0)
        last = '{'
        step(at + 2)
        return
      } else step(at + 1)
    }
  }
  while (at < code.length) {
    const here = code[at]!
    if (/\s/.test(here)) step(at + 1)
    else if (code.startsWith('//', at)) step(endOr(code, code.indexOf('\n', at)))
    else if (code.startsWith('/*', at)) step(endOr(code, code.indexOf('*/', at), 2))
    else if (here === "'" || here === '"') {
      let end = at + 1
      while (end < code.length && code[end] !== here) end += code[end] === '\\' ? 2 : 1
      step(end + 1)
      last = 'x'
    } else if (here === '`') {
      step(at + 1)
      last = 'x'
      passTemplate()
    } else if (here === '/' && (last === '' || BEFORE_PATTERN.has(last) || /^[^\w$)\]]$/.test(last))) {
      let end = at + 1
      for (let inClass = false; end < code.length && (inClass || code[end] !== '/'); end++) {
        if (code[end] === '\\') end++
        else if (code[end] === '[') inClass = true
        else if (code[end] === ']') inClass = false
      }
      const flags = /^[a-z]*/.exec(code.slice(end + 1, end + 12))![0]
      patterns.push({ source: code.slice(at + 1, end), flags, line })
      step(end + 1 + flags.length)
      last = 'x'
    } else if (/[\w$]/.test(here)) {
      let end = at
      while (end < code.length && /[\w$]/.test(code[end]!)) end++
      const word = code.slice(at, end)
      if (word === 'RegExp' && code[end] === '(') built.push(line)
      last = last === '.' ? 'x' : word
      step(end)
    } else {
      if (templates.length > 0) {
        if (here === '{') templates[templates.length - 1]!++
        if (here === '}' && templates.at(-1) === 0) {
          templates.pop()
          step(at + 1)
          last = 'x'
          passTemplate()
          continue
        }
        if (here === '}') templates[templates.length - 1]!--
      }
      // `x!` is still a value.
      if (here !== '!' || !/[\w$)\]]/.test(code[at - 1] ?? '')) last = here
      step(at + 1)
    }
  }
  return { patterns, built }
}

const endOr = (code: string, found: number, more = 0): number => (found < 0 ? code.length : found + more)
