/** The form that adds pages: what it holds, and what is wrong with it. */
import { faultsOf } from '../app/perform.ts'
import { givenFacts } from '../app/schemas.ts'
import { OnrecordError } from '../core/errors.ts'
import type { AddValues } from '../web/add-page.ts'
import { MOST_FILES, type PageToAdd } from './add-queue.ts'

export interface AddForm {
  readonly pages: readonly PageToAdd[]
  /** What was typed, to be shown again beside what is wrong with it. */
  readonly values: AddValues
  /** One line for people; null when the pages can be taken. */
  readonly problem: string | null
}

/** Longer names are cut: a browser sends no longer one. */
const LONGEST_NAME = 255

export async function addFormOf(request: { formData(): Promise<FormData> }): Promise<AddForm> {
  const form = await formDataOf(request)
  const typed = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const values = {
    content: typed('content'),
    url: typed('url').trim(),
    published: typed('published').trim(),
    publisher: typed('publisher').trim(),
  }
  const facts = factsOf(values)
  // A field without a choice is sent as a file without a name.
  const files = form.getAll('files').filter((file) => typeof file !== 'string' && (file.name !== '' || file.size > 0))
  const pages: PageToAdd[] = []
  for (const file of files as File[]) {
    const name = file.name === '' ? null : file.name.slice(0, LONGEST_NAME)
    pages.push({ bytes: new Uint8Array(await file.arrayBuffer()), file: name, ...facts })
  }
  if (values.content.trim() !== '') {
    // Forms send every line break as two characters, whatever the text had.
    const content = values.content.replaceAll('\r\n', '\n')
    pages.push({ bytes: new TextEncoder().encode(content), file: null, ...facts })
  }
  return { pages, values, problem: problemOf(pages, facts) }
}

/** What was left blank counts as not given. */
export function factsOf(values: Readonly<Record<'url' | 'published' | 'publisher', string | undefined>>) {
  const { url, published, publisher } = values
  return {
    ...(url ? { url } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
  }
}

const labels: Readonly<Record<string, string>> = { url: 'Address', published: 'Published', publisher: 'Publisher' }

function problemOf(pages: readonly PageToAdd[], facts: ReturnType<typeof factsOf>): string | null {
  if (pages.length === 0) return 'Choose a file, or paste a page.'
  if (pages.length > MOST_FILES) return `At most ${MOST_FILES} files at a time.`
  const faults = faultsOf(givenFacts, facts)
  if (faults.length > 0) return faults.map(({ field, message }) => `${labels[field] ?? field}: ${message}.`).join(' ')
  if (facts.url !== undefined && pages.length > 1) return 'Address: it belongs to one page, and you sent several.'
  return null
}

async function formDataOf(request: { formData(): Promise<FormData> }): Promise<FormData> {
  try {
    return await request.formData()
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    throw new OnrecordError('bad-body', { what: 'form' }, { cause })
  }
}
