/** One story as several readings have it: the same text, other statements, told of other people. */
import type { DocumentEntry, EntityLinks, LinkedEntity } from '../../src/app/ports.ts'
import type { Statement } from '../../src/core/statement.ts'
import { entityOf, type LinkedStatement, linkedEntry, linkOf } from './linked-entry.ts'

const contents = [
  'the bridge stays shut',
  'the ferry runs at night',
  'the bridge does not stay shut',
  'the quay is safe',
  'the crane is old',
]

const ana = entityOf({ id: 'e-00000000000000aa', name: 'Ana Pohl', names: ['Pohl'] })
const board = entityOf({ id: 'e-00000000000000bb', name: 'Harbour Board', kind: 'organisation' })

/** Statement `number` of every story; what a reading tells of it depends on whether it is a later one. */
function saidBy(number: number, isLater: boolean): LinkedStatement {
  const content = contents[number]!
  if (number % 2 === 0) return { content, speaker: 'Ana Pohl', cue: 'said', who: { entity: ana.id, role: 'mayor' } }
  const who = {
    entity: board.id,
    members: isLater ? [{ name: 'Ana Pohl', entity: ana.id, kind: 'person' as const }] : [],
  }
  return { content, speaker: isLater ? 'the board' : 'the Harbour Board', form: 'indirect', who }
}

/**
 * Story `number` as the reading finds the sayings of the numbers `found` in it.
 * @param pipeline a reading by `later@2` tells of other roles, members and relays.
 */
export function storyOf(
  number: number,
  found: readonly number[],
  pipeline: string | null = 'test@1',
): [DocumentEntry, EntityLinks] {
  const isLater = pipeline === 'later@2'
  const sayings = found.toSorted((a, b) => a - b).map((each) => saidBy(each, isLater))
  const text = `${contents.map((each, at) => `“${each}” said Ana Pohl, number ${at}, the Harbour Board and the board.`).join('\n\n')}\n\nStory ${number}.`
  const [entry] = linkedEntry({
    text,
    url: `https://example.org/${number}`,
    title: `Story ${number}`,
    publisher: number % 2 === 0 ? 'The Tern' : 'The Gull',
    published: `2024-02-0${1 + (number % 5)}`,
    pipeline,
    notices: isLater ? [{ code: 'quotation-unbalanced', message: 'Never closed.', span: null, statement: null }] : [],
    statements: sayings,
  })
  const statements = entry.statements.map((statement, at) =>
    told(statement, found.toSorted((a, b) => a - b)[at]!, isLater),
  )
  return [{ ...entry, statements }, linksOf(statements)]
}

function told(statement: Statement, number: number, isLater: boolean): Statement {
  const relay = { name: 'Reuters', kind: 'publication', span: { start: 0, end: 1 }, entity: null }
  return {
    ...statement,
    act: { ...statement.act, type: isLater ? 'denial' : 'assertion', polarity: 'positive' },
    about: isLater ? ['Harbour', `Topic ${number}`] : [`Topic ${number}`],
    via: (number === 1) === isLater ? [relay] : [],
    speaker: statement.speaker && {
      ...statement.speaker,
      role: isLater && number === 0 ? 'minister' : statement.speaker.role,
    },
  }
}

/** As resolving entities would have it: all that the statements name. */
function linksOf(statements: readonly Statement[]): EntityLinks {
  const links: LinkedEntity[] = [ana, board].map((entity) => {
    const by = statements.filter(({ speaker }) => speaker?.entity === entity.id)
    const isNamed =
      by.length > 0 || statements.some(({ speaker }) => speaker?.members.some((one) => one.entity === entity.id))
    if (!isNamed) return linkOf(entity, { names: [], roles: [] })
    return linkOf(entity, {
      names: [...new Set(by.map(({ speaker }) => speaker!.name))],
      roles: by.flatMap(({ id, speaker }) =>
        speaker!.role === null ? [] : [{ role: speaker!.role, of: null, at: '2024-02-01', statement: id }],
      ),
    })
  })
  return { revision: 0, entities: links }
}
