/** Every row of the tables of verbs and media reads its example and leaves its look-alike alone; what no table can show by hand. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sliceOf } from '../../src/core/span.ts'
import { RECIPIENT_ROWS } from '../../src/core/utterances/addressee/recipient-verbs.ts'
import { addresseeOf } from '../../src/core/utterances/addressee-of.ts'
import { MEDIUM_ROWS } from '../../src/core/utterances/medium/medium-nouns.ts'
import { outletKind } from '../../src/core/utterances/medium/outlet-kind.ts'
import { mediumOf } from '../../src/core/utterances/medium-of.ts'
import { markedDoc } from './via-doc.ts'

const addressed = (passage: string, which = 0): readonly [string, string | null] | null => {
  const { doc, attributions } = markedDoc(passage)
  const found = addresseeOf(doc, attributions[which]!)
  return found && [sliceOf(doc.text, found.span), found.kind]
}
const medium = (passage: string, which = 0): readonly [string, string] | null => {
  const { doc, attributions } = markedDoc(passage)
  const found = mediumOf(doc, attributions[which]!)
  return found && [sliceOf(doc.text, found.span), found.kind]
}

describe('tables of those who are addressed', () => {
  for (const { frame, example, not } of RECIPIENT_ROWS) {
    it(`${frame}: ${example}`, () => assert.equal(addressed(example)?.[0], markedDoc(example).marked.A[0]))
    it(`${frame}, not: ${not}`, () => assert.equal(addressed(not), null))
  }
})

describe('table of media', () => {
  for (const { kind, example, not } of MEDIUM_ROWS) {
    it(`${kind}: ${example}`, () => assert.deepEqual(medium(example), [markedDoc(example).marked.M[0], kind]))
    it(`${kind}, not: ${not}`, () => assert.equal(medium(not), null))
  }
})

describe('addressee', () => {
  const cases: readonly (readonly [string, readonly [string, string | null] | null])[] = [
    ['[S Ivo Lund] [C told] CNN [Q that the mine was safe].', ['CNN', 'publication']],
    ["[S Ivo Lund] [C told] CNN's Ida Moe [Q that the mine was safe].", ['Ida Moe', 'person']],
    ['[S Washington] has [C informed] Russia [Q that nobody would come].', ['Russia', 'state']],
    ['Russia was [C told] by [S Washington] [Q that nobody would come].', ['Russia', 'state']],
    ['[S The council] [C called] on Denmark [Q to open the strait].', ['Denmark', 'state']],
    ['[S The mayor] [C urged] [Q Denmark to open the strait].', ['Denmark', 'state']],
    ['Speaking to reporters, [S Lund] [C said] [Q that the mine was safe].', ['reporters', 'group']],
    ['After speaking to reporters, [S Lund] [C said] [Q that the mine was safe].', null],
    ['[S Lund] [C said] in a letter to the council [Q that the mine was safe].', ['the council', 'organisation']],
    ['[S Lund] [C said] in response to the council [Q that the mine was safe].', null],
    ['[S Lund] told reporters on Friday, [C adding] [Q that the mine was safe].', ['reporters', 'group']],
    ['[S Lund] attacked reporters, [C adding] [Q that the mine was safe].', null],
    ['[S Lund] [C told] Monday [Q that the mine was safe].', null],
    ['[S Lund] [C told] the Duma [Q that the mine was safe].', ['the Duma', null]],
    ['[S Lund] [C told] reporters and editors [Q that the mine was safe].', ['reporters and editors', 'group']],
    ['[S Lund] [C told] [Q that story of the mine].', null],
    ['[S Lund] [C said] on Friday [Q he had told the council about the mine].', null],
  ]
  for (const [passage, wanted] of cases) it(passage, () => assert.deepEqual(addressed(passage), wanted))

  it('goes on to the second of two cues of one saying', () => {
    const passage = '[S The mayor] [C told] reporters [Q that the dam was safe], [C2 adding] [Q2 that it was new].'
    const { doc, attributions } = markedDoc(passage)
    const second = { ...attributions[1]!, source: attributions[0]!.source }
    const both = { ...doc, layers: { ...doc.layers, attributions: [attributions[0]!, second] } }
    const found = addresseeOf(both, second)
    assert.equal(found && sliceOf(doc.text, found.span), 'reporters')
  })
})

describe('medium', () => {
  const cases: readonly (readonly [string, readonly [string, string] | null])[] = [
    ['[S Ivo Lund] [C told] CNN [Q that the mine was safe].', ['CNN', 'broadcaster']],
    ["[S Ivo Lund] [C told] CNN's Ida Moe [Q that the mine was safe].", ['CNN', 'broadcaster']],
    ['[S Lund] [C said] in an interview with NTV television [Q that the mine was safe].', ['NTV', 'broadcaster']],
    ['[S Lund] [C told] a rally in Ohio [Q that the mine would stay].', ['a rally', 'speech']],
    ['[S Lund] [C wrote] on X [Q that the mine was safe].', ['X', 'social']],
    ['[S Lund] [C posted] on Telegram [Q that the mine was safe].', ['Telegram', 'social']],
    ['[S Lund] [C tweeted] [Q that the mine was safe].', ['tweeted', 'social']],
    ['[S Lund] [C wrote] in an article in The Guardian [Q that the mine was safe].', ['The Guardian', 'newspaper']],
    ['[S The statement] [C said] [Q that the mine was safe].', ['The statement', 'document']],
    ['In a speech he attacked [S Lund], who [C said] [Q that the mine was safe].', null],
    ['[S Lund], who works for Reuters, [C said] [Q that the mine was safe].', null],
  ]
  for (const [passage, wanted] of cases) it(passage, () => assert.deepEqual(medium(passage), wanted))

  it('knows outlets by lists, by the words around them, and else says other', () => {
    assert.equal(outletKind('Reuters'), 'agency')
    assert.equal(outletKind('The Guardian'), 'newspaper')
    assert.equal(outletKind('Kanal', ['the', 'radio', 'station', 'kanal']), 'broadcaster')
    assert.equal(outletKind('Blorp'), 'other')
  })
})

describe('no attribution to go by', () => {
  it('is null without cue and source', () => {
    assert.equal(addressed('[Q The mine was safe].'), null)
    assert.equal(medium('[Q The mine was safe].'), null)
  })
})
