/** What is known of organisations without their context: names of several parts, acronyms that mean one body, scraps of headlines. */
import type { FoundMention } from './mention-agreement.ts'
import type { SentenceView } from './mention-cleaning.ts'
import type { TokenRun } from './mention-decoding.ts'
import { isOutlet, kindByName } from './mention-lexicon.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nouns that end the name of a body. */
const BODIES = words(`
  Administration Agency Alliance Assembly Association Authority Bank Board Brigade Bureau Campaign Center Centre Church Club Coalition College
  Commission Committee Company Conference Congress Corporation Council Court Department Directorate Federation Foundation Force Forces Fund
  Government Group Guard House Institute Institution League Ministry Mission Network Office Organisation Organization Parliament Party Police
  Project School Senate Service Services Society Subcommittee Taskforce Tribunal Trust Union University`)

/** Bodies of one word, which "and" joins to another and not into one name: "the House and Senate". */
const LONE = words(
  'Congress House Kremlin Parliament Pentagon Senate State Treasury Justice Labor Commission Council Court',
)

/** "Commission on Human Rights", "Council on Foreign Relations". */
const WITH_ON = words('Commission Committee Conference Council Subcommittee Symposium Taskforce')

/** The runs and what the network left out or cut in two: "the E.U.", "the Grain and Feed Commission". */
export function withBodies(view: SentenceView, runs: readonly TokenRun[]): TokenRun[] {
  return joined(view, view.isTitled ? runs : withAcronyms(view, runs))
}

/** Adds what is no more than an acronym that means one body only. */
function withAcronyms({ forms, first, end }: SentenceView, runs: readonly TokenRun[]): TokenRun[] {
  const all: TokenRun[] = []
  let next = 0
  for (let token = first; token < end; token++) {
    if (runs[next]?.first === token) {
      all.push(runs[next]!)
      token = runs[next]!.end - 1
      next++
    } else if (isAcronym(forms[token]!)) {
      const name = forms[token]!
      if (kindByName(name) === 'organisation') all.push({ first: token, end: token + 1, kind: 'organisation' })
    }
  }
  return all
}

/** Two capitals, or a capital with a full stop, at the beginning. */
const isAcronym = (form: string): boolean =>
  form.length > 1 && isCapital(form, 0) && (form[1] === '.' || isCapital(form, 1))

const isCapital = (form: string, at: number): boolean => form[at]! >= 'A' && form[at]! <= 'Z'

function joined(view: SentenceView, runs: readonly TokenRun[]): TokenRun[] {
  const all: TokenRun[] = []
  for (const run of runs) {
    const before = all.at(-1)
    if (before !== undefined && isOneBody(view, before, run)) all[all.length - 1] = { ...run, first: before.first }
    else all.push(run)
  }
  return all
}

function isOneBody({ forms }: SentenceView, a: TokenRun, b: TokenRun): boolean {
  if (a.kind !== 'organisation' || b.kind !== 'organisation' || a.end !== b.first - 1) return false
  const [link, head] = [forms[a.end]!, forms[a.end - 1]!]
  if (link === 'on') return WITH_ON.has(head)
  const isHalf = a.end - a.first === 1 && !isAcronym(head) && !LONE.has(head) && kindByName(head) === null
  return link === 'and' && isHalf && BODIES.has(forms[b.end - 1]!)
}

/** A mention, and whether capitals tell a name where it stands. */
export interface Placed {
  readonly found: FoundMention
  readonly isTitled: boolean
}

/**
 * Leaves out organisations of headlines ("Small Donors", "Most Honest Thoughts") that nothing speaks for but capitals, which
 * all words have there: neither the text below nor their own last word, nor that they are known.
 */
export function withoutScraps(text: string, all: readonly Placed[]): FoundMention[] {
  const named = new Set<string>()
  for (const { found, isTitled } of all) if (!isTitled) addBeginnings(named, nameOf(text, found))
  return all.flatMap(({ found, isTitled }) => {
    const isKept = !isTitled || found.kind !== 'organisation' || isBacked(named, nameOf(text, found))
    return isKept ? [found] : []
  })
}

const nameOf = (text: string, { start, end }: FoundMention): string => text.slice(start, end)

/** "Lakeside Savings Bank" is named by "Lakeside" and "Lakeside Savings" too. */
function addBeginnings(named: Set<string>, name: string): void {
  for (let space = name.indexOf(' '); space !== -1; space = name.indexOf(' ', space + 1))
    named.add(name.slice(0, space))
  named.add(name)
}

function isBacked(named: ReadonlySet<string>, name: string): boolean {
  const last = name.slice(name.lastIndexOf(' ') + 1)
  return named.has(name) || isAcronym(last) || BODIES.has(last) || kindByName(name) !== null || isOutlet(name)
}
