/** Who is meant, over a small register of invented people in which every hard case is there on purpose: why, and what speaks against it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identify } from '../../src/core/register/identify.ts'
import type { Entity, Identification, Referent, Tenure } from '../../src/core/register/register.ts'
import { registerOf } from '../../src/core/register/register-of.ts'

/** id | kind | names; … | gender | country | speaks for */
const ENTITIES = `
horenko|person|Oleksandr Horenko|male|UA|
tarnova|person|Olena Tarnova|female|UA|
delmas|person|Yves Delmas|male|FR|
roussin|person|Claire Roussin|female|FR|
vasseur|person|Luc Vasseur|male|FR|
pell-gb|person|Martin Pell|male|GB|
pell-us|person|Martin Pell|male|US|
orlen|person|Sergey Orlen|male|RU|
orlentyev|person|Sergey Orlentyev|male|RU|
stroganin|person|Viktor Stroganin|male|RU|
quayle|person|Robert Quaylish|male|US|
marsh|person|Edith Marshwood|female|GB|
duke|person|Thomas Marshwood|male|GB|
oost|person|Ilse van der Oost|female|NL|
brenn|person|Karl Brenn|male|DE|
brenner|person|Karl Brenner|male|DE|
lund-a|person|Nils Lundvik|male|SE|
lund-b|person|Maja Lundvik|female|SE|
Q159|state|Russia||RU|
Q142|state|France||FR|
Q90|state|Parisot||FR|Q142
kremlin|organisation|Kremlin||RU|Q159
rfm|organisation|Russian Foreign Ministry; Foreign Ministry of Russia||RU|Q159
wlo|organisation|World Lantern Organization; WLO||||
union-se|organisation|Harbour Union||SE|
union-no|organisation|Harbour Union||NO|
lantern|publication|The Lantern||GB|
parisot|publication|Parisot||FR|
`

/** person | role | of | start | end | known until */
const TENURES = `
horenko|Minister of Foreign Affairs|UA|2018-03-01|2022-06-30|
tarnova|Minister of Foreign Affairs|UA|2022-07-01||2024-12-31
delmas|Minister of Europe and Foreign Affairs|FR|2020-01-10|2023-05-31|
roussin|Minister of Europe and Foreign Affairs|FR|2023-06-01||2025-01-01
vasseur|President|FR|2017-05-14||2025-01-01
pell-gb|Secretary of State for Foreign and Commonwealth Affairs|GB|2019-07-01|2023-07-01|
pell-us|Secretary of the Treasury|US|2021-01-20|2024-01-20|
orlen|Minister of Foreign Affairs|RU|2010||2025-01-01
orlentyev|Deputy Minister of Finance|RU|2012|2024-01-01|
stroganin|Kremlin Press Secretary|RU|2015||2025-01-01
quayle|Secretary of State|US|2021-01-20|2025-01-20|
marsh|Prime Minister|GB|2022-01-01|2024-06-30|
duke|Minister of Health|GB|2022-01-01|2024-06-30|
oost|Secretary General|wlo|2020|2025|
brenn|Federal Minister of Defence|DE|2020-01-01|2024-12-31|
brenner|Minister of Health|DE|2020-01-01|2024-12-31|
lund-a|Prime Minister|SE|2018-01-01|2021-12-31|
lund-b|Minister of Foreign Affairs|SE|2018-01-01|2021-12-31|
lund-a|Minister of Justice|SE|2022-01-01|2022-12-31|
lund-b|Minister of Justice|SE|2022-01-01|2022-12-31|
`

const nullable = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)
const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))

const register = registerOf(
  rowsOf(ENTITIES).map(([id, kind, all, gender, country, speaksFor]): Entity => {
    const [name, ...names] = all!.split('; ')
    return {
      id: id!,
      kind: kind as Entity['kind'],
      name: name!,
      names,
      gender: nullable(gender) as Entity['gender'],
      country: nullable(country),
      speaksFor: nullable(speaksFor),
    }
  }),
  rowsOf(TENURES).map(
    ([person, role, of, start, end, asOf]): Tenure => ({
      person: person!,
      role: role!,
      of: of!,
      start: nullable(start),
      end: nullable(end),
      asOf: nullable(asOf),
    }),
  ),
)

