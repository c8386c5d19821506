/** Runs an LSTM layer in one direction over paragraphs side by side. */
import type { Kernel } from './kernel/kernel.ts'
import { MOST_LANES, type Stretch, stepsOf } from './lanes.ts'
import type { Placed } from './weights.ts'

/** Where the hidden values of all layers and directions stand: one row a token, int16, `width` bytes. */
export interface Hidden {
  readonly address: number
  readonly rowBytes: number
}

export interface Direction {
  readonly units: number
  readonly recurrent: Placed
  readonly backwards: boolean
  /** Where in a row of `Hidden` its values go, in bytes. */
  readonly column: number
}

export interface RecurrentLayers {
  /** @param gates for each token the address of its pre-activations, `shift` bytes before them. */
  run(direction: Direction, lanes: readonly (readonly Stretch[])[], gates: Int32Array, shift: number): void
}

/** Three addresses a lane and step. */
const ENTRY = 3

/** @param mostUnits of a direction. @param mostSteps that lanes can have. */
export function recurrentLayers(kernel: Kernel, hidden: Hidden, mostUnits: number, mostSteps: number): RecurrentLayers {
  const planAddress = kernel.reserve(mostSteps * MOST_LANES * ENTRY * 4)
  const cells = kernel.reserve(MOST_LANES * mostUnits * 4)
  /** Pre-activations and hidden values of a lane that has nothing to read beside one that has; also where sequences begin. */
  const zeros = kernel.reserve(4 * mostUnits * 4)
  const unused = kernel.reserve(mostUnits * 2)

  return {
    run({ units, recurrent, backwards, column }, lanes, gates, shift) {
      const steps = stepsOf(lanes)
      const plan = new Int32Array(kernel.memory.buffer, planAddress, steps * lanes.length * ENTRY)
      const stride = lanes.length * ENTRY
      lanes.forEach((stretches, lane) => {
        let at = lane * ENTRY
        for (const { first, last } of stretches) {
          let before = zeros
          for (let i = 0; i < last - first; i++) {
            const token = backwards ? last - 1 - i : first + i
            const output = hidden.address + token * hidden.rowBytes + column
            plan[at] = gates[token]! + shift
            plan[at + 1] = before
            plan[at + 2] = output
            before = output
            at += stride
          }
        }
        for (; at < plan.length; at += stride) {
          plan[at] = zeros
          plan[at + 1] = zeros
          // The kernel asks the first lane of four whether there is more to read.
          plan[at + 2] = lane % 4 === 0 ? 0 : unused
        }
      })
      kernel.recur(planAddress, steps, lanes.length, units, recurrent.weights, recurrent.scales, cells, zeros)
    },
  }
}
