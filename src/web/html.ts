/** A tagged template for HTML in which every value is escaped unless it is HTML made by the same template. */

/** HTML that came out of `html`; nothing else makes one, so no text of a page can pass for it. */
export class Html {
  readonly #source: string

  private constructor(source: string) {
    this.#source = source
  }

  toString(): string {
    return this.#source
  }

  /** The template's own way in; use `html`. */
  static fromTemplate(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    let source = strings[0]!
    for (let i = 0; i < values.length; i++) source += render(values[i]) + strings[i + 1]!
    return new Html(source)
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

/** `html\`<p title="${title}">${text}</p>\``: attributes must be quoted; lists are joined; null and false leave nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  Html.fromTemplate(strings, values)

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (value instanceof Html) return value.toString()
  let source = ''
  for (const item of value) source += render(item)
  return source
}

/**
 * `text` for an element's content or a quoted attribute. A carriage return is written as a reference because parsers turn
 * a bare one into a line feed, and NUL as U+FFFD because they would drop it: the text would no longer be the document's.
 */
const escaped = (text: string): string => text.replace(/[&<>"'\r\0]/g, (character) => references[character]!)

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\ufffd',
}
