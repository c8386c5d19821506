/** Tests of content negotiation: who gets JSON from a page's address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prefersJson } from '../../src/server/accept.ts'

const cases: readonly (readonly [accept: string | undefined, json: boolean])[] = [
  [undefined, false],
  ['', false],
  ['*/*', false],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
  ['application/json', true],
  ['Application/JSON; charset=utf-8', true],
  ['application/json, text/plain, */*', true],
  ['text/html, application/json', false],
  ['text/html;q=0.5, application/json;q=0.9', true],
  ['application/json;q=0, text/html', false],
  ['application/json;q=nonsense', false],
  ['application/problem+json', true],
]

for (const [accept, json] of cases) {
  test(`${accept ?? '(none)'} → ${json ? 'JSON' : 'page'}`, () => assert.equal(prefersJson(accept), json))
}
