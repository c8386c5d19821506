/** Tests of the register in use: the one that ships when it is asked, one's own at once, nobody where it is missing. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openRegister } from '../../src/runtime/register.ts'
import { scratchFolder } from '../support/ledger-path.ts'

const own = join(scratchFolder(), 'own.csv')
writeFileSync(own, 'id,kind,name,country\nr-marten,person,Ilse Marten,NO\n')

test('what ships and one’s own, as one', () => {
  const register = openRegister(own)
  assert.equal(register.get('r-marten')?.name, 'Ilse Marten')
  assert.equal(register.named('Ilse Marten')[0]?.id, 'r-marten')
  assert.equal(register.get('Q159')?.name, 'Russia')
})

test('one that does not ship: told once, when it is first asked, and it knows nobody', () => {
  const folder = join(scratchFolder(), 'no-register')
  mkdirSync(folder)
  const warnings: string[] = []
  const register = openRegister(own, (error, meanwhile) => warnings.push(`${error.code}: ${meanwhile}`), folder)
  assert.deepEqual(warnings, [])
  assert.equal(register.get('Q159'), null)
  assert.equal(register.get('r-marten')?.name, 'Ilse Marten')
  assert.deepEqual(warnings, ['model-missing: nobody is recognised by name or office'])
})

test('one’s own that is wrong or missing is told of at once', () => {
  const wrong = join(scratchFolder(), 'wrong.csv')
  writeFileSync(wrong, 'kind,name\nperson,\n')
  assert.throws(() => openRegister(wrong), { code: 'register-malformed', message: /wrong\.csv: line 2: / })
  assert.throws(() => openRegister(join(scratchFolder(), 'absent.csv')), { code: 'file-unreadable' })
})
