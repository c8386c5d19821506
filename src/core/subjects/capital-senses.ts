/** Whether a capital stands for its state or for the city, by the words around it. */
import { type Range, type SubjectView, upos } from './subject-view.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const AT_PLACE = words('in at near around outside inside over across through throughout above via into under')
const WITH_STATE = words('with by for between against toward towards on than behind versus upon')
const CITY_NOUNS = words(
  `mayor street streets airport suburb suburbs centre center subway metro outskirts residents resident district districts station stations city
capital town region oblast province airports museum theatre hospital hospitals school schools apartment apartments sky skies road roads square zoo`,
)
const STATE_NOUNS = words(
  'regime government authorities officials troops forces army side diplomats leadership delegation',
)
const TO_STATE = words(
  `send sent sending supply supplies supplied deliver delivered deliveries delivery hand handed aid support help helping weapons missiles sales assistance close
threat concession concessions loyal belongs belong loan loans message warning warnings answer transfer transfers give given giving provide provided pressure arms patriots sell selling sold`,
)
const FROM_STATE = words(
  `assurance assurances answer answers message messages statement signal signals permission approval weapons missiles support aid help assistance threat threats pressure demand
demands guarantee guarantees money loan loans orders instructions reply response independence concessions`,
)
const AT_CITY = words(
  'hit strike struck shell shelled bomb bombed attack attacked leave left visit visited reach reached capture captured take took seize seized enter entered bombard bombarded encircle storm',
)
/** How many words before "to" may hold what goes there. */
const WINDOW = 6

/** For a capital at `range`: does it act, speak or take as a government does? The city as a place does not. */
export function standsForState(view: SubjectView, range: Range): boolean {
  const { lower } = view
  const next = lower[range.to]
  const before = upos(view, range.from - 1) === 'DET' ? range.from - 2 : range.from - 1
  const previous = lower[before] ?? ''
  if (previous === 'from') return wordsBefore(view, before).some((word) => FROM_STATE.has(word))
  if (AT_PLACE.has(previous)) return false
  if (next === "'s") return !CITY_NOUNS.has(lower[range.to + 1] ?? '')
  if (next !== undefined && upos(view, range.to) === 'NOUN') return STATE_NOUNS.has(next)
  if (WITH_STATE.has(previous)) return true
  if (previous === 'to') return wordsBefore(view, before).some((word) => TO_STATE.has(word))
  if (previous === 'of') return !CITY_NOUNS.has(lower[before - 1] ?? '')
  if (AT_CITY.has(previous)) return false
  const following = upos(view, range.to)
  if (following === 'AUX' || following === 'VERB') return !isPassive(view, range.to)
  return upos(view, before) === 'VERB' || previous === 'and' || following === 'CCONJ' || following === 'PART'
}

const wordsBefore = ({ lower }: SubjectView, at: number): readonly string[] => lower.slice(Math.max(0, at - WINDOW), at)

const STATES_OF_CITIES = words('under without quiet calm burning flooded dark cold safe')

/** "Kyiv was bombed", "was under attack": what happens to a city. "Was urged", "was told" happens to a government. */
function isPassive(view: SubjectView, at: number): boolean {
  const { lemma } = view.doc.layers.words
  if (lemma[at] !== 'be') return false
  let then = at + 1
  while (upos(view, then) === 'ADV' || upos(view, then) === 'AUX') then++
  return STATES_OF_CITIES.has(view.lower[then] ?? '') || AT_CITY.has(view.lower[then] ?? '')
}
