/** Tests of the signs that spare the language detector: sure of English only where it is English, asking where it may not be. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlainlyEnglish, mayBeForeign } from '../../src/read/english-signs.ts'

const english = [
  'The harbour minister said on Monday that the ferry would run again before the winter, and that nobody had been told.',
  'According to the report, which was seen by the Courier, there were no soldiers at the dam when it broke.',
]

const others: Readonly<Record<string, string>> = {
  de: 'Die Ministerin sagte am Montag, dass die Fähre noch vor dem Winter wieder fahren werde und niemand etwas wusste.',
  nl: 'De minister zei maandag dat de veerboot nog voor de winter weer zou varen en dat niemand iets was verteld.',
  da: 'Ministeren sagde mandag, at færgen ville sejle igen inden vinteren, og at ingen havde fået det at vide.',
  fr: 'La ministre a dit lundi que le bac reprendrait avant l’hiver et que personne ne le savait dans la ville.',
  es: 'La ministra dijo el lunes que el barco volvería antes del invierno y que nadie lo sabía en la ciudad.',
  it: 'La ministra ha detto che il traghetto tornerà prima del freddo e che nessuno lo sapeva nella sua città.',
  pt: 'A ministra disse na segunda que o barco volta antes do inverno e que ninguém sabia de nada na cidade.',
  pl: 'Minister powiedziała w poniedziałek, że prom wróci przed zimą i że nikt o tym nie wiedział.',
  ms: 'Menteri itu mengatakan pada hari Senin bahwa kapal akan berlayar dan tidak ada orang yang tahu dengan pasti.',
  tl: 'Sinabi ng ministro na ang barko ay babalik sa ilog at ang mga tao ay hindi nasabihan.',
  fi: 'Ministeri sanoi maanantaina, että lautta kulkee taas ennen talvea ja kukaan ei ole kuullut asiasta.',
  ru: 'Министр сказала в понедельник, что паром вернётся до зимы и что никто об этом не знал.',
}

test('English prose is plainly English and not foreign', () => {
  for (const text of english) assert.deepEqual([isPlainlyEnglish(text), mayBeForeign(text)], [true, false], text)
})

test('prose in another language is neither', () => {
  for (const [language, text] of Object.entries(others)) {
    assert.deepEqual([isPlainlyEnglish(text), mayBeForeign(text)], [false, true], language)
  }
})

test('names and headlines without a sentence are not sure to be English, and no reason to ask either', () => {
  for (const text of [
    'Halm (2-0-1): Lind 2 goals, Pohl 1 assist, Varga 7 saves',
    'Ferry Minister Quits Over Dam Row',
  ]) {
    assert.deepEqual([isPlainlyEnglish(text), mayBeForeign(text)], [false, false], text)
  }
})

test('a name from elsewhere does not make a sentence foreign', () => {
  assert.equal(mayBeForeign('Ana de la Peña told the Courier that the ferry to São Luz had been sold.'), false)
})

test('English with as much of another language beside it is not plain', () => {
  assert.equal(isPlainlyEnglish(`${english[0]} ${others.de} ${others.fr}`), false)
})
