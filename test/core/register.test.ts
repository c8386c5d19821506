/** The register in memory: names in any spelling, offices at a date, what ends and what is only likely. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergedRegisters } from '../../src/core/register/merged-registers.ts'
import { fullKeys, nameForms, plainKey, sameName } from '../../src/core/register/name-key.ts'
import { packedBytes, unpacked } from '../../src/core/register/packed.ts'
import { certaintyAt, formatPartialDate, parsePartialDate } from '../../src/core/register/partial-date.ts'
import { placeOf } from '../../src/core/register/place-of.ts'
import type { Entity, Tenure } from '../../src/core/register/register.ts'
import { RegisterBuilder } from '../../src/core/register/register-builder.ts'
import { registerOf } from '../../src/core/register/register-of.ts'
import { readRole, sameOffice } from '../../src/core/register/role-key.ts'
import { ROLE_ROWS } from '../../src/core/register/role-rows.ts'

const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  name,
  kind: 'person',
  names: [],
  gender: null,
  country: null,
  speaksFor: null,
  ...more,
})
const tenure = (
  person: string,
  role: string,
  of: string,
  start: string | null,
  end: string | null,
  asOf: string | null = null,
): Tenure => ({ person, role, of, start, end, asOf })

const register = registerOf(
  [
    entity('p1', 'Oleksandr Horenko', { country: 'UA', gender: 'male' }),
    entity('p2', 'Ilse van der Maat', { country: 'NL', gender: 'female' }),
    entity('p3', 'Miloš Đurčić', { country: 'RS' }),
    entity('p4', 'José García Pardo', { country: 'ES' }),
    entity('p5', 'Han Seo-yun', { country: 'KR' }),
    entity('p6', 'Anna Müller', { country: 'DE' }),
    entity('r-wlo', 'World Lantern Organization', { kind: 'organisation', names: ['WLO'] }),
  ],
  [
    tenure('p1', 'Minister of Foreign Affairs', 'UA', '2015-03', '2018-06-30'),
    tenure('p2', 'Minister of Foreign Affairs', 'NL', '2020-01-10', null, '2022-07-01'),
    tenure('p6', 'Federal Minister for Foreign Affairs', 'DE', '2019-01-10', null, '2020-01-01'),
    tenure('p3', 'Minister of Foreign Affairs', 'DE', '2021-05-01', '2021-12-31'),
    tenure('p4', 'Secretary General', 'r-wlo', '2010', '2014'),
  ],
)
const idsOf = (name: string): string[] =>
  register
    .named(name)
    .map(({ id }) => id)
    .sort()

test('a name is found in other spellings, scripts and orders, and with words left out', () => {
  for (const [name, id] of [
    ['Oleksandr Horenko', 'p1'],
    ['Олександр Горенко', 'p1'],
    ['Александр Горенко', 'p1'],
    ['Alexander Gorenko', 'p1'],
    ['Горенко Олександр Петрович', 'p1'],
    ['O. Horenko', 'p1'],
    ['Ilse Van der Maat', 'p2'],
    ['van der Maat', 'p2'],
    ['Maat', 'p2'],
    ['Милош Ђурчић', 'p3'],
    ['Milos Djurcic', 'p3'],
    ['José García', 'p4'],
    ['García', 'p4'],
    ['Han Seo Yun', 'p5'],
    ['Han', 'p5'],
    ['Anna Mueller', 'p6'],
    ['Anna Muller', 'p6'],
    ['the World Lantern Organization', 'r-wlo'],
    ['W.L.O.', 'r-wlo'],
  ] as const) {
    assert.deepEqual(idsOf(name), [id], name)
  }
  for (const name of ['Oleksandr', 'Petro Horenko', 'der Maat van', 'wlo', 'José', '', '---', 'Anna'])
    assert.deepEqual(idsOf(name), [], name)
})

test('names differ where more than spelling does', () => {
  const same = (one: string, other: string): boolean =>
    nameForms(one).some((a) => nameForms(other).some((b) => sameName(a, b)))
  for (const [one, other] of [
    ['Volodymyr Zelensky', 'Владимир Зеленский'],
    ['Sergei Lavrov', 'Sergey Viktorovich Lavrov'],
    ['Kim Jong Un', 'Kim Jong-un'],
    ['Mohamed Al-Hassan', 'Muhammad Hassan'],
    ['Yevgeny Prigozhin', 'Evgenii Prigozhin'],
  ])
    assert.equal(same(one!, other!), true, `${one} ${other}`)
  for (const [one, other] of [
    ['Jorge Rodríguez Grossi', 'Jorge Rodríguez Pardo'],
    ['Chen Chien-jen', 'Chen Chien-nien'],
    ['Ana Lima', 'Anna Timma'],
    ['Ibrahim Mohamed Ali', 'Mohamed Ibrahim'],
  ])
    assert.equal(same(one!, other!), false, `${one} ${other}`)
  assert.equal(plainKey('…'), '')
  assert.deepEqual(nameForms('…'), [])
})

test('a long name is read in time that grows with it alone', () => {
  const long = 'Anna-Maria de la '.repeat(20_000)
  const start = performance.now()
  for (const form of nameForms(long)) assert.ok(fullKeys(form).length > 0)
  for (const noise of ['-', '(', ' ', '.', "'", 'a-', '. ']) {
    nameForms(`${noise.repeat(100_000)}x`)
    plainKey(`${noise.repeat(100_000)}x`)
    readRole(`${noise.repeat(100_000)}x`, 'FR')
  }
  readRole('minister of '.repeat(50_000), 'FR')
  placeOf('Ministry of '.repeat(50_000), register)
  assert.ok(performance.now() - start < 3000)
})

test('an office has its holder at the date: certain within the dates, likely beyond what is known, and then nobody', () => {
  const holders = (role: string, of: string, at: string): string[] =>
    register.holders(role, of, at).map((holding) => `${holding.entity.id} ${holding.certainty}`)
  assert.deepEqual(holders('foreign minister', 'UA', '2016-01-01'), ['p1 certain'])
  assert.deepEqual(holders('top diplomat', 'UA', '2015-03-15'), ['p1 likely'])
  assert.deepEqual(holders('foreign minister', 'UA', '2018'), ['p1 likely'])
  assert.deepEqual(holders('foreign minister', 'UA', '2018-07-01'), [])
  assert.deepEqual(holders('Minister for Foreign Affairs', 'NL', '2021-01-01'), ['p2 certain'])
  assert.deepEqual(holders('foreign minister', 'NL', '2024-01-01'), ['p2 likely'])
  assert.deepEqual(holders('foreign minister', 'NL', '2027-01-01'), [])
  assert.deepEqual(holders('deputy foreign minister', 'NL', '2021-01-01'), [])
  assert.deepEqual(holders('chief', 'r-wlo', '2012-02-02'), ['p4 certain'])
  assert.deepEqual(holders('foreign minister', 'NL', 'PAST_REF'), [])
})

test('who came after ends what the register leaves open, even when gone again', () => {
  const holders = (at: string): string[] =>
    register.holders('foreign minister', 'DE', at).map(({ entity: { id } }) => id)
  assert.deepEqual(holders('2020-06-01'), ['p6'])
  assert.deepEqual(holders('2021-06-01'), ['p3'])
  assert.deepEqual(holders('2022-06-01'), [])
  assert.deepEqual(register.officesOf('p6', '2022-06-01'), [])
  assert.equal(register.tenuresOf('p6').length, 1)
})

test('every name of an office means it, and what looks alike does not', () => {
  for (const { key, of = [''], example, not } of ROLE_ROWS) {
    const place = of[0] === 'Q' ? 'Q1' : of[0]!
    assert.ok(readRole(example, place).keys.includes(key), `${example} → ${key}`)
    assert.ok(!readRole(not, place).keys.includes(key), `${not} ↛ ${key}`)
  }
})

test('one office has many names', () => {
  const same = (asked: string, held: string, of: string): boolean => sameOffice(readRole(asked, of), readRole(held, of))
  for (const [asked, held, of] of [
    ['foreign minister', 'Minister of Europe and Foreign Affairs', 'FR'],
    ['foreign secretary', 'Secretary of State for Foreign and Commonwealth Affairs', 'GB'],
    ['Secretary of State', 'Secretary of State', 'US'],
    ['top diplomat', 'Secretary of State', 'US'],
    ['Defense Secretary', 'Secretary of Defense', 'US'],
    ['defence minister', 'Minister of the Armed Forces', 'FR'],
    ['premier', 'Prime Minister', 'RU'],
    ['prime minister', 'Prime Minister of the United Kingdom', 'GB'],
    ['chancellor', 'Federal Chancellor of Germany', 'DE'],
    ['leader', 'President', 'RU'],
    ['leader', 'Prime Minister', 'GB'],
    ['spokeswoman', 'Foreign Ministry Spokesperson', 'RU'],
    ['minister', 'Minister of Foreign Affairs', 'RU'],
    ['head of state', 'President', 'FR'],
    ['former president', 'President', 'US'],
  ] as const)
    assert.equal(same(asked, held, of), true, `${asked} / ${held}`)
  for (const [asked, held, of] of [
    ['foreign minister', 'Minister of Foreign Trade', 'FR'],
    ['foreign minister', 'Deputy Minister of Foreign Affairs', 'RU'],
    ['president', 'Vice President', 'US'],
    ['president', 'President of the Senate', 'FR'],
    ['leader', 'President', 'DE'],
    ['Kremlin spokesman', 'Foreign Ministry Spokesperson', 'RU'],
    ['prime minister', 'Deputy Prime Minister', 'RU'],
    ['secretary of state', 'Secretary of State of Georgia', 'US'],
  ] as const)
    assert.equal(same(asked, held, of), false, `${asked} / ${held}`)
  assert.equal(readRole('former president', 'US').past, true)
})

test('partial dates are intervals', () => {
  for (const date of ['2024', '2024-02', '2024-02-29']) assert.equal(formatPartialDate(parsePartialDate(date)!), date)
  for (const date of ['2023-02-29', '2024-13', '2024-00', '24', '2024-1-1', '', 'May'])
    assert.equal(parsePartialDate(date), null, date)
  const within = (at: string) => certaintyAt({ start: 20200000, end: 20220500, asOf: 0 }, parsePartialDate(at)!)
  assert.deepEqual(['2019', '2020-03-01', '2021', '2022-05-02', '2022-06-01'].map(within), [
    null,
    'likely',
    'certain',
    'likely',
    null,
  ])
})

test('packed and unpacked again it is the same; what is cut off or something else is refused', () => {
  const builder = new RegisterBuilder()
  builder.addTenure(builder.add(entity('x', 'Ada Quill', { country: 'GB' })), {
    role: 'President',
    of: 'FR',
    start: '2020',
    end: null,
    asOf: '2021',
  })
  const packed = builder.build()
  const bytes = packedBytes(packed)
  assert.deepEqual(unpacked(bytes), packed)
  const shifted = new Uint8Array(bytes.length + 1)
  shifted.set(bytes, 1)
  assert.deepEqual(unpacked(shifted.subarray(1)), packed)
  assert.throws(() => unpacked(bytes.subarray(0, bytes.length - 8)), /cut off/)
  assert.throws(() => unpacked(bytes.subarray(0, 8)), /shorter/)
  assert.throws(() => unpacked(new Uint8Array(200)), /no register/)
})

test('a second register adds names and offices to the first, and ends what that one only thinks likely', () => {
  const own = registerOf(
    [entity('p2', 'Ilse Maat', { names: ['La Maat'] }), entity('n1', 'Noor Bos', { country: 'NL' })],
    [tenure('n1', 'foreign minister', 'NL', '2023-05-01', '2026-01-01')],
  )
  const both = mergedRegisters(register, own)
  assert.deepEqual(both.get('p2')?.names.includes('Ilse van der Maat'), true)
  assert.equal(both.get('p2')?.country, 'NL')
  assert.deepEqual(
    both.holders('foreign minister', 'NL', '2024-01-01').map(({ entity: { id } }) => id),
    ['n1'],
  )
  assert.deepEqual(
    both.named('Maat').map(({ id }) => id),
    ['p2'],
  )
  assert.equal(both.get('nobody'), null)
})
