/** Who is meant: some ninety referents against the register that ships, a third of them people who must not be linked. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { identify } from '../../src/core/register/identify.ts'
import type { Referent } from '../../src/core/register/register.ts'
import { loadRegister } from '../../src/models/load-register.ts'

const register = loadRegister(join(import.meta.dirname, '../../models/register'))

/** kind | names; … | role of place; … | date | countries | gender | → name of the entity, or why there is none. */
const GOLD = `
person|Sergey Lavrov; Lavrov|Foreign Minister of Russian|2022-12-28|RU US||Sergey Lavrov
person|Sergei Lavrov|Foreign Minister of Russia|2026-02-09|||Sergey Lavrov
person|Сергей Лавров|foreign minister of Russian|2023-05-01|||Sergey Lavrov
person|Lavrov|minister of Russian|2022-12-28|||Sergey Lavrov
person|Lavrov||2022-12-28|RU||Sergey Lavrov
person|Lavrov||2022-12-28|||ambiguous
person|Sergey Lavrov|||||ambiguous
person|Aleksey Lavrov|Deputy Finance Minister of Russian|2022-03-01|||Aleksey Lavrov
person|Dmitry Peskov; Peskov|spokesman of Kremlin|2024-06-21|||Dmitry Peskov
person|Dmitri Peskov|spokesman of the Kremlin|2022-12-14|||Dmitry Peskov
person||spokesman of Kremlin|2022-12-14|||Dmitry Peskov
person|Maria Zakharova|spokeswoman of Russian Foreign Ministry|2023-02-01|||Maria Zakharova
person|Mariia Zakharova|Foreign Ministry spokeswoman of Russian|2023-02-01||female|Maria Zakharova
person|John Kirby|National Security Spokesman of US|2024-02-27|||John Kirby
person|John Kirby|press secretary of Pentagon|2021-08-20|||John Kirby
person|John Kirby|plumber|2024-02-27|US||unknown
person|Volodymyr Zelensky; Zelensky|President of Ukrainian|2022-12-14|||Volodymyr Zelenskyy
person|Vladimir Zelenskyy|leaders of Kyiv regime|2026-02-09|UA RU||Volodymyr Zelenskyy
person|Volodymyr Zelenskiy|leader of Ukrainian|2024-06-21|||Volodymyr Zelenskyy
person|Володимир Зеленський|president of Ukraine|2024-06-21|||Volodymyr Zelenskyy
person|Zelensky||2023-01-10|UA RU||Volodymyr Zelenskyy
person|Jens Stoltenberg|Secretary General of NATO|2024-06-21|||Jens Stoltenberg
person|Jens Stoltenberg|chief of NATO|2024-06-21|||Jens Stoltenberg
person|Mark Rutte|Secretary General of NATO|2026-02-09|||Mark Rutte
person|Mark Rutte|Prime Minister of Dutch|2023-02-09|||Mark Rutte
person|Emmanuel Macron; Macron|President of French|2024-02-27|||Emmanuel Macron
person|Stéphane Sejourne|Foreign Minister of French|2024-02-27|||Stéphane Séjourné
person||foreign minister of French|2024-02-27|||Stéphane Séjourné
person||foreign minister of French|2022-03-01|||Jean-Yves Le Drian
person||foreign minister of French||||unknown
person||former foreign minister of French|2024-02-27|||unknown
person||foreign minister|2024-02-27|FR||unknown
person||doctor of French|2024-02-27|||unknown
person||leader of Russian|2026-02-09|||Vladimir Putin
person||president of Russian|2023-02-09|||Vladimir Putin
person||spokesman of Pentagon|2023-05-01|||unknown
person||minister of Russian|2023-05-01|||unknown
person||top diplomat of EU|2023-05-01|||Josep Borrell
person||prime minister of British|2022-10-10|||Liz Truss
person||chancellor of German|2023-05-01|||Olaf Scholz
person||defence minister of Ukrainian|2024-02-27|||Rustem Umerov
person||defense secretary of US|2023-02-27|||Lloyd Austin
person||secretary of state of US|2022-02-27|||Antony Blinken
person||secretary-general of UN|2023-02-27|||António Guterres
person||prime minister of British|2024-07-05|||ambiguous
person|Keir Starmer; Starmer|Prime Minister of British|2026-02-09|||Keir Starmer
person|Starmer||2026-02-09|RU GB||Keir Starmer
person|Starmer|striker|2026-02-09|GB||ambiguous
person|Viktor Orbán|Prime Minister of Hungarian|2026-02-09|||Viktor Orbán
person|Orban|prime minister of Hungary|2024-02-09|||Viktor Orbán
person|Ludovic Orban|former prime minister of Romania|2024-02-09|||Ludovic Orban
person|Joe Biden; Biden|President of US|2024-06-21|||Joe Biden
person|Biden|President|2024-06-21|US||Joe Biden
person|Joe Biden|former president of US|2025-06-01|||Joe Biden
person|Ursula von der Leyen; von der Leyen|President of European Commission|2023-06-01|||Ursula von der Leyen
person|von der Leyen|Commission President of EU|2023-06-01|||Ursula von der Leyen
person|Xi Jinping|President of Chinese|2023-03-01|||Xi Jinping
person|Xi|President|2023-03-01|CN||Xi Jinping
person|Kim Jong Un|leader of North Korean|2023-03-01|||Kim Jong-un
person|Alexander Lukashenko|President of Belarusian|2023-03-01|||Alexander Lukashenko
person|Aliaksandr Lukashenka|leader of Belarusian|2023-03-01|||Alexander Lukashenko
person|Recep Tayyip Erdogan|President of Turkish|2023-03-01|||Recep Tayyip Erdoğan
person|Hillary Clinton||2016-10-01|US||Hillary Clinton
person|Hillary Clinton||2016-10-01|FR||ambiguous
person|Hillary Clinton|florist|2016-10-01|US||unknown
person|Angela Merkel||1950-10-01|DE||ambiguous
person|Mike Johnson|teacher of Ohio|2024-01-05|US||unknown
person|Mike Johnson||2024-01-05|||ambiguous
person|Mike Johnson|House Speaker of US|2024-01-05|US||Mike Johnson
person|David Cameron|baker of Canadian|2024-01-05|GB CA||unknown
person|David Cameron|foreign secretary of British|2024-01-05||female|unknown
person|Sergei Ivanov|hockey player of Russian|2024-01-05|RU||unknown
person|Marie Raevsky||2026-02-10|US||unknown
person|Raevsky||2026-02-10|US||unknown
person|Smith|resident|2024-01-05|US||ambiguous
person|James Martin|spokesman of Acme Tools|2024-01-05|||unknown
organisation|the Kremlin||2024-01-05|||Kremlin
organisation|White House||2024-01-05|||White House
organisation|Pentagon||2024-01-05|||Pentagon
organisation|Russian Foreign Ministry||2024-01-05|||Russian Foreign Ministry
organisation|U.N.||2024-01-05|||United Nations
organisation|who||2024-01-05|||unknown
organisation|Foreign Ministry||2024-01-05|RU||unknown
state|Moscow||2024-01-05|||Moscow
state|Russia||2024-01-05|||Russia
state|United States (US)||2024-01-05|||United States
publication|Politico||2024-01-05|||Politico
publication|The Economist||2024-01-05|||The Economist
publication|Paris||2024-01-05|||unknown
person|Paris||2024-01-05|||ambiguous
group|Germany||2024-01-05|||unknown
anonymous||official of US|2024-01-05|||unknown
`

