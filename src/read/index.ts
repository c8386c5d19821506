/** The reader's public face: bytes of a page in, text, blocks and metadata out. */
export { defaultMaxBytes } from './check-bytes.ts'
export { type ReadOutcome, type ReadSource, readDocument } from './read-document.ts'
