/** What threads tell each other about a page to be read: plain values, as they survive being passed on. */
import type { Extraction } from '../app/extract-document.ts'
import { type ErrorCode, type ErrorDetails, OnrecordError } from '../core/errors.ts'
import type { ReadOutcome, ReadSource } from '../read/read-document.ts'
import type { Model } from './settings.ts'

/** Given to a worker when it starts. */
export interface WorkerTask {
  readonly model: Model
  /** Compiled by the thread that starts the others: the options of V8 under which that is done stand for all of them. */
  readonly kernel: object | null
}

/** A page as it came, or one that was read before, of which only the statements are to be found. */
export type ToWorker = ReadSource | ReadOutcome

/** How messages name a piece of work. */
export const nameOf = (work: ToWorker): string =>
  'bytes' in work ? (work.name ?? work.file ?? 'standard input') : (work.document.file ?? work.document.id)

/** Bytes or characters: what the time it may take is counted from. */
export const sizeOf = (work: ToWorker): number => ('bytes' in work ? work.bytes.length : work.text.length)

export type FromWorker =
  | { readonly done: Extraction }
  | { readonly failed: ErrorOnTheWay }
  | { readonly warning: ErrorOnTheWay }

/** An `OnrecordError` as a plain value. */
export interface ErrorOnTheWay {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly stack: string | undefined
}

/** The stack is that of what was not foreseen, where there is such. */
export function packed({ code, details, cause, stack }: OnrecordError): ErrorOnTheWay {
  return { code, details, stack: cause instanceof Error ? cause.stack : stack }
}

export function unpacked({ code, details, stack }: ErrorOnTheWay): OnrecordError {
  const cause = new Error(String(details.reason ?? code))
  if (stack !== undefined) cause.stack = stack
  return new OnrecordError(code, details, { cause })
}
