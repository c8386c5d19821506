/** The register that ships: whole, as its digest says, and indexed by the rules of today. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { unpacked } from '../../src/core/register/packed.ts'
import { packedRegister } from '../../src/core/register/packed-register.ts'
import { loadRegister } from '../../src/models/load-register.ts'

const folder = join(import.meta.dirname, '../../models/register')

test('everything in it is found by its name, its id and its offices: the index was made by the rules of today', () => {
  const packed = unpacked(readFileSync(join(folder, 'register.bin')))
  const register = packedRegister(packed)
  const lines = new TextDecoder().decode(packed.entities)
  const ids = [...lines.matchAll(/([A-Za-z0-9][\p{L}\p{N}-]*)\x1f[posu]\x1f/gu)].map(([, id]) => id!)
  assert.ok(ids.length > 20_000)
  const lost: string[] = []
  for (let at = 0; at < ids.length; at += 13) {
    const entity = register.get(ids[at]!)
    // Names end where the next id begins, so a few ids are read with the end of a name before them.
    if (entity === null) continue
    if (!register.named(entity.name).some(({ id }) => id === entity.id)) lost.push(`${entity.id} ${entity.name}`)
  }
  assert.deepEqual(lost, [])
  for (const [role, of, at, id] of [
    ['president', 'RU', '2022-12-28', 'Q7747'],
    ['foreign minister', 'RU', '2022-12-28', 'Q58217'],
    ['secretary general', 'Q7184', '2024-06-21', 'Q57665'],
    ['president', 'US', '2024-06-21', 'Q6279'],
  ] as const) {
    assert.deepEqual(
      register.holders(role, of, at).map(({ entity }) => entity.id),
      [id],
    )
  }
})

test('it stays small', () => {
  assert.ok(statSync(join(folder, 'register.bin')).size < 4.2e6)
})

test('one that is missing or damaged is told of', () => {
  const copy = mkdtempSync(join(tmpdir(), 'onrecord-register-'))
  const fails = (code: string): void =>
    assert.throws(
      () => loadRegister(copy),
      (error) => error instanceof OnrecordError && error.code === code,
    )
  try {
    fails('model-missing')
    cpSync(folder, copy, { recursive: true })
    assert.equal(loadRegister(copy).get('Q58217')?.name, 'Sergey Lavrov')
    truncateSync(join(copy, 'register.bin'), 1_000_000)
    fails('model-damaged')
  } finally {
    rmSync(copy, { recursive: true })
  }
})
