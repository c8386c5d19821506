/** Letters beyond ASCII as English texts spell them: Cyrillic of six languages, and Latin letters with their marks. */

const rows = (table: string): Map<string, string> =>
  new Map(
    table
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [letter, spelling] = pair.split('=')
        return [letter!, spelling!] as const
      }),
  )

/** Russian, Ukrainian, Belarusian, Bulgarian. */
const EAST = rows(`
  а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh
  щ=shch ъ= ы=y ь= э=e ю=yu я=ya ѐ=e ѝ=i ’= ʼ=`)

/** Serbian and Macedonian: as their own Latin alphabet is spelled without its marks. */
const SOUTH = rows(`
  а=a б=b в=v г=g ѓ=gj д=d ђ=dj е=e ж=z з=z ѕ=dz и=i ј=j к=k ќ=kj л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ф=f х=h ц=c ч=c
  џ=dz ш=s`)

/** What no other Cyrillic alphabet has. */
const southLetter = /[јљњћђџѓќѕ]/

/** Letters that Unicode does not decompose. */
const UNDECOMPOSED = rows(`ß=ss ł=l ø=o đ=dj ð=d þ=th ħ=h ı=i æ=ae œ=oe ə=a ŋ=ng ʻ= ʿ= ʾ= ’= ‘= ʹ= ª=a º=o`)

/** How some write what others leave without its mark: "Müller" is "Mueller", "Šefčovič" is "Shefchovich". */
const SPELLED_OUT = rows(`
  ä=ae ö=oe ü=ue ø=oe å=aa č=ch ć=ch ç=ch š=sh ś=sh ş=sh ș=sh ž=zh ż=zh ź=zh đ=d ñ=ny ţ=ts ț=ts`)

const marks = /\p{M}+/gu
const beyondAscii = /[^\x00-\x7f]/

/**
 * Spellings of `word` in lower-case ASCII, as far as it is Latin or Cyrillic; what is neither stays as it is. The first is that
 * without marks; a second one follows where letters are also spelled out.
 * @param south whether Cyrillic is Serbian or Macedonian, by the name that the word is part of.
 */
export function spellings(word: string, south: boolean): readonly string[] {
  const lower = word.toLowerCase()
  if (!beyondAscii.test(lower)) return [lower]
  const composed = lower.normalize('NFC')
  const cyrillic = south ? SOUTH : EAST
  let plain = ''
  let full = ''
  for (const letter of composed) {
    const slavic = cyrillic.get(letter)
    const bare = slavic ?? UNDECOMPOSED.get(letter) ?? letter.normalize('NFKD').replace(marks, '')
    plain += bare
    full += slavic ?? SPELLED_OUT.get(letter) ?? bare
  }
  return plain === full ? [plain] : [plain, full]
}

export const isSouthSlavic = (name: string): boolean => beyondAscii.test(name) && southLetter.test(name.toLowerCase())
