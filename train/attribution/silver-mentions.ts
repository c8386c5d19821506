/** Named mentions of PolNeAR's automatic analysis as labels of our own tokens. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { firstFrom, type Span } from '../../src/core/span.ts'

/** `O`, then B- and I- of these kinds in turn. */
const KINDS = ['person', 'organisation', 'place', 'publication', 'product', 'event'] as const
/** The analysis' MISC is nationality, party, event, work and law in one: the loss leaves such tokens out. */
const IGNORED = -1

export interface SilverMention extends Span {
  readonly kind: (typeof KINDS)[number] | 'other'
}

const KIND_OF: Readonly<Record<string, SilverMention['kind']>> = {
  PERSON: 'person',
  ORGANIZATION: 'organisation',
  LOCATION: 'place',
  MISC: 'other',
}

/** American outlets that the register of outlets lacks; names are facts. */
const MORE_OUTLETS =
  `New York Times|Washington Post|Wall Street Journal|USA Today|US Weekly|Politico|Huffington Post|HuffPost|Breitbart|Breitbart News|
Breitbart News Daily|Associated Press|AP|Reuters|Bloomberg|Bloomberg News|CNN|MSNBC|NBC News|NBC|ABC News|ABC|CBS News|CBS|Fox News|Fox Business|Fox|PBS|NPR|C-SPAN|BBC|
The Hill|Daily Beast|Daily Caller|Daily Mail|National Review|Weekly Standard|Washington Examiner|Washington Times|Washington Free Beacon|BuzzFeed|
BuzzFeed News|Vox|Slate|Salon|Mother Jones|The Atlantic|New Yorker|Time|Newsweek|Vanity Fair|Rolling Stone|Esquire|People|Boston Globe|Boston Herald|
Chicago Tribune|Los Angeles Times|LA Times|New York Post|New York Daily News|Daily News|Des Moines Register|Miami Herald|Tampa Bay Times|Union Leader|
Las Vegas Review-Journal|Denver Post|Detroit Free Press|Philadelphia Inquirer|Guardian|Financial Times|Economist|Telegraph|Yahoo News|Univision|Telemundo|
Al Jazeera|Hollywood Reporter|Western Journalism|RealClearPolitics|FiveThirtyEight|Drudge Report|InfoWars|RedState|Talking Points Memo|TMZ|CNBC`
    .split('|')
    .map((name) => name.trim())

/** Article name → its mentions, in text order. */
export function readSilver(file: string, outletsFile: string): ReadonlyMap<string, readonly SilverMention[]> {
  const rows = readFileSync(outletsFile, 'utf8').trim().split('\n').slice(1)
  const outlets = new Set([...rows.map((row) => row.split(',')[0]!), ...MORE_OUTLETS].map(bare))
  const found = new Map<string, SilverMention[]>()
  let current: SilverMention[] = []
  let open: { start: number; end: number; type: string; words: string[] } | null = null
  const close = () => {
    const kind = open === null ? undefined : KIND_OF[open.type]
    if (open === null || kind === undefined) return
    const isOutlet = kind !== 'person' && outlets.has(bare(open.words.join(' ')))
    current.push({ start: open.start, end: open.end, kind: isOutlet ? 'publication' : kind })
  }
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.startsWith('# doc = ')) {
      close()
      open = null
      current = []
      found.set(line.slice(8), current)
      continue
    }
    const [start, end, word, , , type] = line.split('\t')
    if (type !== undefined && open !== null && open.type === type) {
      open.end = Number(end)
      open.words.push(word!)
      continue
    }
    close()
    open = type === undefined ? null : { start: Number(start), end: Number(end), type, words: [word!] }
  }
  close()
  return found
}

const bare = (name: string): string => name.replace(/^The /i, '').toLowerCase()

export function mentionLabels(tokens: readonly Span[], mentions: readonly SilverMention[]): number[] {
  const labels = tokens.map(() => 0)
  for (const { start, end, kind } of mentions) {
    let inside = false
    for (let i = Math.max(0, firstFrom(tokens, start) - 1); i < tokens.length && tokens[i]!.start < end; i++) {
      if (tokens[i]!.end <= start) continue
      const begin = kind === 'other' ? IGNORED : 1 + 2 * KINDS.indexOf(kind)
      labels[i] = kind === 'other' ? IGNORED : inside ? begin + 1 : begin
      inside = true
    }
  }
  return labels
}
