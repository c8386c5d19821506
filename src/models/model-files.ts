/** Reads the files of a model's folder, each compared with the digest that was written when it was made. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OnrecordError } from '../core/errors.ts'

/** Where the package keeps its models: `<language>/<task>/`. */
export const modelsFolder = fileURLToPath(new URL('../../models/', import.meta.url))

/** The part of a model's `meta.json` that is read. */
export interface Meta {
  /** File name → SHA-256 in hex. */
  readonly files?: Readonly<Record<string, unknown>>
  /** Name of a head → its labels in order. */
  readonly labels?: Readonly<Record<string, unknown>>
  readonly thresholds?: Readonly<Record<string, unknown>>
  /** SHA-256 of the weights of the network of words whose tags this one was trained on. */
  readonly tagsOf?: unknown
}

export interface ModelFiles {
  readonly meta: Meta
  /** @throws OnrecordError `model-missing` or `model-damaged`. */
  read(name: string): Buffer
}

/** @throws OnrecordError `model-missing` or `model-damaged`. */
export function modelFiles(folder: string): ModelFiles {
  const json = readModelFile(folder, 'meta.json')
  const meta = undamaged(folder, () => JSON.parse(json.toString()) as Meta)
  return {
    meta,
    read(name) {
      const bytes = readModelFile(folder, name)
      const expected = meta.files?.[name]
      if (hash('sha256', bytes) === expected) return bytes
      const reason = expected === undefined ? `meta.json does not list ${name}` : `${name} has another digest`
      throw new OnrecordError('model-damaged', { model: folder, reason })
    },
  }
}

function readModelFile(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new OnrecordError('model-missing', { file: join(folder, name), reason }, { cause: cause as Error })
  }
}

/** What `build` returns; that it cannot be built is the files' fault. */
export function undamaged<Built>(folder: string, build: () => Built): Built {
  try {
    return build()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OnrecordError('model-damaged', { model: folder, reason }, { cause })
  }
}
