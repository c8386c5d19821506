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
    const problem = parsed.error.issues
      .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
      .join('; ')
    throw new OnrecordError('invalid-input', { operation: operation.name, problem })
  }
  return operation.run(deps, parsed.data)
}
