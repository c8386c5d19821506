/** The word diff: its pieces are slices that make up both texts; what it says is the same is the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordDiff } from '../../src/core/compare/word-diff.ts'
import { wordsOf } from '../../src/core/wording/words-of.ts'

const shown = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ op, text }) => ({ equal: text, insert: `{+${text}+}`, delete: `[-${text}-]` })[op])
    .join('')

test('words put in, left out and changed', () => {
  assert.equal(
    shown('There will be no troops there.', 'There would be no troops there.'),
    'There [-will -]{+would +}be no troops there.',
  )
  assert.equal(shown('We will not go.', 'We will go.'), 'We will [-not -]go.')
  assert.equal(shown('', 'new'), '{+new+}')
  assert.equal(shown('old', ''), '[-old-]')
  assert.deepEqual(wordDiff('', ''), [])
})

test('case, marks and points do not count', () => {
  assert.deepEqual(
    wordDiff('“The U.S. won’t go,”', "the US won't go").map(({ op }) => op),
    ['equal'],
  )
})

const word = fc.constantFrom('the', 'dam', 'will', 'not', 'hold', '3,000', 'Pohl', 'U.S.', '“well,”', 'a–b', '😀', '\n')
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))

test('the pieces of either text, put together, are that text', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after)
      const joined = (side: 'before' | 'after', whole: string) =>
        pieces.map((piece) => (piece[side] === null ? '' : whole.slice(piece[side].start, piece[side].end))).join('')
      assert.equal(joined('before', before), before)
      assert.equal(joined('after', after), after)
      for (const { op, before: old, after: now } of pieces) {
        assert.equal(op === 'insert', old === null)
        assert.equal(op === 'delete', now === null)
        if (op !== 'equal') continue
        const forms = (part: string) => wordsOf(part).map(({ form }) => form)
        assert.deepEqual(forms(before.slice(old!.start, old!.end)), forms(after.slice(now!.start, now!.end)))
      }
    }),
  )
})

test('the script is as short as any', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 12 }), fc.array(fc.nat(3), { maxLength: 12 }), (a, b) => {
      const kept = wordDiff(a.map((n) => `w${'x'.repeat(n)}`).join(' '), b.map((n) => `w${'x'.repeat(n)}`).join(' '))
        .filter(({ op }) => op === 'equal')
        .reduce((sum, { text: same }) => sum + same.trim().split(/\s+/).length, 0)
      const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
      for (let i = 1; i <= a.length; i++)
        for (let j = 1; j <= b.length; j++)
          table[i]![j] =
            a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!)
      assert.equal(kept, table[a.length]![b.length])
    }),
  )
})

test('long texts that differ in everything take no time', () => {
  const before = 'a '.repeat(50_000)
  const after = 'b '.repeat(50_000)
  const started = performance.now()
  assert.equal(wordDiff(before, after).length, 2)
  assert.ok(performance.now() - started < 4000)
})
