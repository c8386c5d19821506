/** A register as people write it: what its rows may hold, and that one wrong line keeps the whole file out. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { parseRegister, readRegister } from '../../src/read/read-register.ts'

const parse = (csv: string) => parseRegister(new TextEncoder().encode(csv), 'people.csv')

test('rows of one id are one person, with all names and offices', () => {
  const register = parse(
    '\uFEFFname,id,names,gender,country,role,of,start,end\r\n' +
      '"Quill, Ada",Q1,Ada M. Quill|Ада Квилл,female,GB,Minister of Health,,2019,2020-05-01\r\n' +
      '\r\n' +
      'Ada Quill,Q1,,,,"Secretary ""General""",Q7184,2021-01-01,\r\n',
  )
  assert.deepEqual(
    register.named('Ada Quill').map(({ id }) => id),
    ['Q1'],
  )
  assert.deepEqual(
    register.named('Квилл').map(({ id }) => id),
    ['Q1'],
  )
  assert.deepEqual(register.get('Q1'), {
    id: 'Q1',
    kind: 'person',
    name: 'Quill, Ada',
    names: ['Ada M. Quill', 'Ада Квилл', 'Ada Quill'],
    gender: 'female',
    country: 'GB',
    speaksFor: null,
  })
  assert.deepEqual(
    register.holders('health minister', 'GB', '2019-12-31').map(({ entity }) => entity.id),
    ['Q1'],
  )
  assert.deepEqual(
    register.tenuresOf('Q1').map(({ role, of }) => `${role} of ${of}`),
    ['Minister of Health of GB', 'Secretary "General" of Q7184'],
  )
})

test('only a name is needed; without an id one name of one country is one entity', () => {
  const register = parse('name,country,kind\nAda Quill,GB,\nAda Quill,GB,\nAda Quill,FR,\nThe Daily Quill,,publication')
  assert.deepEqual(
    register
      .named('Ada Quill')
      .map(({ id }) => id)
      .sort(),
    ['r-ada-quill-fr', 'r-ada-quill-gb'],
  )
  assert.equal(register.named('Daily Quill')[0]?.kind, 'publication')
})

const head = 'name,id,kind,gender,country,role,of,start,end\n'
const faults: readonly (readonly [string, number, RegExp])[] = [
  ['', 1, /no header/],
  ['id,kind\nQ1,person\n', 1, /"name" is missing/],
  ['name,colour\nAda,red\n', 1, /no column "colour"/],
  ['name,name\nAda,Ada\n', 1, /twice/],
  [`${head}Ada Quill,Q1\n`, 2, /2 fields where the header has 9/],
  [`${head},Q1,,,,,,,\n`, 2, /name is empty/],
  [`${head}Ada,Q1,,,,,,,\nBo,e-12,,,,,,,\n`, 3, /"e-12" is no id/],
  [`${head}Ada,Q1,robot,,,,,,\n`, 2, /"robot" is no kind/],
  [`${head}Ada,Q1,,woman,,,,,\n`, 2, /"woman" is no gender/],
  [`${head}Ada,Q1,,,UK,,,,\n`, 2, /"UK" is no country/],
  [`${head}Ada,Q1,,,GB,Mayor,,May 2020,\n`, 2, /"May 2020" is no date/],
  [`${head}Ada,Q1,,,GB,Mayor,,2020-02-30,\n`, 2, /no date/],
  [`${head}Ada,Q1,,,GB,Mayor,,2020,2019\n`, 2, /before it starts/],
  [`${head}Ada,Q1,,,GB,,,2020,\n`, 2, /no role/],
  [`${head}Ada,Q1,,,,Mayor,,2020,\n`, 2, /whose "Mayor"/],
  [`${head}"Ada,Q1,,,,,,,\nBo,,,,,,,,\n`, 2, /never closed/],
  [`${head}"Ada\nQuill",Q1,,,,,,,\n`, 2, /control character/],
  [`${head}"Ada"x,Q1,,,,,,,\n`, 2, /after the closing/],
  [`${head}"Ada ""Q""",Q1,,,,,,,\r\n\r\nBo,,robot,,,,,,\r\n`, 4, /"robot" is no kind/],
  [`\uFEFF${head}Ada,Q1,,,,,,,\nBo,,,,,,,,\nCy "Q,,,,,,,,\nDi,,,,,,,,\n`, 4, /never closed/],
  [`${head}Ada "Q",Q1,,,,,,,\n`, 2, /inside the field/],
  [`${head}Ada,Q1,,female,,,,,\nAda,Q1,,male,,,,,\n`, 3, /"Q1" is male here and female in line 2/],
  [`${head}Ada,,,female,GB,,,,\nAda,,,male,GB,,,,\n`, 3, /give each an id/],
  [`${head}Ada,Q1,person,,,,,,\nAda,Q1,state,,,,,,\n`, 3, /state here and person/],
]

for (const [csv, line, problem] of faults) {
  test(`${JSON.stringify(csv.replace(head, ''))} is refused, line ${line}`, () => {
    assert.throws(
      () => parse(csv),
      (error) =>
        error instanceof OnrecordError &&
        error.code === 'register-malformed' &&
        error.details.line === line &&
        error.message.startsWith(`people.csv: line ${line}: `) &&
        problem.test(error.message),
    )
  })
}

test('a user may name an organisation as they like, and its chief is found', () => {
  const register = parse(
    'name,id,kind,role,of,start\nHarbour Union,harbour,organisation,,,\nAda Quill,Q1,person,Secretary General,harbour,2019\n',
  )
  assert.deepEqual(
    register.holders('chief', 'harbour', '2020-01-01').map(({ entity }) => entity.name),
    ['Ada Quill'],
  )
})

test('bytes that are not UTF-8 are told with their line', () => {
  const bytes = Buffer.concat([Buffer.from('name\nAda Quill\n'), Buffer.from([0x41, 0xff, 0x42])])
  assert.throws(() => parseRegister(bytes, 'x.csv'), /line 3: the line is not UTF-8/)
})

test('a file is read by its path; one that is not there cannot be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-register-'))
  try {
    writeFileSync(join(folder, 'people.csv'), 'name,id\nAda Quill,Q1\n')
    assert.equal(readRegister(join(folder, 'people.csv')).get('Q1')?.name, 'Ada Quill')
    assert.throws(
      () => readRegister(join(folder, 'none.csv')),
      (error) => error instanceof OnrecordError && error.code === 'file-unreadable',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
