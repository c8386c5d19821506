/** How much of one long task is done: written over on a terminal, a line now and then elsewhere. */
import type { Output } from './command.ts'

export interface Percent {
  tell(done: number, total: number): void
  /** Prints a line of its own on standard error, without tearing the figure. */
  line(text: string): void
  done(): void
}

const EVERY_MS = 200
const LINE_EVERY_MS = 10_000

/** @param what is done with it: "linked". */
export function percentOf(output: Output, what: string, clock: () => number = () => performance.now()): Percent {
  const isBar = output.isTTY === true
  let last = clock()
  const clear = () => isBar && output.write('\r\u001b[K')
  return {
    tell(done, total) {
      const now = clock()
      if (total === 0 || now - last < (isBar ? EVERY_MS : LINE_EVERY_MS)) return
      last = now
      clear()
      output.write(`${Math.floor((100 * done) / total)} % ${what}${isBar ? '' : '\n'}`)
    },
    line(text) {
      clear()
      output.write(`${text}\n`)
    },
    done: () => void clear(),
  }
}
