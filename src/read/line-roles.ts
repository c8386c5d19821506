/** What a short line near the top of an article is: a byline, a date line, or an image's description. */
import { datesIn, type FoundDate } from './plain-date.ts'

const bylineStart =
  /^(?:(?:written|reported|reporting|story|text|posted|published|interview|analysis|opinion|photos?)\s)?(?:by|von|par|por|di|door|av|af|autor|автор|текст|text|yazar|author|reporter|auteur|autore|autora|redactor|de la rédaction)\s{0,2}(?::\s{0,3}|\s)(\S[^\n]{1,140})$/iu

/** Names on a byline: "By Jane Doe and John Roe" → both. Empty for a line that is none. */
export function authorsInByline(line: string): string[] {
  if (line.length > 160) return []
  const match = bylineStart.exec(line)
  if (match === null) return []
  const rest = match[1]!.split(/\s[|•·–—-]\s|\s?\|\s?|[•·\n]|,\s(?=\d)/)[0]!
  const names = rest.split(/\s?,\s|\s(?:and|und|et|y|e|i|en|и|та|і|ve|&)\s/iu).map((name) => name.trim())
  return names.every(isName) ? names : []
}

/** Two to five capitalised words, or one followed by none: what a person's name looks like in a byline. */
export function isName(text: string): boolean {
  if (text.length < 3 || text.length > 60 || /[0-9!?:;"“”@/\\<>{}]/.test(text)) return false
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 5) return false
  return words.every((word) =>
    /^(?:\p{Lu}|d'|O'|de$|da$|di$|van$|von$|der$|den$|la$|le$|el$|al$|bin$|ibn$|dos$|du$|del$|zu$)/u.test(word),
  )
}

/** "By Reuters", "Von dpa": a byline that names an agency or a desk, not a person. */
export function isAgencyByline(line: string): boolean {
  return (
    line.length <= 60 &&
    /^(?:by|von|par|por|di|door)\s(?:[\p{Lu}][\p{L}.&'/-]{1,20}\s?){1,4}$/u.test(
      line.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
    )
  )
}

const dateWords =
  /^(?:first|published|posted|updated|last (?:updated|modified)|modified|first published|created|date|on|at|by|of|the|and|de|del|a|à|às|am|pm|um|uhr|est|edt|et|gmt|utc|bst|ist|cet|cest|pst|pdt|pt|ct|msk|h|le|il|em|den|dnia|veröffentlicht|erstellt|aktualisiert|stand|datum|vom|publié|mis|jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|op|opublikowano|aktualizacja|опубликовано|обновлено|дата|в|г|года|року|о|yayınlanma|güncelleme|tarihi|tarih|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|segunda|terça|quarta|quinta|sexta|feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|星期\p{L}|th|st|nd|rd|er|ago)$/iu

/** The dates of a line that holds nothing but dates, times, weekdays and words like "updated"; null for any other line. */
export function dateLine(line: string, dayFirst: boolean | null = null): FoundDate[] | null {
  if (line.length > 160) return null
  const dates = datesIn(line, dayFirst)
  if (dates.length === 0) return null
  let rest = ''
  let from = 0
  for (const date of dates) {
    rest += `${line.slice(from, date.start)} `
    from = date.end
  }
  rest += line.slice(from)
  const words = rest.match(/[\p{L}'-]+/gu) ?? []
  return words.filter((word) => !dateWords.test(word)).length <= (words.length > 6 ? 2 : 0) ? dates : null
}

/**
 * A picture's alternative text that slipped into the lines: a few words, none capitalised, no end mark.
 * Only scripts with capitals can show it.
 */
export function isStrayDescription(line: string): boolean {
  const words = line.split(/\s+/)
  if (words.length < 2 || words.length > 14 || line.length > 120) return false
  return /^[\p{Ll}0-9]/u.test(line) && !/\p{Lu}/u.test(line) && !/[.!?…:;,"”’»)-]$/u.test(line)
}

/** A picture's caption or credit by how it ends or begins: "(Image: Getty)", "Photo: Jane Doe, AP", "REUTERS/John Roe". */
export function isPhotoCredit(line: string): boolean {
  if (line.length > 500) return false
  const tail = line.slice(-140)
  if (/^(?:FILE(?: PHOTO)?\s?[-–—:]|In this [^.]{0,50}(?:photo|image|picture|frame|video)[ ,])/.test(line)) return true
  return (
    /\((?:image|photo|picture|credits?|foto|bild|imagen|image credit|photo credit|source|via)s?\s?(?:[:：]|by\s|courtesy\s)[^()]{2,100}\)?$/iu.test(
      tail,
    ) ||
    /(?:getty images|shutterstock|istock(?:photo)?|ap photo|afp via getty|wikimedia commons|\/ ?afp|\/ ?reuters|\/ ?getty)[^\n]{0,25}$/iu.test(
      tail,
    ) ||
    /(?:^|\s)(?:REUTERS\/\p{Lu}[\p{L}.' -]{2,40}|(?:Photo|Image|Foto|Bild|Credit|Photo credit|Image credit|Crédit photo|Фото)\s?[:：]\s?\p{Lu}[^\n.!?]{2,80})$/u.test(
      tail,
    )
  )
}

/** An agency's last line: "(Reporting by Jane Doe; editing by John Roe)". */
export function isSignOff(line: string): boolean {
  return (
    line.length < 400 &&
    /^\(?(?:additional |with )?(?:reporting|writing|editing|compiled|report(?:ed)?|translated|translation) by \p{Lu}/iu.test(
      line,
    )
  )
}

/** Nothing but whose picture it is: "Getty", "Image copyright EPA", "Photo: Jane Doe, AP". */
export function isBareCredit(line: string): boolean {
  if (line.length > 80) return false
  return (
    /^(?:(?:image|photo|photograph|picture|foto|bild|media)s? ?(?:credits?|copyright|caption|source|by|courtesy(?: of)?|:)|credits?:?\s|\(?(?:getty|getty images|reuters|ap|afp|epa|dpa|tass|ap photo|shutterstock|istock|alamy|bloomberg|facebook|twitter|instagram|youtube|screenshot|handout|file photo|courtesy)\)?$)/iu.test(
      line,
    ) ||
    /^[^.!?]{2,45}(?:\/| via | \| |, )(?:getty images|getty|reuters|ap|afp|epa|dpa|shutterstock|bloomberg|alamy)\)?$/iu.test(
      line,
    )
  )
}

/** "Jane Doe is a reporter in Paris": what a page says of its author below the article. */
export function isAuthorNote(line: string, authors: readonly string[]): boolean {
  if (line.length > 700) return false
  return authors.some((author) => {
    if (author.length < 5 || !line.startsWith(author)) return false
    const rest = line.slice(author.length, author.length + 80)
    return /^(?:\s?\([^()]{1,50}\)|,[^.]{1,40},)?\s(?:is|was|has|covers|writes|lives|works|joined|reports|reported|contributed|ist|schreibt|lebt|arbeitet|est|es|è|é|является|пишет)\s/iu.test(
      rest,
    )
  })
}
