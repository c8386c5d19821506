/** Which blocks are running text that may report what somebody said, and which are code, logs or settings. */
import type { Block } from './doc.ts'

/** Blocks on each side that say what kind of page a block stands in. */
const NEIGHBOURS = 4
/** A block is looked at up to here: code shows early, and a page may be one long block. */
const LOOKED_AT = 1_000

/**
 * One flag a block, in order: false for furniture, for text in another language, and for what is written for machines: a
 * block that looks so, or that stands among blocks most of which do ("the server says hello" between two lines of C).
 */
export function proseBlocks(text: string, blocks: readonly Block[]): readonly boolean[] {
  let flags = known.get(blocks)
  if (flags === undefined) {
    flags = judged(text, blocks)
    known.set(blocks, flags)
  }
  return flags
}

/** Rules and network ask for the same blocks. */
const known = new WeakMap<readonly Block[], readonly boolean[]>()

function judged(text: string, blocks: readonly Block[]): boolean[] {
  const isCode = blocks.map((block) =>
    looksLikeCode(text.slice(block.start, Math.min(block.end, block.start + LOOKED_AT))),
  )
  const countTo = [0]
  for (const each of isCode) countTo.push(countTo.at(-1)! + (each ? 1 : 0))
  return blocks.map(({ kind, lang }, i) => {
    if (kind === 'boilerplate' || lang !== undefined || isCode[i]) return false
    const from = Math.max(0, i - NEIGHBOURS)
    const to = Math.min(blocks.length, i + NEIGHBOURS + 1)
    return 2 * (countTo[to]! - countTo[from]!) < to - from - 1 || to - from === 1
  })
}

/** Each is enough; none occurs in running text but by rare accident. All are linear: no repetition inside a repetition. */
const SIGNS: readonly RegExp[] = [
  // a line of a log, a comment, a prompt, a difference between files
  /^\S{0,4}\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  /^(?:\/\/|\/\*|#!|<!--|@@ |diff --|\$ [a-z])/,
  // settings: a key alone, `key = value`, `"key": value`
  /^[a-z][\w.-]*(?: ?= ?\S|:$)/,
  /^["'][\w-]+["'] ?: /,
  /^(?:- )?[a-z][\w-]*: (?:["'[{\d]|true\b|false\b|null\b)/,
  // operators, escapes, templates
  /=>|==|!=|&&|\|\||::|\$\{|\\n|\\"|\(\{|\}\)/,
  // a line of markup; the tags of a post that is quoted are none
  /^<\/?(?:a|body|div|head|html|img|li|link|meta|nav|ol|option|p|script|span|style|svg|table|td|tr|ul)\b/,
  // calls: `name()`, `object.method(`; a line that begins with a name_in_snake_case
  /\w\(\)|\w\.\w+\(/,
  /^[a-z]+_[a-z]\w*(?:\W|$)/,
  // how statements of a program end
  /[)\]}"'];$|[{([]$|^[}\])]+[;,]?$/,
  /^(?:import|from) [\w.]+(?: import .*)?$/,
  /^(?:def|class|return|if|for|while|with|elif|else|except|try|const|let|var|function|export|fn|func)\b.*:$/,
]

function looksLikeCode(text: string): boolean {
  const line = text.trim()
  return SIGNS.some((sign) => sign.test(line))
}
