/** Tests of the error table: every row says what, and what to do, and no `{placeholder}` is left over. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asOnrecordError, type ErrorCode, errorTable, OnrecordError } from '../../src/core/errors.ts'

const codes = Object.keys(errorTable) as ErrorCode[]
const KINDS = ['invalid', 'not-found', 'conflict', 'unavailable', 'misconfigured', 'forbidden', 'bug']

const namesIn = (template: string): string[] => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

describe('error table', () => {
  for (const code of codes) {
    const row = errorTable[code]
    it(`${code} has a kind, one line of message and one of hint`, () => {
      assert.ok(KINDS.includes(row.kind))
      for (const line of [row.message, row.hint]) {
        assert.match(line, /\S/)
        assert.doesNotMatch(line, /[\r\n]/)
      }
      assert.match(row.hint, /^[A-Z].*\.$/, 'a hint is a sentence')
      assert.doesNotMatch(row.message, /\.$/, 'a message is no sentence: doors put it behind their own words')
    })

    it(`${code} fills every placeholder by name`, () => {
      const names = new Set([...namesIn(row.message), ...namesIn(row.hint)])
      const details = Object.fromEntries([...names].map((name) => [name, `<${name}>`]))
      const error = new OnrecordError(code, details)
      for (const [template, filled] of [
        [row.message, error.message],
        [row.hint, error.hint],
      ] as const) {
        assert.equal(filled, template.replaceAll(/\{(\w+)\}/g, '<$1>'))
        for (const name of namesIn(template)) assert.ok(filled.includes(`<${name}>`), name)
        assert.doesNotMatch(filled, /[{}]/)
      }
      assert.equal(error.kind, row.kind)
      assert.equal(error.code, code)
      assert.equal(error.name, 'OnrecordError')
    })
  }
})

describe('OnrecordError', () => {
  it('takes details as they are: a brace or a dollar sign in one is text', () => {
    const error = new OnrecordError('file-unreadable', { file: 'a{reason}$&$1.txt', reason: 'no {file}' })
    assert.equal(error.message, 'a{reason}$&$1.txt: cannot be read (no {file})')
  })

  it('prints zero and the empty string, and shows a detail nobody gave by its name', () => {
    assert.match(new OnrecordError('file-too-large', { file: '', size: 0, limit: 20 }).message, /^: 0 MB, more than/)
    assert.match(new OnrecordError('unknown-id').message, /\{id\}/)
  })

  it('wraps what was thrown, and keeps its own kind', () => {
    const own = new OnrecordError('usage', { problem: 'x', command: 'add' })
    assert.equal(asOnrecordError(own), own)
    const cause = new TypeError('no such thing')
    const wrapped = asOnrecordError(cause)
    assert.equal(wrapped.code, 'bug')
    assert.equal(wrapped.cause, cause)
    assert.match(wrapped.message, /no such thing/)
    for (const thrown of ['text', null, undefined, 7, { a: 1 }]) assert.equal(asOnrecordError(thrown).code, 'bug')
  })
})
