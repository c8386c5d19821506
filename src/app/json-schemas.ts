/** What operations take and answer as JSON Schema: parts that several answers have stand once, under their names. */
import { z } from 'zod'
import * as answers from './answers.ts'
import * as changes from './answers-changes.ts'
import * as checked from './answers-checked.ts'
import * as contract from './contract.ts'
import type { Offered } from './operations.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Input {
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
}

export interface Schemas {
  /** Every named schema. */
  readonly components: Readonly<Record<string, JsonSchema>>
  /** Operation → its input. */
  readonly inputs: Readonly<Record<string, Input>>
  /** Operation → the name of its answer's schema. */
  readonly outputs: Readonly<Record<string, string>>
  /** Operation → the name of the schema of one row, for lists. */
  readonly rows: Readonly<Record<string, string>>
}

export function schemasOf(operations: readonly Offered[]): Schemas {
  const named = new Map<z.ZodType, string>()
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of Object.entries({ ...contract, ...answers, ...checked, ...changes })) {
    if (!name.endsWith('Schema') || !(schema instanceof z.ZodType) || schema === contract.extractLineSchema) continue
    const id = `${name[0]!.toUpperCase()}${name.slice(1, -'Schema'.length)}`
    named.set(schema, id)
    registry.add(schema, { id })
  }
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  const components = Object.entries(made.schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema])
  const rowOf = ({ output }: Offered): string | undefined => {
    const rows = output instanceof z.ZodObject ? output.shape.rows : undefined
    return rows instanceof z.ZodArray ? named.get(rows.element as z.ZodType) : undefined
  }
  return {
    components: Object.fromEntries(components),
    inputs: Object.fromEntries(operations.map(({ name, operation }) => [name, inputOf(operation.input)])),
    outputs: Object.fromEntries(operations.map(({ name, output }) => [name, named.get(output)!])),
    rows: Object.fromEntries(
      operations.flatMap((each) => (rowOf(each) === undefined ? [] : [[each.name, rowOf(each)!]])),
    ),
  }
}

/** As it stands in an address: a number that comes as text is told as a number. */
function inputOf(schema: z.ZodType): Input {
  const as = (io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return {
    properties: (as('output').properties ?? {}) as Input['properties'],
    required: (as('input').required ?? []) as string[],
  }
}