/** kind | names; … | role @ place; … | date | countries | gender | id or "-" | because | "contradicts" */
const ROWS = `
person|Oleksandr Horenko; Horenko|Foreign Minister @ Ukrainian|2021-05-01|||horenko|name-and-role|
person|Александр Горенко|foreign minister @ Ukraine|2021-05-01|||horenko|name-and-role|
person|Horenko|minister @ Ukrainian|2021-05-01|||horenko|name-and-role|
person|Horenko|Foreign Minister @ Ukrainian|2021-05-01||female|-|unknown|
person|Horenko||2021-05-01|UA||horenko|name|
person|Horenko||2021-05-01|FR||-|ambiguous|
person|Horenko||2021-05-01|||-|ambiguous|
person|Oleksandr Horenko||2021-05-01|||-|ambiguous|
person|Oleksandr Horenko||2021-05-01|UA||horenko|name|
person|Oleksandr Horenko|||||-|ambiguous|
person|Oleksandr Horenko|baker @ Canadian|2021-05-01|CA||-|unknown|
person|Oleksandr Horenko|former foreign minister @ Ukrainian|2023-05-01|||horenko|name-and-role|
person|Oleksandr Horenko|Foreign Minister @ Ukrainian|2023-05-01|||horenko|name|contradicts
person|Horenko|Foreign Minister @ Ukrainian|2023-05-01|||horenko|name|contradicts
person|Oleksandr Horenko|Defence Minister @ Ukrainian|2021-05-01|||horenko|name|
person|Petro Horenko|Foreign Minister @ French|2021-05-01|||-|unknown|
person|Martin Pell|Foreign Secretary @ British|2021-05-01|||pell-gb|name-and-role|
person|Martin Pell|Treasury Secretary @ US|2021-05-01|||pell-us|name-and-role|
person|Pell|foreign secretary @ UK|2021-05-01|||pell-gb|name-and-role|
person|Martin Pell||2021-05-01|||-|ambiguous|
person|Martin Pell||2021-05-01|GB US||-|ambiguous|
person|Martin Pell||2021-05-01|GB||pell-gb|name|
person|Martin Pell|surgeon @ Australian|2021-05-01|GB||-|unknown|
person|Martin Pell|foreign secretary @ British|2021-05-01||female|-|unknown|
person|Sergei Orlen|Foreign Minister @ Russian|2023-05-01|||orlen|name-and-role|
person|Sergey Orlentyev|Deputy Finance Minister @ Russian|2023-05-01|||orlentyev|name-and-role|
person|Sergey Orlentyev|Foreign Minister @ Russian|2023-05-01|||orlentyev|name|contradicts
person|Karl Brenn|defence minister @ German|2023-05-01|||brenn|name-and-role|
person|Karl Brenner|health minister @ German|2023-05-01|||brenner|name-and-role|
person|Brenner|defence minister @ German|2023-05-01|||-|ambiguous|
person|Brenner||2023-05-01|DE||-|ambiguous|
person|Brenn||2023-05-01|DE||brenn|name|
person|Lundvik||2020-05-01|SE||-|ambiguous|
person|Lundvik||2020-05-01|SE|female|lund-b|name|
person|Lundvik|Prime Minister @ Swedish|2020-05-01|SE||lund-a|name-and-role|
person|Lundvik|foreign minister @ Swedish|2020-05-01|SE||lund-b|name-and-role|
person|Nils Lundvik|Prime Minister @ Swedish|2020-05-01|SE|female|-|unknown|
person|Marshwood|Prime Minister @ British|2023-05-01|||marsh|name-and-role|
person|Marshwood|health minister @ British|2023-05-01|||duke|name-and-role|
person|Marshwood|prime minister @ British|2023-05-01||male|-|ambiguous|
person|Marshwood||2023-05-01|GB||marsh|name|
person|Ilse van der Oost|chief @ World Lantern Organization|2022-05-01|||oost|name-and-role|
person|van der Oost|Secretary-General @ WLO|2022-05-01|||oost|name-and-role|
person|Ilse van der Oost|chief @ Harbour Union|2022-05-01|||-|unknown|
person|Viktor Stroganin|spokesman @ the Kremlin|2023-05-01|||stroganin|name-and-role|
person|Stroganin|Kremlin spokesman @|2023-05-01|||stroganin|name-and-role|
person||foreign minister @ French|2022-05-01|||delmas|office|
person||foreign minister @ French|2024-05-01|||roussin|office|
person||top diplomat @ French|2024-05-01|||roussin|office|
person||foreign minister @ French|2024-05-01||male|-|unknown|
person||foreign minister @ French|2019-05-01|||-|unknown|
person||foreign minister @ French||||-|unknown|
person||foreign minister @|2024-05-01|FR||-|unknown|
person||former foreign minister @ French|2024-05-01|||-|unknown|
person||deputy foreign minister @ French|2024-05-01|||-|unknown|
person||foreign minister @ French|2026-05-01|||roussin|office|
person||foreign minister @ French|2032-05-01|||-|unknown|
person||justice minister @ Swedish|2022-05-01|||-|unknown|
person||foreign minister @ French|2023|||-|ambiguous|
person||spokesman @ Kremlin|2023-05-01|||stroganin|office|
person||president @ French|2023-05-01|||vasseur|office|
person||leader @ French|2023-05-01|||vasseur|office|
person||leader @ British|2023-05-01|||marsh|office|
person||secretary of state @ US|2023-05-01|||quayle|office|
person||secretary of state @ British|2023-05-01|||-|unknown|
person||chief @ WLO|2022-05-01|||oost|office|
person||woman @ French|2023-05-01|||-|unknown|
null||president @ French|2023-05-01|||vasseur|office|
group||foreign minister @ French|2024-05-01|||-|unknown|
anonymous||foreign minister @ French|2024-05-01|||-|unknown|
organisation||foreign minister @ French|2024-05-01|||-|unknown|
organisation|the Kremlin||2023-05-01|||kremlin|name|
state|Kremlin||2023-05-01|||kremlin|name|
person|Kremlin||2023-05-01|||-|unknown|
organisation|Russian Foreign Ministry||2023-05-01|||rfm|name|
state|Russia||2023-05-01|||Q159|name|
organisation|Russia||2023-05-01|||-|unknown|
organisation|W.L.O.||2023-05-01|||wlo|name|
organisation|wlo||2023-05-01|||-|unknown|
organisation|Harbour Union||2023-05-01|||-|ambiguous|
organisation|Harbour Union||2023-05-01|SE||union-se|name|
organisation|Harbour Union||2023-05-01|SE NO||-|ambiguous|
publication|The Lantern||2023-05-01|||lantern|name|
publication|Parisot||2023-05-01|||parisot|name|
state|Parisot||2023-05-01|||Q90|name|
null|Parisot||2023-05-01|||-|ambiguous|
organisation|Oleksandr Horenko||2021-05-01|UA||-|unknown|
null|Oleksandr Horenko|Foreign Minister @ Ukrainian|2021-05-01|||horenko|name-and-role|
person|Jane Nobody|Prime Minister @ British|2023-05-01|GB||-|unknown|
`

