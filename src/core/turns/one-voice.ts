/** A speech or a release without labels: the words of whom its title names. */
import type { Block, Turn } from '../doc.ts'
import { fold } from '../fold.ts'
import { type Span, sliceOf } from '../span.ts'
import { isFrame } from './frame.ts'
import type { Naming, Person } from './person.ts'
import { directionsIn, withoutDirections } from './stage-directions.ts'
import { voiceOf } from './voice.ts'

/** One turn, or none where the text is about whom it names and not by them. */
export function textOfOneVoice(naming: Naming, blocks: readonly Block[]): readonly Turn[] {
  const { text, title } = naming
  const voice = voiceOf(naming)
  if (voice === null || title === null || title.medium === null) return []
  const body = bodyOf(text, title, blocks)
  if (body.length === 0 || isReported(naming, voice, body)) return []
  const spoken = title.medium.kind !== 'document'
  const spans = body.flatMap((block) => withoutDirections(text, block, directionsIn(text, block, spoken)))
  if (spans.length === 0) return []
  const { name, role, of } = voice
  return [{ id: 'u1', label: null, name, role, of, spans, kind: 'text', medium: title.medium }]
}

/** Blocks behind the title, without the lines of place and time that open it and the marks that end it. */
function bodyOf(text: string, title: Span, blocks: readonly Block[]): Span[] {
  const behind = blocks.filter(({ start }) => start >= title.end)
  const first = behind.findIndex((block) => isSentence(text, block))
  if (first === -1) return []
  const body: Span[] = []
  for (const block of behind.slice(first)) {
    if (isFrame(text, block)) {
      if (/#|30|end/i.test(sliceOf(text, block))) break
      continue
    }
    if (block.kind !== 'byline' && block.kind !== 'dateline') body.push({ start: block.start, end: block.end })
  }
  return body
}

/** Of a header no line is as long as this and ends like a sentence. */
const LONGEST_HEADER = 60

const isSentence = (text: string, { start, end }: Span): boolean =>
  end - start > LONGEST_HEADER ||
  (/[.!?:,]["”’)]?$/.test(text.slice(Math.max(start, end - 2), end)) &&
    !isFrame(text, { start, end }) &&
    end - start > 15)

/** "Pohl said", "Pohl added": a report of the statement, whatever its title. Who speaks may say once what a namesake says. */
function isReported({ text, capitalised, title }: Naming, { name }: Person, body: readonly Span[]): boolean {
  const surname = sliceOf(text, name).split(/\s+/).at(-1)!
  const from = body[0]!.start
  const to = body.at(-1)!.end
  const reports = capitalised.at(fold(surname)).filter((at) => {
    const { start, end } = capitalised.words[at]!
    return start >= from && end <= to && SAYING.test(text.slice(end, end + 20))
  })
  return reports.length > (title?.medium?.kind === 'document' ? 0 : 2)
}

const SAYING =
  /^,?\s(?:said|says|told|added|adds|stressed|noted|wrote|writes|argued|claimed|warned|explained|insisted|tweeted|posted)\b/
