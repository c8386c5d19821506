/** Every row of the furniture table matches its example and leaves its counter-example alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { furnitureOf, isProse, originalNamedIn } from '../../src/read/furniture.ts'
import { furnitureRows } from '../../src/read/furniture-rows.ts'

for (const row of furnitureRows) {
  test(`furniture, ${row.name}: ${row.example}`, () => {
    assert.ok(row.pattern.test(row.example.replace(/^[^\p{L}\p{N}©]+/u, '')), 'the row must match its example')
    assert.notEqual(furnitureOf(row.example), null)
    assert.equal(furnitureOf(row.not), null, `"${row.not}" is an article's own`)
  })
}

test('lines of other languages are furniture too', () => {
  for (const line of [
    'Lire aussi :',
    'Te puede interesar',
    'Читайте также:',
    'Teilen',
    '12 345 просмотров',
    '相关阅读',
    'Leggi anche:',
  ]) {
    assert.notEqual(furnitureOf(line), null, line)
  }
})

test('what people say is never furniture', () => {
  for (const line of [
    '"Share this burden with us," the minister said.',
    'Related issues were raised by both sides.',
    'No comment, said the spokesman.',
    'Subscribe or die, he joked.',
    'Advertisement revenue collapsed in June.',
    'Home is where we will win, she said.',
  ]) {
    assert.equal(furnitureOf(line), null, line)
  }
})

test('the line that names an original gives its address or name', () => {
  assert.equal(originalNamedIn('Original: example.org/article/77/'), 'example.org/article/77/')
  assert.equal(originalNamedIn('Quelle: dpa'), 'dpa')
  assert.equal(originalNamedIn('来源：新华社'), '新华社')
  assert.equal(originalNamedIn('Source: a man who knows. He would not say more.'), null)
  assert.equal(originalNamedIn('The original plan: wait and see'), null)
})

test('prose ends a list, headlines do not', () => {
  assert.equal(isProse('The minister said that the treaty would hold for another year.'), true)
  assert.equal(isProse('Minister says treaty will hold for another year despite protests'), false)
})
