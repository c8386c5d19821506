/** Spellings in which the press writes leaders' names: which are one name, and which only look alike. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entity } from '../../src/core/register/register.ts'
import { registerOf } from '../../src/core/register/register-of.ts'

/** name | country | spellings that must find it | names that must not */
const ROWS = `
Volodymyr Zelenskyy|UA|Volodymyr Zelensky; Volodymyr Zelenskiy; Vladimir Zelensky; Володимир Зеленський; Владимир Зеленский; V. Zelensky; Zelenskyi|Zelenko; Volodymyr; Petro Zelensky
Sergey Lavrov|RU|Sergei Lavrov; Сергей Лавров; Сергей Викторович Лавров; Lavrov Sergey; S. Lavrov; LAVROV|Sergey Lavrentyev; Sergey Lavrovsky; Mikhail Lavrov; D. Lavrov
Dmytro Kuleba|UA|Dmitry Kuleba; Дмитро Кулеба; Дмитрий Кулеба; Kuleba|Kulebyaka; Kulikov
Joe Biden|US|Joe Biden; Biden|Joe Beiden; Hunter Biden; Joe Bidens
John Kirby|US|John F. Kirby; Kirby|John Kerry; John Kirkby; Kerry
Stéphane Séjourné|FR|Stephane Sejourne; Séjourné; SEJOURNE|Stéphane Séjour; Stella Séjourné
Recep Tayyip Erdoğan|TR|Recep Tayyip Erdogan; Tayyip Erdogan; Recep Erdogan; Erdogan|Bilal Erdogan; Erdoganov
Ursula von der Leyen|DE|von der Leyen; Ursula Von Der Leyen; Leyen|Ursula; Ursula von der Layer
Annalena Baerbock|DE|Baerbock; A. Baerbock|Annalena Baer; Bock
Jean-Yves Le Drian|FR|Le Drian; Jean Yves Le Drian; Drian|Jean-Yves; Yves Drianne
Benjamin Netanyahu|IL|Netanyahu; B. Netanyahu|Yonatan Netanyahu
Kim Jong-un|KP|Kim Jong Un; Kim|Kim Jong-il; Jong-un Park
`

const rows = ROWS.trim()
  .split('\n')
  .map((line) => line.split('|'))

const register = registerOf(
  rows.map(
    ([name, country]): Entity => ({
      id: name!,
      kind: 'person',
      name: name!,
      names: [],
      gender: null,
      country: country!,
      speaksFor: null,
    }),
  ),
  [],
)

for (const [name, , spellings, others] of rows) {
  for (const spelling of spellings!.split('; ')) {
    test(`${spelling} is ${name}`, () => {
      assert.deepEqual(
        register.named(spelling).map(({ id }) => id),
        [name],
      )
    })
  }
  for (const other of others!.split('; ')) {
    test(`${other} is not ${name}`, () => {
      assert.ok(!register.named(other).some(({ id }) => id === name))
    })
  }
}
