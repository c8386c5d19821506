/** Conditions that must all hold, every value bound to a place of its own. */

export class Where {
  readonly parts: string[] = []
  readonly values: unknown[] = []

  /** The place of a value: `$3`. */
  readonly bind = (value: unknown): string => `$${this.values.push(value)}`

  add(condition: string): this {
    this.parts.push(condition)
    return this
  }

  get sql(): string {
    return this.parts.length === 0 ? 'TRUE' : this.parts.map((part) => `(${part})`).join(' AND ')
  }

  /** Another one with the same beginning. */
  copy(): Where {
    const copy = new Where()
    copy.parts.push(...this.parts)
    copy.values.push(...this.values)
    return copy
  }
}
