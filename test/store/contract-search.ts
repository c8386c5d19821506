/** Contract: words, phrases, exclusions and beginnings; every script; any input harmless. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import { entryOf } from '../support/entries.ts'
import { plainWords } from '../support/naive-store.ts'
import { withStore } from './contract.ts'

/** Query → whether it finds the text. */
type Expectations = readonly (readonly [query: string, finds: boolean])[]

const english =
  'Mr. O’Brien said the U.S. would not “negotiate” on Well-known terms: 1,000 tanks AND near-total NOT war.'

const englishExpectations: Expectations = [
  ['would', true],
  ['WOULD', true],
  ['would tanks', true],
  ['would planes', false],
  ['"would not"', true],
  ['"not would"', false],
  ['“would not”', true],
  ['not would', true],
  ['would -planes', true],
  ['would -tanks', false],
  ['would -"not negotiate"', false],
  ['would -"negotiate not"', true],
  ['-planes', true],
  ['-tanks', false],
  ['-planes -ships', true],
  ['-planes -tanks', false],
  ['nego*', true],
  ['nego', false],
  ['nego* tan*', true],
  ['egotiate*', false],
  ['-nego*', false],
  ['U.S.', true],
  ['u.s', true],
  ['well-known', true],
  ['"well known"', true],
  ['known-well', false],
  ["o'brien", true],
  ['1,000', true],
  ['would*not', true],
  ['wou*ld', false],
  // what other search boxes take for syntax is words or nothing here
  ['NOT war', true],
  ['would AND tanks', true],
  ['planes OR tanks', false],
  ['NEAR(would not)', false],
  ['near total', true],
  ['content:would', false],
  ['^would', true],
  ['would + tanks', true],
  ['(would)', true],
  ['{would}', true],
  ['would; DROP TABLE statements', false],
  // quotation marks without a partner, and what has no letters
  ['"would', true],
  ['would"', true],
  ['would "', true],
  ['5" would', false],
  ['"would not" "', true],
  ['"" would', true],
  ['would — tanks !', true],
  ['- would', true],
  ['--would', false],
  ['would -', true],
  ['would -!', true],
  ['*', false],
  ['!!!', false],
  ['-', false],
  ['""', false],
  ['-""', false],
  ['😀', false],
  ['would 😀', true],
]

/** Text, query, whether it is found. */
const scripts: readonly (readonly [text: string, query: string, finds: boolean])[] = [
  ['São Tomé négocie', 'sao negocie', true],
  ['Sao Tome negocie', 'São négocié', true],
  ['Łódź, Đoković, Ångström, Smørrebrød', 'lodz dokovic angstrom smorrebrod', true],
  ['Die Straße der Größe', 'STRASSE grosse', true],
  ['İstanbul ve IĞDIR', 'istanbul igdir', true],
  ['Ο ΠΡΩΘΥΠΟΥΡΓΟΣ είπε', 'πρωθυπουργος ειπε', true],
  ['Ёлка, сказал Зеленский', 'елка ЗЕЛЕНСКИЙ', true],
  ['Путин заявил', '"путин заявил"', true],
  ['Путин заявил', 'пут*', true],
  ['قال الرَّئِيسُ إن', 'الرئيس', true],
  ['אָמַר ראש הממשלה', 'אמר', true],
  ['प्रधानमंत्री ने कहा', 'कहा', true],
  ['प्रधानमंत्री ने कहा', 'कही', false],
  ['習近平在北京表示反對', '北京', true],
  ['習近平在北京表示反對', '京北', false],
  ['習近平在北京表示反對', '"北京表示" 反對', true],
  ['首相は「ガスを止める」と述べた', 'ガス', true],
  ['首相は「ガスを止める」と述べた', 'カス', false],
  ['首相は「ガスを止める」と述べた', '述べ', true],
  ['서울은 어제 발표했다', '서울', true],
  ['นายกรัฐมนตรีกล่าวว่า', 'กล่าว', true],
  ['ＮＡＴＯ ﬁnal', 'nato final', true],
  ['Regie\u00adrung und Wäh\u00adrung', 'regierung wahrung', true],
  ['cafe\u0301 society', '"café society"', true],
  ['one\u2028two\u00a0three', '"one two three"', true],
  ['x\0y z\ud83dw', 'x y z w', true],
]

