/** What the shipped register knows of offices at a date, and that a damaged or missing one is told of. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { loadRegister } from '../../src/models/load-register.ts'

const folder = join(import.meta.dirname, '../../models/register')
const register = loadRegister(folder)

for (const [role, of, at, name] of [
  ['foreign minister', 'FR', '2021-06-01', 'Jean-Yves Le Drian'],
  ['Minister for Europe and Foreign Affairs', 'FR', '2024-02-20', 'Stéphane Séjourné'],
  ['secretary general', 'Q7184', '2024-06-21', 'Jens Stoltenberg'],
  ['Secretary-General', 'Q7184', '2025-03-01', 'Mark Rutte'],
  ['Kremlin spokesman', 'RU', '2022-12-28', 'Dmitry Peskov'],
  ['foreign secretary', 'GB', '2022-03-01', 'Liz Truss'],
  ['secretary of state', 'US', '2023-03-01', 'Antony Blinken'],
] as const) {
  test(`${role} of ${of} in ${at}: ${name}`, () => {
    assert.deepEqual(
      register.holders(role, of, at).map((holding) => `${holding.entity.name} ${holding.certainty}`),
      [`${name} certain`],
    )
  })
}

test('the Kremlin speaks for Russia', () => {
  const [kremlin] = register.named('the Kremlin')
  assert.equal(register.get(kremlin!.speaksFor!)?.name, 'Russia')
})

test('one changed byte is damage, no file at all is a missing model', () => {
  const copy = mkdtempSync(join(tmpdir(), 'onrecord-register-'))
  const fails = (code: string): void =>
    assert.throws(
      () => loadRegister(copy),
      (error) => error instanceof OnrecordError && error.code === code,
    )
  try {
    fails('model-missing')
    cpSync(folder, copy, { recursive: true })
    const bytes = readFileSync(join(folder, 'register.bin'))
    const middle = bytes.length >> 1
    bytes[middle] = bytes[middle]! ^ 1
    writeFileSync(join(copy, 'register.bin'), bytes)
    fails('model-damaged')
    rmSync(join(copy, 'register.bin'))
    fails('model-missing')
  } finally {
    rmSync(copy, { recursive: true })
  }
})
