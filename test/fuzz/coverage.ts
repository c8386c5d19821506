/** Which ways through functions of the sources were taken since it was last asked: what tells a fuzzer that an input reached something new. */
import { Session } from 'node:inspector'

export interface Coverage {
  /** Ways through functions since the last call, each by its place. */
  take(): Set<string>
  stop(): void
}

interface Taken {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly ranges: readonly { startOffset: number; endOffset: number; count: number }[]
    }[]
  }[]
}

/** @param within part of the address of the files that count. */
export function startCoverage(within = '/src/'): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    take() {
      const blocks = new Set<string>()
      session.post('Profiler.takePreciseCoverage', (error: Error | null, taken: Taken) => {
        if (error !== null) throw error
        for (const { url, functions } of taken.result) {
          const at = url.lastIndexOf(within)
          if (at < 0 || url.includes('node_modules')) continue
          const file = url.slice(at)
          for (const { ranges } of functions) {
            if (ranges[0]!.count === 0) continue
            // Blocks that ran as often as what is around them are not told of, those that never ran are: the way through a
            // function is known by what it left out.
            const left = ranges.filter(({ count }) => count === 0)
            const way = left.map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`)
            // How often counts, roughly: a loop that runs 100 times is not one that runs once.
            const often = Math.min(4, Math.floor(Math.log10(ranges[0]!.count)))
            blocks.add(`${file}:${ranges[0]!.startOffset} ${way.join(' ')}`)
            blocks.add(`${file}:${ranges[0]!.startOffset} x${often}`)
          }
        }
      })
      return blocks
    },
    stop() {
      session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}
