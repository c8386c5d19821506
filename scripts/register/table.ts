/** A CSV file of the data folder as rows by column name. */
import { readFileSync } from 'node:fs'
import { csvRows } from '../../src/read/csv-rows.ts'

/** @throws CsvFault where the file is malformed. */
export function tableOf<Column extends string>(path: string): Record<Column, string>[] {
  const [header, ...rows] = [...csvRows(readFileSync(path))].map(({ fields }) => fields)
  return rows.map(
    (fields) => Object.fromEntries(header!.map((name, index) => [name, fields[index]!])) as Record<Column, string>,
  )
}

export const itemsOf = (list: string): string[] => list.split('|').filter((item) => item !== '')

export const orNull = (text: string): string | null => (text === '' ? null : text)