export function searchContract(open: () => Promise<Store>): void {
  test('words, phrases, exclusions and beginnings, in statements and in documents', () =>
    withStore(open, async (store) => {
      await store.putDocument(entryOf({ text: english, statements: [{ content: english }] }))
      for (const [query, finds] of englishExpectations) await expect(store, query, finds)
    }))

  test('every script', async () => {
    for (const [text, query, finds] of scripts) {
      await withStore(open, async (store) => {
        await store.putDocument(entryOf({ text, statements: [{ content: text }] }))
        await expect(store, query, finds)
      })
    }
  })

  test('a statement is found by content and speaker together, a document by title and text', () =>
    withStore(open, async (store) => {
      const statements = [{ content: '“We will not negotiate.”', speaker: 'Sergey Lavrov', cue: 'said' }]
      const text = 'In Moscow, Sergey Lavrov said: “We will not negotiate.”'
      await store.putDocument(entryOf({ text, title: 'Talks over', statements }))
      for (const [query, count] of [
        ['lavrov negotiate', 1],
        ['moscow', 0],
        ['said', 0],
        ['"negotiate sergey"', 0],
      ] as const) {
        assert.equal((await store.listStatements({ limit: 1, text: query })).total, count, query)
      }
      for (const [query, count] of [
        ['talks moscow', 1],
        ['"over in"', 0],
        ['negotiate', 1],
      ] as const) {
        assert.equal((await store.listDocuments({ limit: 1, text: query })).total, count, query)
      }
    }))

  test('generated queries find what a naive reading of them finds', async () => {
    const word = fc.constantFrom('war', 'warn', 'Krieg', 'Über', 'мир', 'Élysée', 'ёлка', 'ana', 'an')
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const term = fc.oneof(
      word.map((word) => ({ typed: word, passes: has([word]) })),
      fc.tuple(word, word).map((words) => ({ typed: `"${words.join(' ')}"`, passes: has(words) })),
      word.map((word) => ({ typed: `-${word}`, passes: not(has([word])) })),
      fc.tuple(word, word).map((words) => ({ typed: `-"${words.join(' ')}"`, passes: not(has(words)) })),
      word.map((word) => ({ typed: `${word.slice(0, 2)}*`, passes: begins(word.slice(0, 2)) })),
    )
    const queries = fc.array(fc.array(term, { minLength: 1, maxLength: 4 }), { minLength: 10, maxLength: 10 })
    const property = fc.asyncProperty(fc.uniqueArray(text, { maxLength: 25 }), queries, (texts, queries) =>
      withStore(open, async (store) => {
        const entries = texts.map((text) => entryOf({ text, statements: [{ content: text }] }))
        for (const entry of entries) await store.putDocument(entry)
        for (const terms of queries) {
          const typed = terms.map((term) => term.typed).join(' ')
          const passes = (entry: DocumentEntry) => terms.every((term) => term.passes(plainWords(entry.text)))
          const expected = entries
            .filter(passes)
            .map((entry) => entry.document.id)
            .sort()
          const documents = await store.listDocuments({ limit: 100, text: typed })
          assert.deepEqual(
            documents.rows.map((row) => row.document.id),
            expected,
            typed,
          )
          const statements = await store.listStatements({ limit: 100, text: typed })
          assert.deepEqual(
            statements.rows.map((row) => row.document.id),
            expected,
            typed,
          )
          assert.equal(statements.total, expected.length)
        }
      }),
    )
    await fc.assert(property, { numRuns: 40 })
  })

  test('any input at all is a valid query', () =>
    withStore(open, async (store) => {
      await store.putDocument(entryOf({ text: english, statements: [{ content: english, speaker: 'Ann' }] }))
      const piece = fc.constantFrom(
        '"',
        '“',
        '-',
        '*',
        ' ',
        '(',
        ')',
        ':',
        '^',
        '+',
        '{',
        'NEAR',
        'OR',
        'a',
        '\0',
        '\ud83d',
        "'",
        '东',
      )
      const query = fc.oneof(
        fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join('')),
        fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((units) => String.fromCharCode(...units)),
      )
      const property = fc.asyncProperty(query, async (text) => {
        for (const filter of [
          { text },
          { speaker: text },
          { publisher: text },
          { text, speaker: text, language: text },
        ]) {
          const { total, rows } = await store.listStatements({ limit: 10, ...filter })
          assert.equal(total, rows.length)
          await store.listDocuments({ limit: 10, text })
        }
      })
      await fc.assert(property, { numRuns: 300 })
    }))

  test('a very long query is answered', () =>
    withStore(open, async (store) => {
      await store.putDocument(entryOf({ text: english, statements: [{ content: english }] }))
      await expect(store, 'would '.repeat(5000), true)
      await expect(store, '-planes '.repeat(5000), true)
      await expect(store, '"'.repeat(5001), false)
      await expect(store, `"${'would '.repeat(5000)}"`, false)
    }))
}

async function expect(store: Store, query: string, finds: boolean): Promise<void> {
  const label = query.slice(0, 60)
  assert.equal((await store.listStatements({ limit: 10, text: query })).total, finds ? 1 : 0, `statements: ${label}`)
  assert.equal((await store.listDocuments({ limit: 10, text: query })).total, finds ? 1 : 0, `documents: ${label}`)
}

type Passes = (words: readonly string[]) => boolean

const has =
  (phrase: readonly string[]): Passes =>
  (words) =>
    ` ${words.join(' ')} `.includes(` ${phrase.flatMap(plainWords).join(' ')} `)

const begins =
  (beginning: string): Passes =>
  (words) =>
    words.some((word) => word.startsWith(plainWords(beginning)[0]!))

const not =
  (passes: Passes): Passes =>
  (words) =>
    !passes(words)
