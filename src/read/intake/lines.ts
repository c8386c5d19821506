/** A stream of bytes → its lines, each no longer than a limit: one without end costs itself only. */

export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its end; null where it is longer than the limit. */
  readonly bytes: Uint8Array | null
}

export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let number = 1
  let pieces: Uint8Array[] = []
  let size = 0
  const keep = (piece: Uint8Array): void => {
    size += piece.length
    if (size > longest) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
  const ended = (): Line => {
    const bytes = size > longest ? null : Buffer.concat(pieces)
    pieces = []
    size = 0
    return { number: number++, bytes: bytes?.at(-1) === 13 ? bytes.subarray(0, -1) : bytes }
  }
  for await (const piece of stream) {
    let start = 0
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, start)) {
      keep(piece.subarray(start, end))
      yield ended()
      start = end + 1
    }
    keep(piece.subarray(start))
  }
  if (size > 0) yield ended()
}
