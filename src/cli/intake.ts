/** The pages that a command was asked to read, as they come, and what became of all that was no page. */

import { type Intake, pageSource } from '../runtime/page-sources.ts'
import type { Terminal, Values } from './command.ts'
import { isForOnePage, networkOf } from './page-options.ts'
import type { Progress } from './progress.ts'
import { visible } from './visible.ts'

export interface TakenIn {
  readonly pages: AsyncIterable<Intake>
  /** One line on what was passed over; null where nothing was. */
  summary(): string | null
}

/** The pages of all files, asked for one at a time. */
export function intakeOf(
  { stdin }: Terminal,
  files: readonly string[],
  values: Values,
  { maxBytes, progress }: { readonly maxBytes: number; readonly progress: Pick<Progress, 'line' | 'many'> },
): TakenIn {
  const passedOver = new Map<string, number>()
  const pages = pageSource(files, {
    maxBytes,
    stdin,
    isOnePage: isForOnePage(values),
    network: networkOf(values),
    passedOver: (what) => passedOver.set(what, (passedOver.get(what) ?? 0) + 1),
    note: (line) => progress.line(`note: ${visible(line)}`),
    manyPages: () => progress.many(),
  })
  return {
    pages,
    summary() {
      if (passedOver.size === 0) return null
      const all = [...passedOver].sort(([a], [b]) => (a < b ? -1 : 1))
      const total = all.reduce((sum, [, count]) => sum + count, 0)
      return `passed over ${total}: ${all.map(([what, count]) => `${count} ${visible(what)}`).join(', ')}`
    },
  }
}
