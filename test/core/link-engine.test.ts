/** Tests of the parts of linking that need no store: coded keys, neighbourhoods, marked words, wording, keys of turns. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codedKeys, weightOf } from '../../src/core/links/coded-keys.ts'
import { CONFLICT_TYPES, FIDELITIES, RELATIONS } from '../../src/core/links/link.ts'
import { WINDOW } from '../../src/core/links/link-document.ts'
import { relationWords, typeWords } from '../../src/core/links/link-words.ts'
import { markedPieces } from '../../src/core/links/marked.ts'
import { SortedNeighbourhood } from '../../src/core/links/sorted-neighbourhood.ts'
import { reportKeys, turnKeys } from '../../src/core/links/turn-keys.ts'
import { entryOf } from '../support/entries.ts'

test('keys carry their weights, each once and in order', () => {
  const coded = codedKeys([
    { key: 2 ** 53 - 1, weight: 1 },
    { key: 7, weight: 0.5 },
    { key: 7, weight: 0.5 },
    { key: -5, weight: 1 / 3 },
    { key: 9, weight: 0 },
    { key: 11, weight: 7 },
  ])
  assert.equal(coded.length, 4)
  assert.deepEqual(
    coded,
    coded.toSorted((a, b) => a - b),
  )
  assert.ok(coded.every((key) => Number.isSafeInteger(key) && key >= 0))
  assert.deepEqual(coded.map(weightOf).sort(), [12, 12, 4, 6])
})

test('neighbours of a key are candidates as far as the window reaches, whatever the order they came in', () => {
  const statements = Array.from({ length: 3 * WINDOW }, (_, index) => index + 1)
  const candidatesOf = (order: readonly number[]) => {
    const all = new SortedNeighbourhood()
    // Two keys: neighbours would be candidates by one of them alone, who stands further off by both.
    for (const statement of order) all.add({ place: 100 - statement, statement }, [16 + 12, 32 + 12])
    all.add({ place: 50, statement: 99 }, [48 + 12])
    all.sort()
    return [...all.candidates()].flatMap(([later, earlier]) =>
      [...earlier].map(([each, weight]) => [later, each, weight]),
    )
  }
  const found = candidatesOf(statements)
  assert.deepEqual(candidatesOf(statements.toReversed()), found)
  const expected = statements.length * WINDOW - (WINDOW * (WINDOW + 1)) / 2
  assert.equal(found.length, expected)
  for (const [later, earlier, weight] of found) {
    assert.ok(earlier! - later! > 0 && earlier! - later! <= WINDOW)
    assert.ok(weight === 24 || weight === 12)
  }
})

test('ten thousand rows fit, and come out sorted', () => {
  const all = new SortedNeighbourhood()
  for (let statement = 1; statement <= 5000; statement++) {
    all.add({ place: (statement * 7919) % 5003, statement }, [
      (statement % 50) * 16 + 12,
      ((statement % 77) + 100) * 16 + 12,
    ])
  }
  all.sort()
  const rows = [...all.rows()]
  assert.equal(rows.length, 10_000)
  for (let row = 1; row < rows.length; row++) {
    const [before, after] = [rows[row - 1]!, rows[row]!]
    assert.ok(before[0] < after[0] || (before[0] === after[0] && before[1] <= after[1]))
  }
})

test('marked pieces are the content again, with the words of the link marked', () => {
  const content = {
    spans: [
      { start: 10, end: 20 },
      { start: 30, end: 40 },
    ],
    text: 'abcdefghij … klmnopqrst',
  }
  const evidence = (start: number, end: number, of = 's', note = 'only') => ({ span: { start, end }, of, note })
  const marks = (...because: ReturnType<typeof evidence>[]) =>
    markedPieces('s', content, because)
      .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
      .join('')
  assert.equal(marks(), content.text)
  assert.equal(marks(evidence(12, 14)), 'ab[cd]efghij … klmnopqrst')
  assert.equal(marks(evidence(18, 32)), 'abcdefgh[ij] … [kl]mnopqrst')
  assert.equal(marks(evidence(10, 13), evidence(12, 15)), '[abc][de]fghij … klmnopqrst')
  assert.equal(marks(evidence(0, 5), evidence(90, 95), evidence(12, 14, 'other'), evidence(13, 13)), content.text)
  assert.equal(
    markedPieces('s', content, [evidence(12, 14), evidence(31, 35)])
      .map(({ text }) => text)
      .join(''),
    content.text,
  )
})

test('what is only suggested is worded so', () => {
  for (const relation of RELATIONS) {
    assert.match(relationWords({ relation, level: 'suggested' }), /\b(?:seems|may)\b/)
    assert.doesNotMatch(relationWords({ relation, level: 'confirmed' }), /\b(?:seems|may)\b/)
  }
  assert.equal(relationWords({ relation: 'conflicts', level: 'suggested' }), 'may conflict with')
  for (const type of [...CONFLICT_TYPES, ...FIDELITIES]) assert.ok(typeWords({ type }))
  assert.equal(typeWords({ type: null }), null)
})

test('a report meets the turn that it shortens, changes or tells in other words; not that of somebody else', () => {
  const item = (speaker: string | null, content: string) => {
    const { document, statements } = entryOf({ text: content, statements: [{ content, speaker }] })
    return { statement: statements[0]!, document }
  }
  const turn = item(
    'Marta Lind',
    'Good morning. Well, look, the ferry to Osk will not sail before the harbour has been dredged. ' +
      'I have asked the engineers for a second report on the sluice gates. Thank you, everybody.',
  )
  const keys = new Set(turnKeys(turn))
  const shared = (speaker: string | null, content: string) =>
    reportKeys(item(speaker, content)).filter((key) => keys.has(key)).length
  assert.ok(shared('Marta Lind', 'the ferry to Osk will not sail before the harbour has been dredged') > 0)
  assert.ok(shared('Lind', 'The ferry … will sail before the harbour has been dredged') > 0)
  assert.ok(shared('Marta Lind', 'that she wants a second report from engineers about the gates of the sluice') > 0)
  assert.equal(shared('Nils Ostrow', 'the ferry to Osk will not sail before the harbour has been dredged'), 0)
  assert.equal(shared('Marta Lind', 'that taxes on fishing boats are to rise'), 0)
  assert.equal(shared(null, 'the ferry to Osk will not sail before the harbour has been dredged'), 0)
  assert.ok([...keys].every((key) => Number.isSafeInteger(key) && key > 0))
})

test('keys of a very long turn take no time', () => {
  const text = 'The committee examined another harbour contract yesterday, number after number of it. '.repeat(20_000)
  const { document, statements } = entryOf({ text, statements: [{ content: text, speaker: 'Ana Pohl' }] })
  const started = performance.now()
  assert.ok(turnKeys({ statement: statements[0]!, document }).length > 0)
  assert.ok(performance.now() - started < 2000)
})
