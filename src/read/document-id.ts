/** The two digests of a document: of its bytes, and of its address and text. */
import { createHash } from 'node:crypto'

/** SHA-256, hex. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

/** `d-` and the first 16 hex digits of SHA-256 over address (or nothing), NUL, text. */
export const documentId = (url: string | null, text: string): string =>
  `d-${sha256(`${url ?? ''}\0${text}`).slice(0, 16)}`
