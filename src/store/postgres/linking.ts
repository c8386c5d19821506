/** One document's statements → keys and links. */
import type { DocumentEntry } from '../../app/ports.ts'
import type { Linker } from '../../core/links/linker.ts'
import type { Sql } from './database.ts'

export interface LinkValues {
  readonly keyed: readonly unknown[]
  readonly turnKeys: readonly (readonly number[])[]
}

export class Linking {
  readonly linker: Linker
  readonly schema: string

  constructor(linker: Linker, schema: string) {
    this.linker = linker
    this.schema = schema
  }

  valuesOf(_entry: DocumentEntry): LinkValues {
    return { keyed: [], turnKeys: [] }
  }

  async put(_sql: Sql, _values: LinkValues): Promise<void> {}
}
