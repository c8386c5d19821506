/** What changed between two versions of a page: each kind by example, and what has to hold for any two texts. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry } from '../../src/app/ports.ts'
import { compareVersions } from '../../src/core/versions/compare-versions.ts'
import { correctionRows } from '../../src/core/versions/correction-rows.ts'
import { correctionsIn } from '../../src/core/versions/find-correction.ts'
import type { VersionChanges } from '../../src/core/versions/version-changes.ts'
import { type EntryParts, entryOf, type StatementParts } from '../support/entries.ts'

/** A page of one paragraph a statement: content, cue, speaker. */
function pageOf(
  said: readonly (readonly [content: string, speaker: string | null, cue?: string])[],
  parts: Partial<EntryParts> = {},
): DocumentEntry {
  const statements = said.map(([content, speaker, cue = 'said']): StatementParts => ({ content, speaker, cue }))
  const lines = said.map(([content, speaker, cue = 'said']) => `“${content}”, ${speaker ?? 'somebody'} ${cue}.`)
  return entryOf({
    text: ['Bridge news', ...lines].join('\n\n'),
    url: 'https://example.org/bridge',
    statements,
    ...parts,
  })
}

const BRIDGE = 'The bridge will stay shut until April'
const FERRY = 'Ferries run all night and cost nothing'
const MONEY = 'The repair will cost four million crowns'

const kindsOf = ({ changes }: VersionChanges) =>
  changes.map(({ kind, before, after }) => `${kind} ${(after ?? before)!.content.text}`)