function referentOf([kind, names, titles, at, countries, gender]: readonly string[]): Referent {
  const items = (list: string, separator: string): string[] => (list === '' ? [] : list.split(separator))
  return {
    kind: (kind === 'null' ? null : kind) as Referent['kind'],
    names: items(names!, '; '),
    titles: items(titles!, '; ').map((title) => {
      const [role, of] = title.split('@').map((part) => part.trim())
      return { role: role!, of: nullable(of) }
    }),
    at: nullable(at),
    countries: items(countries!, ' '),
    gender: nullable(gender) as Referent['gender'],
  }
}

const told = ({ entity, because, contradicts }: Identification): string =>
  `${entity?.id ?? '-'} ${because}${contradicts ? ' contradicts' : ''}`

for (const row of rowsOf(ROWS)) {
  test(row.slice(0, 6).join('|'), () => {
    const verdict = identify(referentOf(row), register)
    assert.equal(told(verdict), [row[6]!.trim(), ...row.slice(7)].join(' ').trim())
    assert.equal(verdict.confidence > 0, verdict.entity !== null)
    assert.ok(verdict.confidence <= 1)
  })
}

test('the office is told with the verdict, and what is only likely is less certain', () => {
  const [now, later] = ['2024-05-01', '2026-05-01'].map((at) =>
    identify(referentOf(['person', '', 'foreign minister @ French', at, '', '']), register),
  )
  assert.equal(now!.holding?.tenure.role, 'Minister of Europe and Foreign Affairs')
  assert.equal(now!.holding?.certainty, 'certain')
  assert.equal(later!.holding?.certainty, 'likely')
  assert.ok(later!.confidence < now!.confidence)
})

test('a metonym is an entity of its own that tells whom it speaks for', () => {
  const verdict = identify(referentOf(['organisation', 'Kremlin', '', '2024-05-01', '', '']), register)
  assert.equal(verdict.entity?.speaksFor, 'Q159')
  assert.equal(register.get(verdict.entity!.speaksFor!)?.name, 'Russia')
})
