/** Places a network's matrices in the kernel's memory, packed as its functions read them. */
import type { Kernel } from './kernel/kernel.ts'
import { floatsOf, type Tensor } from './safetensors.ts'

/** Tensors by name; `shape` entries that are numbers must be met. */
export class Tensors {
  private readonly byName: ReadonlyMap<string, Tensor>

  constructor(byName: ReadonlyMap<string, Tensor>) {
    this.byName = byName
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  /** @throws Error when there is no such tensor, or it is another type or has another number of dimensions. */
  get(name: string, dtype: Tensor['dtype'], dimensions: number): Tensor {
    const tensor = this.byName.get(name)
    if (tensor === undefined) throw new Error(`${name}: not in the file`)
    if (tensor.dtype !== dtype || tensor.shape.length !== dimensions) {
      throw new Error(`${name}: ${tensor.dtype} [${tensor.shape}] where ${dtype} of ${dimensions} dimensions is needed`)
    }
    return tensor
  }

  floats(name: string, length: number): Float32Array {
    const floats = floatsOf(this.get(name, 'F32', 1))
    if (floats.length !== length) throw new Error(`${name}: ${floats.length} values where ${length} are needed`)
    return floats
  }

  /** @throws Error when the matrix does not have `columns` columns or, if given, `rows` rows. */
  matrix(name: string, dtype: Tensor['dtype'], columns: number, rows?: number): Tensor {
    const tensor = this.get(name, dtype, 2)
    const [height, width] = tensor.shape as [number, number]
    if (width !== columns || (rows !== undefined && height !== rows)) {
      throw new Error(`${name}: [${tensor.shape}] where [${rows ?? 'any'}, ${columns}] is needed`)
    }
    return tensor
  }
}

/** A matrix in memory: addresses, and its size in blocks of 16 rows and pairs of columns. */
export interface Placed {
  readonly weights: number
  readonly scales: number
  readonly biases: number
  readonly blocks: number
  readonly pairs: number
}

const BLOCK = 16
/** Sums of products must stay below 2^31: 32767 · 127 · 512 does. */
const MOST_COLUMNS = 512

/** What one unit of a hidden value is worth. */
export const HIDDEN_UNIT = 1 / 32767

/** Packs `name` (int8, with its `.scale`) and the bias of that name, if any; rows that fill the last block are zero. */
export function placeMatrix(
  kernel: Kernel,
  tensors: Tensors,
  name: string,
  columns: number,
  bias: string | null,
): Placed {
  const tensor = tensors.matrix(name, 'I8', columns)
  const rows = tensor.shape[0]!
  const order = Array.from({ length: Math.ceil(rows / BLOCK) * BLOCK }, (_, row) => row)
  const scales = tensors.floats(`${name}.scale`, rows)
  const biases = bias === null ? new Float32Array(rows) : tensors.floats(bias, rows)
  return place(kernel, tensor, order, scales, biases)
}

/**
 * Packs a matrix of gates for `recur`: two blocks hold the gates i, f, g, o of eight units; i, f and o halved, because the
 * kernel takes the sigmoid of twice its argument.
 * @param unit what one unit of the values to be multiplied is worth, if it is always the same; else 1.
 */
export function placeGates(
  kernel: Kernel,
  tensors: Tensors,
  name: string,
  size: { readonly units: number; readonly columns: number },
  bias: string | null,
  unit: number,
): Placed {
  const { units, columns } = size
  const rows = 4 * units
  if (units % 8 !== 0) throw new Error(`${name}: ${units} units, not a multiple of 8`)
  const tensor = tensors.matrix(name, 'I8', columns, rows)
  const halved = (row: number): number => (row >= 2 * units && row < 3 * units ? 1 : 0.5)
  const order = Array.from(
    { length: rows },
    (_, slot) => Math.floor((slot % 32) / 8) * units + Math.floor(slot / 32) * 8 + (slot % 8),
  )
  const scales = tensors.floats(`${name}.scale`, rows).map((scale, row) => scale * halved(row) * unit)
  const biases =
    bias === null ? new Float32Array(rows) : tensors.floats(bias, rows).map((each, row) => each * halved(row))
  return place(kernel, tensor, order, scales, biases)
}

function place(
  kernel: Kernel,
  tensor: Tensor,
  order: readonly number[],
  scales: Float32Array,
  biases: Float32Array,
): Placed {
  const [rows, columns] = tensor.shape as [number, number]
  if (columns > MOST_COLUMNS) throw new Error(`${columns} columns, more than ${MOST_COLUMNS}`)
  const blocks = order.length / BLOCK
  // The kernel takes two pairs at a time.
  const pairs = Math.ceil(columns / 4) * 2
  const placed = {
    weights: kernel.reserve(order.length * pairs * 4),
    scales: placeFloats(
      kernel,
      order.map((row) => scales[row] ?? 0),
    ),
    biases: placeFloats(
      kernel,
      order.map((row) => biases[row] ?? 0),
    ),
    blocks,
    pairs,
  }
  const rowOrder = kernel.scratch(order.length * 4 + tensor.bytes.length)
  const source = rowOrder + order.length * 4
  new Int32Array(kernel.memory.buffer).set(order, rowOrder / 4)
  new Uint8Array(kernel.memory.buffer).set(tensor.bytes, source)
  kernel.pack(source, placed.weights, rows, columns, rowOrder, blocks, pairs)
  return placed
}

/** Several float matrices over the same columns as one, with their biases: the heads of the network. */
export function placeFloatMatrix(
  kernel: Kernel,
  tensors: Tensors,
  heads: readonly { readonly name: string; readonly rows: number }[],
  columns: number,
): Omit<Placed, 'scales' | 'pairs'> {
  const weights = heads.map(({ name, rows }) => floatsOf(tensors.matrix(`${name}.weight`, 'F32', columns, rows)))
  const biases = heads.flatMap(({ name, rows }) => [...tensors.floats(`${name}.bias`, rows)])
  const blocks = Math.ceil(biases.length / BLOCK)
  const packed = new Float32Array(blocks * BLOCK * columns)
  let row = 0
  for (const matrix of weights) {
    for (let at = 0; at < matrix.length; at += columns, row++) {
      const start = Math.floor(row / BLOCK) * BLOCK * columns + (row % BLOCK)
      for (let column = 0; column < columns; column++) packed[start + column * BLOCK] = matrix[at + column]!
    }
  }
  const padded = Array.from({ length: blocks * BLOCK }, (_, index) => biases[index] ?? 0)
  return { weights: placeFloats(kernel, packed), biases: placeFloats(kernel, padded), blocks }
}

export function placeFloats(kernel: Kernel, values: ArrayLike<number>): number {
  const address = kernel.reserve(values.length * 4)
  new Float32Array(kernel.memory.buffer, address, values.length).set(values)
  return address
}