describe('each kind of change', () => {
  const old = pageOf([
    [BRIDGE, 'Adela Orlova'],
    [FERRY, 'Pavel Dunmore'],
    [MONEY, 'Adela Orlova'],
  ])

  test('moved words are no change', () => {
    const now = pageOf([
      [MONEY, 'Adela Orlova'],
      [FERRY, 'Pavel Dunmore'],
      [BRIDGE, 'Adela Orlova'],
    ])
    const { changes, unchanged, words } = compareVersions(old, now)
    assert.deepEqual(changes, [])
    assert.equal(unchanged.length, 3)
    assert.deepEqual(words, { before: words.before, after: words.before, added: 0, removed: 0 })
  })

  test('added and removed', () => {
    const now = pageOf([
      [BRIDGE, 'Adela Orlova'],
      ['Buses turn back at Quay Street', 'Ines Halloran'],
      [MONEY, 'Adela Orlova'],
    ])
    assert.deepEqual(kindsOf(compareVersions(old, now)), [`removed ${FERRY}`, 'added Buses turn back at Quay Street'])
  })

  test('reworded, with the words and what they change', () => {
    const now = pageOf([
      ['The bridge will not stay shut until April', 'Adela Orlova'],
      [FERRY, 'Pavel Dunmore'],
      ['The repair will cost nine million crowns', 'Adela Orlova'],
    ])
    const { changes, counts, silent } = compareVersions(old, now)
    assert.deepEqual(counts, { added: 0, removed: 0, reworded: 2, reattributed: 0, retold: 0 })
    assert.deepEqual(
      changes.map(({ altersMeaning }) => altersMeaning),
      [['negation'], ['number']],
    )
    assert.deepEqual(
      changes[0]!.diff.filter(({ op }) => op !== 'equal').map(({ op, text }) => [op, text.trim()]),
      [['insert', 'not']],
    )
    assert.ok(silent)
  })

  test('punctuation, case and quotation marks are no words', () => {
    const now = pageOf([
      ['the bridge – will stay shut, until April!', 'Adela Orlova'],
      [FERRY, 'Pavel Dunmore'],
      [MONEY, 'Adela Orlova'],
    ])
    assert.deepEqual(compareVersions(old, now).changes, [])
  })

  test('the same words of somebody else, and of nobody', () => {
    const now = pageOf([
      [BRIDGE, 'Ines Halloran'],
      [FERRY, null],
      [MONEY, 'Adela Orlova'],
    ])
    const { changes } = compareVersions(old, now)
    assert.deepEqual(
      changes.map(({ kind, speaker }) => [kind, speaker]),
      [
        ['reattributed', 'other'],
        ['reattributed', 'other'],
      ],
    )
  })

  test('a shorter form of the name, and a pronoun, are nobody else', () => {
    const now = pageOf([
      [BRIDGE, 'Ms Orlova'],
      [FERRY, 'he'],
      [MONEY, 'Adela Orlova'],
    ])
    assert.deepEqual(compareVersions(old, now).changes, [])
  })

  test('another role is told apart from another person', () => {
    const withRole = (role: string): DocumentEntry => {
      const entry = pageOf([[BRIDGE, 'Adela Orlova']])
      return {
        ...entry,
        statements: entry.statements.map((one) => ({ ...one, speaker: { ...one.speaker!, role } })),
      }
    }
    const { changes } = compareVersions(withRole('transport minister'), withRole('former transport minister'))
    assert.deepEqual(
      changes.map(({ kind, speaker }) => [kind, speaker]),
      [['reattributed', 'role']],
    )
  })

  test('another cue is retold', () => {
    const now = pageOf([
      [BRIDGE, 'Adela Orlova', 'admitted'],
      [FERRY, 'Pavel Dunmore'],
      [MONEY, 'Adela Orlova'],
    ])
    const { changes } = compareVersions(old, now)
    assert.deepEqual(
      changes.map(({ kind, details }) => [kind, details]),
      [['retold', ['cue']]],
    )
  })

  test('two words of two people are not one statement of another speaker', () => {
    const yes = pageOf([
      ['Not now', 'Adela Orlova'],
      [FERRY, 'Pavel Dunmore'],
    ])
    const no = pageOf([
      [FERRY, 'Pavel Dunmore'],
      ['Not now', 'Ines Halloran'],
    ])
    assert.deepEqual(compareVersions(yes, no).counts, { added: 1, removed: 1, reworded: 0, reattributed: 0, retold: 0 })
  })

  test('a statement whose words still stand in the text is not told as if they were gone', () => {
    const text = `Bridge news\n\n“${BRIDGE}”, Adela Orlova said.\n\nA longer page of the same news.`
    const gone = entryOf({ text, url: 'https://example.org/bridge', statements: [] })
    const { changes, silent } = compareVersions(pageOf([[BRIDGE, 'Adela Orlova']]), gone)
    assert.deepEqual(
      changes.map(({ kind, wordsStand }) => [kind, wordsStand]),
      [['removed', true]],
    )
    assert.equal(silent, false)
  })

  test('a new day of change or a note is a notice', () => {
    const changed = [[BRIDGE.replace('April', 'June'), 'Adela Orlova']] as const
    const before = pageOf([[BRIDGE, 'Adela Orlova']])
    assert.equal(compareVersions(before, pageOf(changed)).silent, true)
    assert.equal(compareVersions(before, pageOf(changed, { modified: '2026-03-05' })).silent, false)
    const plain = pageOf(changed)
    const text = `${plain.text}\n\nCorrection: An earlier version of this article named another month.`
    const noted = compareVersions(before, { ...plain, text })
    assert.equal(noted.correction?.rule, 'correction-label')
    assert.equal(text.slice(noted.correction!.span.start, noted.correction!.span.end), noted.correction!.text)
    assert.equal(noted.silent, false)
    // A note that the earlier version had tells nothing of this change.
    assert.equal(
      compareVersions({ ...before, text: `${before.text}\n\n${noted.correction!.text}` }, { ...plain, text })
        .correction,
      null,
    )
  })
})

