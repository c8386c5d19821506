/** Files of the user's own. Subjects: of a file that is named, else of the one in the working folder, else none. */
import { existsSync } from 'node:fs'
import type { NamedQuery } from '../app/ports.ts'
import { readSources, type Sources } from '../read/read-sources.ts'
import { readSubjects } from '../read/read-subjects.ts'

export const defaultSubjects = 'subjects.toml'

/**
 * @param file null where none is named.
 * @throws OnrecordError `file-unreadable` or `subjects-malformed`.
 */
export const openSubjects = (file: string | null): readonly NamedQuery[] => {
  if (file !== null) return readSubjects(file)
  return existsSync(defaultSubjects) ? readSubjects(defaultSubjects) : []
}

/** The sources that a file names. @throws OnrecordError `file-unreadable` or `sources-malformed`. */
export const openSources = (file: string): Sources => readSources(file)
