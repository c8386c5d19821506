/** What a statement has to do with others: who else reports the utterance, and what repeats it or may conflict with it. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import type { Link } from '../core/links/link.ts'
import { components, rowsOf, SAME_CLAIM, SAME_UTTERANCE, type Utterance, utteranceOf, walk } from './find-utterance.ts'
import type { Operation } from './perform.ts'
import type { Deps, StatementRow } from './ports.ts'

/** A link as seen from one of its ends. */
export interface LinkTo {
  readonly link: Link
  readonly other: StatementRow
}

export interface Relations {
  readonly row: StatementRow
  readonly utterance: Utterance
  /** The claim it makes: see `getClaim`. */
  readonly claim: { readonly id: string; readonly statements: number; readonly utterances: number }
  /** Its own links but for those inside the utterance: renderings, conflicts, repeats, series; rejected ones left out. */
  readonly links: readonly LinkTo[]
}

const input = z.object({ id: z.string().min(1, 'expected an id').max(2000, 'longer than any id') })

export const getRelations: Operation<typeof input, Relations, Pick<Deps, 'store'>> = {
  name: 'getRelations',
  summary: 'Get what a statement has to do with others: the utterance, the claim, repeats, possible conflicts.',
  input,
  async run({ store }, { id }) {
    const row = await store.getStatement(id)
    if (row === null) throw new OnrecordError('unknown-id', { id })
    const claim = await walk(store, [id], SAME_CLAIM)
    const groups = components(claim, SAME_UTTERANCE)
    const own = groups.find((group) => group.includes(id))!
    const rows = await rowsOf(store, claim.statements)
    const members = new Set(own)
    const utterance = await utteranceOf(
      store,
      rows.filter(({ statement }) => members.has(statement.id)),
      claim.whole,
    )
    const links = claim.links.filter(({ from, to }) => from === id || to === id)
    return {
      row,
      utterance,
      claim: { id: claimId(rows), statements: rows.length, utterances: groups.length },
      links: await linksTo(store, new Set([id]), links),
    }
  },
}

/** @param rows of the claim, in order of saying. */
export const claimId = (rows: readonly StatementRow[]): string => `c-${rows[0]!.statement.id}`

/** What a reader looks at first. */
const FIRST: Readonly<Record<Link['relation'], number>> = {
  renders: 0,
  conflicts: 1,
  repeats: 2,
  series: 3,
  'same-utterance': 4,
}

/** Links out of a set of statements with their far ends; those of one utterance left out. */
export async function linksTo(
  store: Pick<Deps['store'], 'getStatement'>,
  own: ReadonlySet<string>,
  links: readonly Link[],
): Promise<LinkTo[]> {
  const rendered = new Set(links.flatMap(({ relation, from, to }) => (relation === 'renders' ? [`${from} ${to}`] : [])))
  // What a report renders it repeats as well; nobody has to be told twice.
  const isTold = ({ relation, from, to }: Link): boolean =>
    relation === 'same-utterance' ||
    (relation !== 'renders' &&
      relation !== 'conflicts' &&
      (rendered.has(`${from} ${to}`) || rendered.has(`${to} ${from}`)))
  const shown = links
    .filter((link) => !isTold(link))
    .sort((a, b) => FIRST[a.relation] - FIRST[b.relation] || b.confidence - a.confidence || (a.from < b.from ? -1 : 1))
  const found = await Promise.all(
    shown.map(async (link) => ({ link, other: await store.getStatement(own.has(link.from) ? link.to : link.from) })),
  )
  return found.flatMap(({ link, other }) => (other === null ? [] : [{ link, other }]))
}