describe('notes of pages on their own change', () => {
  for (const { name, example, not } of correctionRows) {
    test(name, () => {
      const found = (line: string) => correctionsIn(entryOf({ text: `News.\n${line}\nMore.` })).map(({ rule }) => rule)
      assert.deepEqual(found(example), [name])
      assert.deepEqual(found(not), [])
    })
  }

  test('what somebody is quoted with is no note of the page', () => {
    const text = '“This story has been updated, and nobody was told”, Adela Orlova said.'
    const statements = [{ content: 'This story has been updated, and nobody was told', speaker: 'Adela Orlova' }]
    assert.deepEqual(correctionsIn(entryOf({ text, statements })), [])
  })

  test('a line that begins like one a thousand times takes no time', () => {
    const started = performance.now()
    correctionsIn(entryOf({ text: `${'correction '.repeat(100_000)}\n${'. An earlier version of '.repeat(50_000)}` }))
    assert.ok(performance.now() - started < 1000)
  })
})

const WORDS =
  'bridge ferry minister will not shut open April night crowns four nine million never people <script> & “ … é'.split(
    ' ',
  )
const saying = fc.tuple(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
  fc.constantFrom('Adela Orlova', 'Orlova', 'Pavel Dunmore', 'she', null),
)
const version = fc
  .tuple(fc.array(saying, { maxLength: 8 }), fc.option(fc.constantFrom('2026-03-05', '2026-03-06')))
  .map(([said, modified]) => pageOf(said, { modified }))

describe('of any two texts', () => {
  test('a version beside itself has no change', () => {
    fc.assert(
      fc.property(version, (page) => {
        const { changes, unchanged, words, silent, title } = compareVersions(page, page)
        assert.deepEqual([changes, silent, title, words.added, words.removed], [[], false, null, 0, 0])
        assert.deepEqual(
          unchanged.map(({ before, after }) => [before, after]),
          page.statements.map(({ id }) => [id, id]),
        )
      }),
    )
  })

  test('every statement of either side is told once', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const { changes, unchanged } = compareVersions(one, other)
        const told = (side: 'before' | 'after') =>
          [...changes.flatMap((change) => change[side]?.id ?? []), ...unchanged.map((pair) => pair[side])].sort()
        assert.deepEqual(told('before'), one.statements.map(({ id }) => id).sort())
        assert.deepEqual(told('after'), other.statements.map(({ id }) => id).sort())
      }),
      { numRuns: 300 },
    )
  })

  test('turned round, what was added was removed, and pairs stay pairs', () => {
    const mirrored = {
      added: 'removed',
      removed: 'added',
      reworded: 'reworded',
      reattributed: 'reattributed',
      retold: 'retold',
    } as const
    fc.assert(
      fc.property(version, version, (one, other) => {
        const there = compareVersions(one, other)
        const back = compareVersions(other, one)
        const toldAs = (changes: VersionChanges, turned: boolean) =>
          changes.changes
            .map(({ kind, before, after, speaker, details, wordsStand }) =>
              turned
                ? [mirrored[kind], after?.id, before?.id, speaker, details, wordsStand]
                : [kind, before?.id, after?.id, speaker, details, wordsStand],
            )
            .map((row) => JSON.stringify(row))
            .sort()
        assert.deepEqual(toldAs(back, true), toldAs(there, false))
        assert.deepEqual([back.words.added, back.words.removed], [there.words.removed, there.words.added])
      }),
      { numRuns: 300 },
    )
  })

  test('the pieces of a rewording are the two contents', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        for (const { kind, before, after, diff } of compareVersions(one, other).changes) {
          if (kind !== 'reworded') continue
          const side = (left: string) =>
            diff
              .filter(({ op }) => op !== left)
              .map(({ text }) => text)
              .join('')
          assert.equal(side('delete'), after!.content.text)
          assert.equal(
            diff.some(({ op }) => op !== 'equal'),
            true,
          )
          assert.ok(before!.content.text.length > 0)
        }
      }),
    )
  })
})

test('five hundred statements, most of them alike, are compared in no time', () => {
  const many = (word: string) =>
    pageOf(
      Array.from(
        { length: 500 },
        (_, at) =>
          [`The ${word} number ${at % 40} will stay shut until day ${at} of the year`, 'Adela Orlova'] as const,
      ),
    )
  const started = performance.now()
  const { counts } = compareVersions(many('bridge'), many('ferry'))
  assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`)
  assert.equal(counts.reworded, 500)
})
