/** Tests of the last look at a page: where nobody who can speak is found, words that report elsewhere report nothing. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Attribution, Doc, Mention, Upos } from '../../src/core/doc.ts'
import { onSpeakingPages } from '../../src/core/speaking-page.ts'
import type { Stage } from '../../src/core/stage.ts'

/** What is left of a page whose attributor finds one statement for each of `sources`; `names` are its mentions. */
async function kept(
  sources: readonly string[],
  names: readonly string[] = [],
  sure: readonly string[] = [],
  more = 80,
): Promise<string[]> {
  const text = `${sources.join(' | ')} ${'more '.repeat(more)}`
  let at = 0
  const found = sources.map((source, i): Attribution => {
    const start = at
    at += source.length + 3
    const span = { start, end: start + source.length }
    return {
      id: `a${i + 1}`,
      form: 'indirect',
      manner: 'speech',
      source: source === '' ? [] : [span],
      cue: [],
      content: [span],
      by: 'test',
      confidence: sure.includes(source) ? 0.9 : 0.5,
    }
  })
  const tokens = [...text.matchAll(/[^\s|]+/g)].map(({ index, 0: form }) => ({
    start: index,
    end: index + form.length,
  }))
  const forms = tokens.map(({ start, end }) => text.slice(start, end))
  const upos = forms.map((form): Upos => (/^(?:he|it)$/i.test(form) ? 'PRON' : 'NOUN'))
  const mentions = names.map((name, i): Mention => {
    const start = text.indexOf(name)
    return { id: `m${i + 1}`, start, end: start + name.length, kind: 'person' }
  })
  const attributor: Stage<'tokens', 'attributions'> = {
    name: 'attributor',
    version: 1,
    needs: ['tokens'],
    gives: 'attributions',
    run: () => found,
  }
  const layers = { tokens, mentions, words: { upos, lemma: forms.map((form) => form.toLowerCase().replace(/s$/, '')) } }
  const doc: Doc<'tokens' | 'words' | 'mentions'> = { text, lang: 'en', dct: null, layers }
  const left = await onSpeakingPages(attributor).run(doc)
  assert.deepEqual(
    left.map(({ id }) => id),
    left.map((_, i) => `a${i + 1}`),
  )
  return left.map(({ source }) => source.map(({ start, end }) => text.slice(start, end)).join(''))
}

it('keeps everything where people, bodies or papers speak', async () => {
  const sources = ['Irena Novak', 'he', 'the clock', 'a newspaper', '']
  assert.deepEqual(await kept(sources, ['Irena Novak']), sources)
})

it('keeps nothing where only things and nobody do', async () => {
  assert.deepEqual(await kept(['the display', '', 'the label']), [])
})

it('keeps those that can speak where most cannot, unless they are one or two', async () => {
  const people = ['the minister', 'a doctor', 'the teachers']
  const things = ['the display', 'the ferry', 'the label', 'the clock', 'the plank']
  assert.deepEqual(await kept([...things, ...people]), people)
  assert.deepEqual(await kept([...things, ...people.slice(1)]), [])
})

it('keeps what is sure by itself', async () => {
  assert.deepEqual(await kept(['the display', 'the ferry', 'the label'], [], ['the ferry']), ['the ferry'])
})

it('lets a short text be', async () => {
  assert.deepEqual(await kept(['the display'], [], [], 0), ['the display'])
})

it('lets pronouns that may stand for anything decide nothing', async () => {
  assert.deepEqual(await kept(['it', 'I', 'which']), ['it', 'I', 'which'])
})

it('names what it needs besides the attributor', () => {
  const attributor: Stage<'blocks' | 'tokens', 'attributions'> = {
    name: 'attributor',
    version: 3,
    needs: ['blocks', 'tokens'],
    gives: 'attributions',
    run: () => [],
  }
  const stage = onSpeakingPages(attributor)
  assert.deepEqual(
    [stage.name, stage.version, stage.needs],
    ['attributor', 3, ['blocks', 'tokens', 'words', 'mentions']],
  )
})
