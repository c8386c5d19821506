/** `perform`: the one way in to every operation, whatever the door. */
import type { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import type { Deps } from './ports.ts'

/** A use case with a declared input. `D` is the part of the dependencies it uses. */
export interface Operation<Schema extends z.ZodType, Output, D = Deps> {
  /** Imperative, camel case: `ingestDocument`. */
  readonly name: string
  readonly summary: string
  readonly input: Schema
  run(deps: D, input: z.output<Schema>): Promise<Output>
}

/** One thing wrong with an input: where, and what was expected there. */
export interface InputFault {
  readonly field: string
  readonly message: string
}

/** Everything wrong with an input, without running anything; empty when it will do. */
export function faultsOf(schema: z.ZodType, input: unknown): readonly InputFault[] {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : faultsIn(parsed.error)
}

const faultsIn = (error: z.ZodError): InputFault[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))

/**
 * Checks the input against the operation's schema and runs it.
 * @throws OnrecordError `invalid-input` naming every fault at once, or what the operation throws.
 */
export async function perform<Schema extends z.ZodType, Output, D>(
  operation: Operation<Schema, Output, D>,
  deps: D,
  input: unknown,
): Promise<Output> {
  const parsed = operation.input.safeParse(input)
  if (!parsed.success) {
    const problem = faultsIn(parsed.error)
      .map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
      .join('; ')
    throw new OnrecordError('invalid-input', { operation: operation.name, problem })
  }
  return operation.run(deps, parsed.data)
}
