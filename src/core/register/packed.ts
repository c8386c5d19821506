/** A register as flat columns: what is written to a file as it is, and read without making an object of each entry. */

export interface Packed {
  /** One line an entity, fields by `FIELD`, names by `NAME`. */
  readonly entities: Uint8Array
  readonly entityOffsets: Uint32Array
  /** Hash of an id → entity. */
  readonly idHashes: Uint32Array
  readonly idEntities: Uint32Array
  /** Hash of a key of a name → entity. */
  readonly nameHashes: Uint32Array
  readonly nameEntities: Uint32Array
  /** First tenure of each entity, and one entry more; tenures are sorted by person. */
  readonly tenureOffsets: Uint32Array
  /** Per tenure: role, place, start, end; `COLUMNS` numbers each. Without an end, `AS_OF` and the date until which it is known to hold. */
  readonly tenures: Uint32Array
  /** Hash of place and key of an office → tenure. */
  readonly officeHashes: Uint32Array
  readonly officeTenures: Uint32Array
  readonly roles: Uint8Array
  readonly roleOffsets: Uint32Array
  readonly places: Uint8Array
  readonly placeOffsets: Uint32Array
}

export const COLUMNS = 4
/** Above all dates. */
export const AS_OF = 2 ** 31
export const FIELD = '\x1f'
export const NAME = '\x1e'

const SECTIONS = [
  'entityOffsets',
  'idHashes',
  'idEntities',
  'nameHashes',
  'nameEntities',
  'tenureOffsets',
  'tenures',
  'officeHashes',
  'officeTenures',
  'roleOffsets',
  'placeOffsets',
  'entities',
  'roles',
  'places',
] as const satisfies readonly (keyof Packed)[]

const MAGIC = 0x3147524f
const BYTES: ReadonlySet<keyof Packed> = new Set(['entities', 'roles', 'places'])

/** The columns in one piece: a magic number, the length of each section in bytes, the sections, each from a multiple of four on. */
export function packedBytes(packed: Packed): Uint8Array {
  const views = SECTIONS.map((name) => packed[name])
  const header = new Uint32Array([MAGIC, ...views.map((view) => view.byteLength)])
  const bytes = new Uint8Array(views.reduce((size, view) => size + padded(view.byteLength), header.byteLength))
  bytes.set(new Uint8Array(header.buffer))
  let at = header.byteLength
  for (const view of views) {
    bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at)
    at += padded(view.byteLength)
  }
  return bytes
}

/**
 * The columns in a file, as views of it.
 * @throws Error where the file is no such register, or cut off.
 */
export function unpacked(file: Uint8Array): Packed {
  // Views of numbers begin at multiples of four.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice()
  const size = 4 * (SECTIONS.length + 1)
  if (bytes.length < size) throw new Error('shorter than its header')
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, SECTIONS.length + 1)
  if (header[0] !== MAGIC) throw new Error('no register, or one of another version')
  let at = size
  const sections = SECTIONS.map((name, index) => {
    const length = header[index + 1]!
    const start = bytes.byteOffset + at
    at += padded(length)
    if (at > bytes.length) throw new Error(`${name} is cut off`)
    if (BYTES.has(name)) return [name, new Uint8Array(bytes.buffer, start, length)]
    if (length % 4 !== 0) throw new Error(`${name} is no list of numbers`)
    return [name, new Uint32Array(bytes.buffer, start, length / 4)]
  })
  return Object.fromEntries(sections) as Packed
}

const padded = (length: number): number => Math.ceil(length / 4) * 4
