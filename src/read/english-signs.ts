/** Cheap signs that a text is English or is not, so that the detector's large tables are loaded only where there is doubt. */

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Frequent in English, and neither frequent nor a word at all in its neighbours. */
const english = listed(
  'the of and that with from this these those they their them there which who whose what when where while would could ' +
    'should been being his she into about after before because between through during against without but than then ' +
    'its your our said says it has were he to by not are have had if or as be',
)

/** Frequent in another language that is written in Latin letters, and no English word. */
const foreign = listed(
  [
    'der das und ist nicht mit sich auf eine dem des ein von zu im auch es wird bei nach sind wie aus oder wurde',
    'le la les et est une que dans pour pas qui sur du au aux ce il elle nous vous avec par mais ont cette',
    'el los las en un por con para se del al su como pero sus fue',
    'di che per non della sono gli nel alla si da dei anche ha',
    'os em um uma com dos das na ao foi pelo seu sua',
    'de het een dat op te zijn voor niet aan er ook als naar wordt heeft',
    'och att det som av med till inte om ett har jag och af ikke fra og til',
    'ja ei oli mutta ovat kun kuin joka et see ka kui mis',
    'nie jest jak przez je za od su koji',
    'cu pe nu este din mai sunt pentru',
    'az hogy nem egy meg volt csak',
    've bir bu ile olarak yang dan untuk dengan ini itu dari pada tidak dalam akan',
    'ang ng sa mga ay ni ito dhe me eta du ez izan dira els amb ir kad tai yra sem',
  ].join(' '),
)

interface Signs {
  readonly words: number
  readonly english: number
  /** How many different words of English were met. */
  readonly variety: number
  readonly foreign: number
}

/** English without a doubt: the words that hold sentences together are there, and hardly one of another language. */
export function isPlainlyEnglish(text: string): boolean {
  const signs = signsIn(text)
  return signs.variety >= 4 && signs.english >= signs.words * 0.15 && signs.foreign * 5 <= signs.english
}

/** Whether a text found among English ones shows any sign of being in another language. */
export function mayBeForeign(text: string): boolean {
  const signs = signsIn(text)
  return signs.foreign >= 2 && signs.foreign * 2 > signs.english
}

function signsIn(text: string): Signs {
  const met = new Set<string>()
  const count = { words: 0, english: 0, foreign: 0 }
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const folded = word.toLowerCase()
    count.words++
    if (english.has(folded)) {
      count.english++
      met.add(folded)
      // A name may have any letters; what is not a name has only ours in English, but for a few borrowed words.
    } else if (foreign.has(folded) || (folded === word && /[^a-z]/.test(word))) count.foreign++
  }
  return { ...count, variety: met.size }
}
