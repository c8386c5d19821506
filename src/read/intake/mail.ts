/** A message (.eml), as newsletters and releases come → the page in it; nothing it refers to is looked up. */
import PostalMime, { type Address, type Email } from 'postal-mime'
import { OnrecordError } from '../../core/errors.ts'
import { datesIn } from '../plain-date.ts'
import type { IntakeContext, Page } from './page.ts'
import { titledText } from './titled-text.ts'

/** Parts within parts; no program for mail writes more than a few. */
const DEEPEST = 64
/** As for the flag. */
const LONGEST_PUBLISHER = 500

/** @throws OnrecordError `mail-malformed`, `no-text`. */
export async function pageOfMail(
  bytes: Uint8Array,
  { file, name }: Pick<Page, 'file' | 'name'>,
  context: Pick<IntakeContext, 'note'>,
): Promise<Page> {
  const mail = await parsed(bytes, name)
  const attached = mail.attachments.filter(({ related }) => related !== true).length
  if (attached > 0)
    context.note(`${name}: ${attached} ${attached === 1 ? 'attachment was' : 'attachments were'} left out`)
  const title = mail.subject?.trim() || null
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? ''
  const facts = {
    title,
    publisher: nameOf(mail.from),
    published: datesIn(date)[0]?.iso ?? null,
    charset: 'utf-8',
  }
  if (mail.html?.trim()) return { bytes: Buffer.from(mail.html), name, file, facts: { ...facts, format: 'html' } }
  if (mail.text?.trim())
    return { bytes: titledText(title, mail.text), name, file, facts: { ...facts, format: 'plain' } }
  throw new OnrecordError('no-text', { file: name })
}

async function parsed(bytes: Uint8Array, file: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST })
  } catch (error) {
    throw new OnrecordError('mail-malformed', { file, reason: (error as Error).message }, { cause: error })
  }
}

/** The name that a sender gives; an address alone is no publisher. */
function nameOf(from: Address | undefined): string | null {
  const name = from?.name.trim() ?? ''
  return name === '' || name.length > LONGEST_PUBLISHER || name.includes('@') ? null : name
}
