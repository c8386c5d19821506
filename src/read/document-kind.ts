/** Report, transcript or release: what kind of document a page is, by who speaks in it, its headline, first lines and last. */
import type { Turn } from '../core/doc.ts'
import type { DocumentKind } from '../core/document.ts'

const transcriptTitle =
  /^(?:(?:full |official |rush |edited )?(?:transcript|text of|full text)\b|(?:joint )?(?:press (?:briefing|conference|gaggle|availability)|background press call|briefing|gaggle|remarks|address|speech|opening (?:remarks|statement)|closing remarks|keynote(?: address)?|interview|weekly address)\s(?:by|of|from|with|as prepared)\b|remarks as (?:prepared|delivered)|(?:redemanuskript|rede von|rede des|rede der|mitschrift|wortlaut|pressekonferenz von)\b|(?:discours|allocution|déclaration) d[eu]\b|стенограмма|стенограма)/iu
const transcriptEnd =
  /(?:[\s:(–—-]|^)(?:transcript|full transcript|full text|as prepared for delivery|as delivered|im wortlaut)\)?$/iu
const releaseLine =
  /^(?:for immediate release|press release|news release|media release|pressemitteilung|medienmitteilung|presseinformation|communiqué de presse|comunicado de prensa|nota de prensa|comunicato stampa|comunicado de imprensa|persbericht|informacja prasowa|komunikat prasowy|пресс-релиз|прес-реліз|basın (?:bülteni|açıklaması))(?=$|[\s:.,–—-])/iu
const wire =
  /\/(?:PRNewswire|PRNewsfoto)[^/]{0,40}\/|\((?:BUSINESS WIRE|GLOBE NEWSWIRE|Marketwired|ACCESSWIRE)\)|\bots\)\s?-/

/** Titles of what an office hands out: its own words, and its own account of what it did. */
const releaseTitle =
  /^(?:(?:joint |written )?statement (?:by|from|of|on|following)\s|joint statement\b|fact\s?sheet\b|readout (?:of|from|on)\s|media advisory\b|communiqué\b)/iu
/** How a release ends. */
const releaseEnd = /^(?:\\?#\s?){3,5}$|^-\s?(?:30|ends?)\s?-$/iu

/**
 * Anything unclear is a report.
 * @param lines the first few lines of the page, headline left out.
 * @param last its last line.
 * @param turns who speaks in it: they tell more than any headline.
 */
export function documentKind(
  title: string | null,
  lines: readonly string[],
  last = '',
  turns: readonly Turn[] = [],
): DocumentKind {
  const [first] = turns
  if (first !== undefined) return first.kind === 'text' && first.medium?.kind === 'document' ? 'release' : 'transcript'
  const head = lines.slice(0, 6).filter((line) => line.length <= 80)
  if (title !== null && (transcriptTitle.test(title) || transcriptEnd.test(title))) return 'transcript'
  if (
    head.some(
      (line) =>
        /^(?:full |rush )?transcript[:.]?$/i.test(line) ||
        /^(?:remarks )?as (?:prepared for delivery|delivered)/i.test(line),
    )
  ) {
    return 'transcript'
  }
  if (title !== null && (releaseLine.test(title) || releaseTitle.test(title))) return 'release'
  if (head.some((line) => releaseLine.test(line)) || lines.slice(0, 4).some((line) => wire.test(line.slice(0, 300))))
    return 'release'
  return releaseEnd.test(last) ? 'release' : 'report'
}
