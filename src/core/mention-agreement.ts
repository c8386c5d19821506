/** One name, one kind in a document: the network judges each paragraph alone, and errs less often than not. */
import type { Mention, MentionKind } from './doc.ts'

/** A mention before it has its place in the list. */
export type FoundMention = Omit<Mention, 'id'>

type Votes = Map<MentionKind, number>

/**
 * The same mentions, each of the kind that most mentions of its name have. A surname alone counts the full names it ends,
 * and so "Novak", once taken for a firm, is the person that "Irena Novak" is.
 */
export function inAgreement(text: string, mentions: readonly FoundMention[]): FoundMention[] {
  const votes = new Map<string, Votes>()
  const vote = (name: string, kind: MentionKind): void => {
    const ofName: Votes = votes.get(name) ?? new Map()
    votes.set(name, ofName)
    ofName.set(kind, (ofName.get(kind) ?? 0) + 1)
  }
  for (const mention of mentions) {
    const name = nameOf(text, mention)
    vote(name, mention.kind)
    const surname = name.slice(name.lastIndexOf(' ') + 1)
    if (mention.kind === 'person' && surname !== name) vote(surname, 'person')
  }
  return mentions.map((mention) => ({ ...mention, kind: elected(votes.get(nameOf(text, mention))!, mention.kind) }))
}

const nameOf = (text: string, { start, end }: FoundMention): string => text.slice(start, end).replace(/\s+/g, ' ')

/** The kind with more votes than `own`; `own` where there is none. */
function elected(votes: Votes, own: MentionKind): MentionKind {
  let best = own
  for (const [kind, count] of votes) if (count > votes.get(best)!) best = kind
  return best
}
