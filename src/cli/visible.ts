/** Text of the web on a terminal: control characters and direction marks shown, never obeyed. */

/** C0, DEL and C1 controls become their pictures or `�`; bidirectional overrides become `�`. Same length in code units. */
export function visible(text: string): string {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const shown = pictureOf(text.charCodeAt(at))
    if (shown === null) continue
    out += text.slice(from, at) + shown
    from = at + 1
  }
  return from === 0 ? text : out + text.slice(from)
}

function pictureOf(unit: number): string | null {
  if (unit === 0x0a || unit === 0x09 || unit === 0x0d) return ' '
  if (unit < 0x20) return String.fromCharCode(0x2400 + unit)
  if (unit === 0x7f) return '␡'
  if (unit >= 0x80 && unit <= 0x9f) return '�'
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) return '�'
  return null
}

/** At most `width` characters, the last an ellipsis when something was cut; never half a surrogate pair. */
export function clipped(text: string, width: number): string {
  if (text.length <= width) return text
  if (width <= 1) return '…'
  const last = text.charCodeAt(width - 2)
  const end = last >= 0xd800 && last <= 0xdbff ? width - 2 : width - 1
  return `${text.slice(0, end)}…`
}

export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly accent: (text: string) => string
  /** Words that a later text no longer has, and words that it has alone. */
  readonly gone: (text: string) => string
  readonly come: (text: string) => string
}

const same = (text: string): string => text
const plain: Paint = { bold: same, dim: same, accent: same, gone: same, come: same }
const ansi = (code: number, reset: number) => (text: string) => `\u001b[${code}m${text}\u001b[${reset}m`
const colour: Paint = {
  bold: ansi(1, 22),
  dim: ansi(2, 22),
  accent: ansi(36, 39),
  gone: ansi(31, 39),
  come: ansi(32, 39),
}

/** Colour only on a terminal, and not when `NO_COLOR` is set (no-color.org). */
export const paintFor = (isTTY: boolean | undefined, env: Readonly<Record<string, string | undefined>>): Paint =>
  isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb' ? colour : plain
