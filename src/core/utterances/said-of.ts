/** The time of a saying as the record keeps it: value, precision, anchor, and the days between which it lies. */
import type { Doc, Timex, Utterance } from '../doc.ts'
import { type Span, sliceOf } from '../span.ts'
import type { Said } from '../statement.ts'
import { isoOf, parseIso } from '../timexes/calendar.ts'

/**
 * What is reported was said on the day of publication or before: that bounds `latest` even where the text gives no time.
 * @param reading of `sayingTime`; null where the text does not tell.
 */
export function saidOf(doc: Doc, reading: Utterance['said']): Said {
  const day = parseIso(doc.dct)
  const published = day === null ? null : isoOf(day)
  if (reading !== null && reading.timex === null) return onDayOf(published)
  const timex = reading === null ? undefined : timexOf(doc, reading.timex!)
  if (timex === undefined) return untold(published, { text: null, span: null })
  const span = withPreposition(doc.text, timex)
  const place = { text: sliceOf(doc.text, span), span }
  if (timex.value.endsWith('_REF')) return untold(published, place)
  // "Today" on a page without a date has a unit but no place in the calendar; "several weeks ago" has neither.
  if (/^X[^0-9]*$/.test(timex.value))
    return { ...untold(published, place), precision: published === null ? timex.precision : 'unknown' }
  return {
    value: timex.value,
    ...place,
    precision: timex.precision,
    anchor: rootAnchor(doc, timex),
    earliest: timex.earliest,
    latest: latestOf(timex, published),
  }
}

const untold = (published: string | null, place: Pick<Said, 'text' | 'span'>): Said => ({
  value: null,
  ...place,
  precision: 'unknown',
  anchor: published === null ? 'none' : 'published',
  earliest: null,
  latest: published,
})

/** A transcript or release is of the day that its document has. */
const onDayOf = (published: string | null): Said =>
  published === null
    ? untold(null, { text: null, span: null })
    : {
        value: published,
        text: null,
        span: null,
        precision: 'day',
        anchor: 'published',
        earliest: published,
        latest: published,
      }

/** A date that begins after publication is questioned, not cut. */
function latestOf({ earliest, latest }: Timex, published: string | null): string | null {
  if (published === null || (earliest !== null && earliest > published)) return latest
  return latest === null || latest > published ? published : latest
}

const timexOf = (doc: Doc, id: string): Timex | undefined => doc.layers.timexes?.[Number(id.slice(1)) - 1]

/** "The day before" is as sure as what it is counted from. */
function rootAnchor(doc: Doc, timex: Timex): Said['anchor'] {
  let root: Timex | undefined = timex
  // Expressions are counted from earlier ones, so that this ends; hand-made documents may say otherwise.
  for (let step = 0; root?.anchor === 'narrative' && step < DEEPEST; step++)
    root = root.from === null ? undefined : timexOf(doc, root.from)
  return root === undefined || root.anchor === 'narrative' ? 'none' : root.anchor
}

const DEEPEST = 100

const PREPOSITIONS = ['on', 'in', 'at', 'during', 'over']

/** "on Wednesday (December 28, 2022)": the record shows the whole phrase. */
function withPreposition(text: string, { start, end }: Span): Span {
  if (text[start - 1] !== ' ') return { start, end }
  const before = text.slice(Math.max(0, start - 8), start - 1)
  const found = PREPOSITIONS.find((word) => {
    const at = before.length - word.length
    return before.toLowerCase().endsWith(word) && (at === 0 ? start <= 8 : !/[\p{L}\p{N}'’-]/u.test(before[at - 1]!))
  })
  return found === undefined ? { start, end } : { start: start - 1 - found.length, end }
}
