/** Tests of the host rule: which `Host` may be answered, and on which port. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostAllowed } from '../../src/server/allowed-host.ts'

const cases: readonly (readonly [authority: string, host: string | undefined, allowed: boolean])[] = [
  ['127.0.0.1:4870', undefined, true],
  ['localhost:4870', undefined, true],
  ['LOCALHOST:4870', undefined, true],
  ['[::1]:4870', undefined, true],
  ['127.0.0.1:4871', undefined, false],
  ['localhost', undefined, false],
  ['evil.example:4870', undefined, false],
  ['localhost.evil.example:4870', undefined, false],
  ['evil.example', '127.0.0.1', false],
  ['192.168.1.5:4870', undefined, false],
  ['192.168.1.5:4870', '192.168.1.5', true],
  ['desk.newsroom.example', 'desk.newsroom.example', true],
  ['192.168.1.5:4870', '0.0.0.0', true],
  ['[fe80::1]:4870', '::', true],
  ['evil.example:4870', '0.0.0.0', false],
  ['user@localhost:4870', undefined, false],
  ['localhost:4870/x', undefined, false],
  ['', undefined, false],
  ['a'.repeat(100_000), undefined, false],
]

for (const [authority, host, allowed] of cases) {
  test(`${authority.slice(0, 40) || '(none)'} with --host ${host ?? '(default)'}: ${allowed ? 'answered' : 'refused'}`, () => {
    assert.equal(hostAllowed(authority, 4870, { host }), allowed)
  })
}
