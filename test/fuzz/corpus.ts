/** Inputs kept from earlier runs, one file each: those that once broke something, and a few that reach far. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folderOf = (target: string): string => join(import.meta.dirname, 'corpus', target)

/** Inputs are stored as JSON: they hold lone surrogates and control characters. */
export function corpusOf(target: string): string[] {
  const folder = folderOf(target)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as string)
}

/** @returns the path of the file. */
export function keep(target: string, input: string): string {
  mkdirSync(folderOf(target), { recursive: true })
  const path = join(folderOf(target), `${createHash('sha256').update(input).digest('hex').slice(0, 12)}.json`)
  writeFileSync(path, `${JSON.stringify(input)}\n`)
  return path
}
