/** Reads the safetensors format: a header that names tensors with their shapes, then their bytes, nothing executable. */

export interface Tensor {
  readonly dtype: 'I8' | 'F32'
  /** Rows first. */
  readonly shape: readonly number[]
  /** The file's own bytes, little-endian, not copied. */
  readonly bytes: Uint8Array
}

const BYTES = { I8: 1, F32: 4 } as const

/**
 * The tensors of a file by name.
 * @throws Error that says what is wrong with the file.
 */
export function parseSafetensors(file: Uint8Array): Map<string, Tensor> {
  if (file.length < 8) throw new Error('shorter than a header')
  const length = new DataView(file.buffer, file.byteOffset, 8).getBigUint64(0, true)
  if (length > BigInt(file.length - 8)) throw new Error('the header is cut off')
  const start = 8 + Number(length)
  const header: unknown = JSON.parse(new TextDecoder().decode(file.subarray(8, start)))
  if (typeof header !== 'object' || header === null) throw new Error('the header is no object')
  const tensors = new Map<string, Tensor>()
  for (const [name, entry] of Object.entries(header)) {
    if (name !== '__metadata__') tensors.set(name, tensorOf(name, entry, file.subarray(start)))
  }
  return tensors
}

function tensorOf(name: string, entry: unknown, data: Uint8Array): Tensor {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>
  if (dtype !== 'I8' && dtype !== 'F32') throw new Error(`${name}: dtype ${String(dtype)} is not I8 or F32`)
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) throw new Error(`${name}: no shape or place`)
  const [from, to] = offsets as [number, number]
  const size = shape.reduce((product, each) => product * each, BYTES[dtype])
  if (to - from !== size || to > data.length) throw new Error(`${name}: ${to - from} bytes where ${size} are needed`)
  return { dtype, shape, bytes: data.subarray(from, to) }
}

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0)

/** The values of an F32 tensor, copied: the file need not have them where a Float32Array may begin. */
export const floatsOf = (tensor: Tensor): Float32Array =>
  new Float32Array(tensor.bytes.buffer.slice(tensor.bytes.byteOffset, tensor.bytes.byteOffset + tensor.bytes.length))
