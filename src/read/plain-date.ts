/** Dates as people write them, in the languages of the news: found in a short line, returned as ISO 8601 calendar dates. */

export interface FoundDate {
  /** YYYY-MM-DD, as written: no conversion between time zones. */
  readonly iso: string
  /** Offsets in the line. */
  readonly start: number
  readonly end: number
}

/** A page cannot be older than the web's digitised newspapers or younger than this program could ever be used. */
const firstYear = 1900
const lastYear = 2100

/** Longer lines are prose: a date in them dates the events, not the page. */
const longestLine = 400

const monthNames: readonly string[] = [
  'january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь янв січня січень січ ocak oca ledna leden ianuarie tammikuuta januára',
  'february feb februar februarie fév février févr febrero febbraio fevereiro fev februari lutego luty lut февраля февраль фев лютого лютий лют şubat şub února únor helmikuuta februára',
  'march mar märz mär mars marzo março maart mrt marca marzec марта март мар березня березень бер mart března březen martie maaliskuuta',
  'april apr avril avr abril abr aprile aprill kwietnia kwiecień kwi апреля апрель апр квітня квітень кві nisan nis dubna duben aprilie huhtikuuta apríla',
  'may mai mayo maggio mag maio mei maja maj мая май травня травень тра mayıs květen května toukokuuta mája',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн червня червень чер haziran haz června červen iunie kesäkuuta júna',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл липня липень лип temmuz tem července červenec iulie heinäkuuta júla',
  'august aug août agosto ago augustus sierpnia sierpień sie августа август авг серпня серпень сер ağustos ağu srpna srpen elokuuta augusta augusti',
  'september sept sep septembre septiembre settembre set setembro września wrzesień wrz сентября сентябрь сен сент вересня вересень вер eylül eyl září septembrie syyskuuta septembra',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт жовтня жовтень жов ekim eki října říjen octombrie lokakuuta októbra',
  'november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб листопада лис kasım kas listopadu noiembrie marraskuuta novembra',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia grudzień gru декабря декабрь дек грудня грудень гру aralık ara prosince prosinec decembrie joulukuuta decembra',
]

const monthByName = new Map(
  monthNames.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Words that may stand between the parts of a date: "21 de junio del 2024", "le 1er juin", "June 21st, 2024". */
const fillers = new Set(['de', 'del', 'of', 'the', 'st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'г', 'року', 'года'])

interface Piece {
  readonly kind: 'number' | 'word' | 'mark'
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Every full date (day, month, year of four digits) in `line`, left to right. Two-digit years never count. Of
 * day/month/year with a slash, where both could be months, nothing is taken unless `dayFirst` says which it is.
 */
export function datesIn(line: string, dayFirst: boolean | null = null): FoundDate[] {
  if (line.length > longestLine) return []
  const pieces = piecesOf(line)
  const found: FoundDate[] = []
  for (let i = 0; i < pieces.length; i++) {
    const match = ideographicDate(pieces, i) ?? numericDate(pieces, i, dayFirst) ?? namedDate(pieces, i)
    if (match === null) continue
    const last = pieces[match.last]!
    if (match.iso !== null) found.push({ iso: match.iso, start: pieces[i]!.start, end: last.end })
    i = match.last
  }
  return found
}

/** YYYY-MM-DD when the three make a day of the calendar between 1900 and 2100; else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

interface Match {
  /** Null for what has the shape of a date but is none: it is passed over whole. */
  readonly iso: string | null
  /** Index of its last piece. */
  readonly last: number
}

/** 2024年6月21日, 2024년 6월 21일. */
function ideographicDate(pieces: readonly Piece[], at: number): Match | null {
  const parts = pieces.slice(at, at + 6)
  const shape = parts.map((piece) => (piece.kind === 'number' ? '0' : piece.text)).join('')
  if (!/^0[年년]0[月월]0[日일]/.test(shape)) return null
  return { iso: isoDate(numberOf(parts[0]), numberOf(parts[2]), numberOf(parts[4])), last: at + 5 }
}

/** 2024-06-21, 21.06.2024, 6/21/2024; the three numbers must be joined by the same mark. */
function numericDate(pieces: readonly Piece[], at: number, dayFirst: boolean | null): Match | null {
  const [a, mark, b, second, c] = pieces.slice(at, at + 5)
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number' || !mark || !second) return null
  if (mark.text !== second.text || !'-/.–‑'.includes(mark.text) || mark.kind !== 'mark') return null
  const spaced = a.end !== mark.start || mark.end !== b.start || b.end !== second.start
  if (spaced && mark.text !== '.') return null
  const before = pieces[at - 1]
  if (before !== undefined && before.end === a.start && (before.text === mark.text || before.kind === 'word'))
    return null
  const last = at + 4
  if (a.text.length === 4) return { iso: isoDate(numberOf(a), numberOf(b), numberOf(c)), last }
  if (c.text.length !== 4 || a.text.length > 2 || b.text.length > 2) return null
  return { iso: dayAndMonth(numberOf(a), numberOf(b), numberOf(c), mark.text === '.' ? true : dayFirst), last }
}

function dayAndMonth(first: number, second: number, year: number, dayFirst: boolean | null): string | null {
  if (first > 12 || dayFirst === true || first === second) return isoDate(year, second, first)
  if (second > 12 || dayFirst === false) return isoDate(year, first, second)
  return null
}

/** 21 June 2024, June 21st, 2024, 21 de junio de 2024, 21. Juni 2024, 2024 June 21. */
function namedDate(pieces: readonly Piece[], at: number): Match | null {
  const parts: { piece: Piece; index: number }[] = []
  for (let i = at; i < pieces.length && parts.length < 3; i++) {
    const piece = pieces[i]!
    if (piece.kind === 'number' || (piece.kind === 'word' && monthByName.has(piece.text))) {
      parts.push({ piece, index: i })
    } else if (
      parts.length === 0 ||
      !(piece.kind === 'word' ? fillers.has(piece.text) : ',.-/–'.includes(piece.text))
    ) {
      return null
    }
  }
  if (parts.length < 3) return null
  const month = parts.findIndex(({ piece }) => piece.kind === 'word')
  const [year, day] =
    month === 1 && parts[0]!.piece.text.length === 4
      ? [parts[0]!.piece, parts[2]!.piece]
      : [parts[2]!.piece, parts[month === 0 ? 1 : 0]!.piece]
  if (month < 0 || month > 1 || year.kind !== 'number' || day.kind !== 'number') return null
  if (year.text.length !== 4 || day.text.length > 2) return null
  return {
    iso: isoDate(numberOf(year), monthByName.get(parts[month]!.piece.text)!, numberOf(day)),
    last: parts[2]!.index,
  }
}

const numberOf = (piece: Piece | undefined): number => Number(piece?.text)

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of line.matchAll(/[0-9]+|[年月日년월일]|[\p{L}\p{M}ºª]+|[^\s\p{L}\p{M}0-9]/gu)) {
    const raw = match[0]
    const kind = /^[0-9]/.test(raw) ? 'number' : /^[\p{L}ºª]/u.test(raw) ? 'word' : 'mark'
    pieces.push({ kind, text: raw.toLowerCase(), start: match.index, end: match.index + raw.length })
  }
  return pieces
}