interface Case {
  readonly line: string
  readonly referent: Referent
  readonly answer: string
}

const cases: readonly Case[] = GOLD.trim()
  .split('\n')
  .map((line) => {
    const [kind, names, titles, at, countries, gender, answer] = line.split('|')
    const items = (list: string, separator: string): string[] => (list === '' ? [] : list.split(separator))
    return {
      line,
      answer: answer!,
      referent: {
        names: items(names!, '; '),
        kind: kind as Referent['kind'],
        titles: items(titles!, '; ').map((title) => {
          // "secretary of state of US": the last one parts office and place.
          const at = title.lastIndexOf(' of ')
          return at === -1 ? { role: title, of: null } : { role: title.slice(0, at), of: title.slice(at + 4) }
        }),
        gender: gender === '' ? null : (gender as 'female' | 'male'),
        at: at === '' ? null : at!,
        countries: items(countries!, ' '),
      },
    }
  })

for (const { line, referent, answer } of cases) {
  test(line, () => {
    const { entity, because } = identify(referent, register)
    assert.equal(entity?.name ?? because, answer)
  })
}

test('a role that somebody else certainly held contradicts, one that nobody is known to hold does not', () => {
  const lavrov = (role: string) =>
    identify(
      {
        names: ['Sergei Lavrov'],
        kind: 'person',
        titles: [{ role, of: 'Russian' }],
        gender: null,
        at: '2022-06-01',
        countries: [],
      },
      register,
    )
  assert.equal(lavrov('Defence Minister').entity?.id, 'Q58217')
  assert.equal(lavrov('Defence Minister').contradicts, true)
  assert.equal(lavrov('Foreign Minister').contradicts, false)
  assert.equal(lavrov('envoy').contradicts, false)
  assert.equal(lavrov('Foreign Minister').holding?.tenure.start, '2004-03-09')
})

test('capitals and buildings are not the states they speak for', () => {
  for (const name of ['Moscow', 'Kremlin', 'Russian Foreign Ministry']) {
    const found = register.named(name).filter(({ kind }) => kind !== 'person')
    assert.deepEqual(
      found.map(({ speaksFor }) => speaksFor),
      ['Q159'],
      name,
    )
  }
})
