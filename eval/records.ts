/** Whole records against our own passages: each field of who, to whom, where, when and through whom, right or not. */
import type { Block } from '../src/core/doc.ts'
import type { Notice } from '../src/core/document.ts'
import type { Statement } from '../src/core/statement.ts'
import { type ExpectedRecord, RECORDS, type RecordPassage } from './gold/records.ts'

/** What a reading of a passage gives, entities resolved. */
export interface ReadRecord {
  readonly statements: readonly Statement[]
  readonly notices: readonly Notice[]
}

export interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly published: string | null
  readonly publisher: string | null
}

export interface RecordsReport {
  /** Right and asked for, by field; `statement` counts those that were found at all. */
  readonly fields: Readonly<Record<string, { readonly right: number; readonly of: number }>>
  /** Statements with every field right. */
  readonly whole: { readonly right: number; readonly of: number }
  readonly faults: readonly string[]
}

/** @param nameOf the usual name of an entity, by its id. */
export async function evaluateRecords(
  read: (page: Page) => Promise<ReadRecord>,
  nameOf: (entity: string) => string | null,
): Promise<RecordsReport> {
  const fields: Record<string, { right: number; of: number }> = {}
  const whole = { right: 0, of: 0 }
  const faults: string[] = []
  const count = (field: string, isRight: boolean, fault: () => string): boolean => {
    fields[field] ??= { right: 0, of: 0 }
    fields[field].of += 1
    if (isRight) fields[field].right += 1
    else faults.push(fault())
    return isRight
  }
  for (const passage of RECORDS) {
    const { statements, notices } = await read(pageOf(passage))
    for (const expected of passage.statements) {
      const where = `${passage.name}: “${expected.content}”`
      const found = statementWith(statements, expected.content)
      whole.of += 1
      if (!count('statement', found !== null, () => `${where}: not found`)) continue
      const checks = fieldsOf(expected, found!, nameOf)
      const verdicts = checks.map(([field, wanted, given]) =>
        count(field, wanted === given, () => `${where}: ${field} is ${given}, should be ${wanted}`),
      )
      if (verdicts.every(Boolean)) whole.right += 1
    }
    const codes = [...new Set(notices.map(({ code }) => code))].filter((code) => ABOUT_RECORDS.has(code)).sort()
    const wanted = [...(passage.notices ?? [])].sort()
    count(
      'notices',
      String(codes) === String(wanted),
      () => `${passage.name}: notices are [${codes}], should be [${wanted}]`,
    )
  }
  return { fields, whole, faults }
}

const ABOUT_RECORDS: ReadonlySet<string> = new Set([
  'headline-names-other-speaker',
  'quotation-unbalanced',
  'role-not-held',
  'weekday-mismatch',
  'date-questionable',
])

/** The first paragraph without a full stop is the headline. */
function pageOf({ text, published, publisher }: RecordPassage): Page {
  let start = 0
  const blocks = text.split('\n\n').map((part, index): Block => {
    const block = {
      start,
      end: start + part.length,
      kind: index === 0 && !part.endsWith('.') && !part.endsWith('"') ? 'headline' : 'paragraph',
    } as const
    start += part.length + 2
    return block
  })
  return { text, blocks, published, publisher }
}

/** The smallest statement whose content has the words. */
function statementWith(statements: readonly Statement[], words: string): Statement | null {
  const holding = statements.filter(({ content }) => content.text.includes(words))
  return holding.sort((a, b) => a.content.text.length - b.content.text.length)[0] ?? null
}

type Check = readonly [field: string, wanted: string | null, given: string | null]

function fieldsOf(expected: ExpectedRecord, found: Statement, nameOf: (entity: string) => string | null): Check[] {
  const { speaker, said, via, addressee, medium } = found
  const want = expected.speaker
  const list = (names: readonly string[] | undefined): string => (names ?? []).join(' | ')
  const entityAs = (wanted: string | undefined, given: string | null | undefined): string | null =>
    given == null ? null : wanted !== undefined && /^Q\d+$/.test(wanted) ? given : (nameOf(given) ?? given)
  const principal = (wanted: string | undefined): string | null => {
    const given = speaker?.speaksFor
    if (given == null) return null
    return wanted !== undefined && /^Q\d+$/.test(wanted) ? given.entity : given.name
  }
  const checks: Check[] = [['speaker', want?.name ?? null, speaker?.name ?? null]]
  if (want !== null) {
    checks.push(
      ['kind', want.kind, speaker?.kind ?? null],
      ['role', want.role ?? null, speaker?.role ?? null],
      ['of', want.of ?? null, speaker?.of ?? null],
      ['count', String(want.count ?? null), String(speaker?.count ?? null)],
      ['speaks for', want.speaksFor ?? null, principal(want.speaksFor)],
      ['members', list(want.members), list(speaker?.members.map(({ name }) => name))],
      ['reason', want.reason ?? null, speaker?.reason ?? null],
      ['candidates', list(want.candidates), list(speaker?.candidates.map(({ name }) => name))],
    )
    // Who a passage does not say to be known may well be: only its own expectations are held.
    if (want.entity !== undefined) checks.push(['entity', want.entity, entityAs(want.entity, speaker?.entity)])
  }
  checks.push(
    ['addressee', expected.addressee ?? null, addressee?.name ?? null],
    ['medium', list(expected.medium), medium === null ? '' : list([medium.name, medium.kind ?? ''])],
    ['said', expected.said ?? null, said.value],
    ['via', list(expected.via), list(via.map(({ name }) => name))],
  )
  if (expected.between !== undefined) {
    checks.push(['between', list(expected.between.map(String)), list([said.earliest, said.latest].map(String))])
  }
  return checks
}

export function formatRecords({ fields, whole, faults }: RecordsReport): string {
  const line = (name: string, { right, of }: { right: number; of: number }) =>
    `${name.padEnd(12)} ${String(right).padStart(4)} of ${String(of).padStart(4)}  ${((100 * right) / of).toFixed(1).padStart(5)} %`
  return [...Object.entries(fields).map(([name, counts]) => line(name, counts)), line('whole', whole), ...faults].join(
    '\n',
  )
}
