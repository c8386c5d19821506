/** Tests of titles as one reads them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleWords } from '../../src/core/title-words.ts'

for (const [role, of, name, words] of [
  ['Foreign Minister', 'Russian', 'Sergei Orlov', 'Russian Foreign Minister'],
  ['Foreign Minister', 'Russia', 'Sergei Orlov', 'Foreign Minister, Russia'],
  ['Secretary General', 'NATO', 'Ilse Marten', 'Secretary General, NATO'],
  ['president', 'US', 'Ilse Marten', 'president, US'],
  ['doctor', null, 'Ilse Marten', 'doctor'],
  [null, 'NATO', 'Ilse Marten', 'NATO'],
  [null, null, 'Ilse Marten', ''],
  ['spokesman', 'the ministry', 'a spokesman for the ministry', ''],
  ['officials', 'US', 'three US officials', ''],
] as const) {
  test(`${role} of ${of}, ${name}: “${words}”`, () => assert.equal(titleWords(role, of, name), words))
}
