/** Progress of long work: a bar with documents per second on a terminal, plain lines elsewhere. */
import type { Output } from './command.ts'

export interface Progress {
  /** One more document is through. */
  step(): void
  /** Nobody knows any more how many there will be. */
  many(): void
  /** Prints a line without tearing the bar. */
  line(text: string): void
  done(): void
}

const EVERY_MS = 100
const LINE_EVERY_MS = 10_000

/** @param clock milliseconds, for the rate. */
export function progressOf(total: number, output: Output, clock: () => number = () => performance.now()): Progress {
  const started = clock()
  let isBar = output.isTTY === true && total > 1
  let isCounted = true
  let count = 0
  let last = started
  const clear = () => isBar && output.write('\r\u001b[K')
  const draw = () =>
    output.write(`\r\u001b[K${isCounted ? `${bar(count, total, output.columns ?? 80)} ` : ''}${status()}`)
  const status = () => {
    const seconds = Math.max(0.001, (clock() - started) / 1000)
    return `${count}${isCounted ? `/${total}` : ''} documents, ${rate(count / seconds)}/s`
  }
  return {
    step() {
      count++
      const now = clock()
      if (isBar && (now - last > EVERY_MS || count === total)) {
        last = now
        draw()
      } else if (!isBar && now - last > LINE_EVERY_MS) {
        last = now
        output.write(`${status()}\n`)
      }
    },
    many() {
      isCounted = false
      isBar = output.isTTY === true
    },
    line(text) {
      clear()
      output.write(`${text}\n`)
    },
    done() {
      clear()
    },
  }
}

const rate = (perSecond: number): string => (perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0))

function bar(count: number, total: number, columns: number): string {
  const width = Math.max(10, Math.min(40, columns - 40))
  const filled = Math.round((count / total) * width)
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
}
