/** Tests of the network attributor: joining spans, completing them, and the rules beside them, on a network played by hand. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { completer } from '../../src/core/attributions/completion.ts'
import { confidenceOf } from '../../src/core/attributions/confidence.ts'
import { findOfRelation } from '../../src/core/attributions/find.ts'
import type { AttributableDoc, FoundSpans } from '../../src/core/attributions/labelled-span.ts'
import { networkAttributor } from '../../src/core/attributions/network-attributor.ts'
import { linked } from '../../src/core/attributions/relation.ts'
import { RULE_ACCEPTANCE } from '../../src/core/attributions/rule-acceptance.ts'
import { sentenceContent } from '../../src/core/attributions/sentence-content.ts'
import type { Attribution } from '../../src/core/doc.ts'
import { ruleTable } from '../../src/core/english/rule-table.ts'
import { foundOf, labelled, placed, shown } from '../support/labelled.ts'

const attributionsOf = (doc: AttributableDoc, found: FoundSpans): readonly Attribution[] =>
  networkAttributor(() => found).run(doc) as Attribution[]

const shownOf = (doc: AttributableDoc, found: FoundSpans): string[] =>
  attributionsOf(doc, found).map((each) => shown(doc.text, each))

describe('joining spans', () => {
  const passages: Readonly<Record<string, string>> = {
    'a cue after its content': '[Q1 “The well is dry,”] [S1 Olga Rand] [C1 said].',
    'a cue before its content': '[S1 Olga Rand] [C1 said] on Monday [Q1 that the well was dry].',
    'a content cut by its cue': '[Q1 “The well,”] [S1 Olga Rand] [C1 said], [Q1 “is dry.”]',
    'a quotation that goes on after its cue':
      '[Q1 “The well is dry,”] [S1 she] [C1 said]. [Q1 “It has been dry for years.”]',
    'two speakers in a paragraph':
      '[S1 Rand] [C1 said] [Q1 that the well was dry]. [S2 Her deputy] [C2 denied] [Q2 that anybody went thirsty].',
    'one speaker with two cues': '[S1+S2 Rand] [C1 praised] [Q1 the digging] and [C2 promised] [Q2 to pay for it].',
    'adding, with the speaker of the main clause':
      '[S1+S2 The mayor] [C1 said] [Q1 the road was closed], [C2 adding] [Q2 that it would stay so].',
    'according to': '[C1 According to] [S1 the council], [Q1 the well has been dry since May].',
    'no speaker': 'It [C1 was reported] [Q1 that the well had dried up].',
    'a speaker behind the cue': '[Q1 “Nobody asked us,”] [C1 said] [S1 Tom Ferro, who keeps goats].',
    'a quotation over two paragraphs':
      '[S1 Rand] [C1 told] the council: [Q1 “The well is dry.]\n\n[Q1 “It will stay dry until the rain comes.”]',
    'a headline with a colon and no cue': '[S1 Council]: [Q1 the well will be dug again]',
    'a name behind a dash': '[Q1 “The well is dry.”] — [S1 Olga Rand]',
    'names behind dashes, line by line': '[Q1 “The well is dry.”] – [S1 Rand]\n[Q2 “It never was.”] – [S2 Ferro]',
  }
  for (const [name, markup] of Object.entries(passages)) {
    it(name, async () => {
      const { doc, spans, relations } = await labelled(markup)
      const joined = linked(doc, spans).relations.map(findOfRelation)
      assert.deepEqual(
        joined.map((each) => shown(doc.text, each)),
        relations,
      )
    })
  }

  it('tells which cues have no content and which spans belong to nothing', async () => {
    const { doc } = await labelled('Rand spoke. The well is dry. Ferro laughed.')
    const [cue, content, source] = [
      placed(doc, 'cue', 'spoke', 0.9),
      placed(doc, 'content', 'The well is dry', 0.9),
      placed(doc, 'source', 'Ferro', 0.9),
    ]
    const { relations, open, lone } = linked(doc, [cue])
    assert.deepEqual([relations.length, open.length, lone.length], [0, 1, 0])
    const without = linked(doc, [content, source])
    assert.deepEqual(without.open, [])
    assert.deepEqual(
      without.lone.map(({ role }) => role),
      ['content', 'source'],
    )
  })

  it('takes nobody behind a dash who does not end the line', async () => {
    const { doc } = await labelled('“The well is dry.” – Rand sighed and left.')
    const spans = [placed(doc, 'content', '“The well is dry.”', 0.9), placed(doc, 'source', 'Rand', 0.9)]
    const [only] = linked(doc, spans).relations
    assert.equal(only!.source, null)
  })

  it('joins nothing over more than one block', async () => {
    const { doc } = await labelled('Rand said.\n\nNothing here.\n\nThe well is dry.')
    const spans = [placed(doc, 'cue', 'said', 0.9), placed(doc, 'content', 'The well is dry', 0.9)]
    assert.equal(linked(doc, spans).open.length, 1)
  })
})

describe('completing spans', () => {
  it('takes the likeliest reading near a cue, and counts the others that overlap it', async () => {
    const { doc } = await labelled('Rand dreams of water in the well, and Ferro of goats.')
    const cue = placed(doc, 'cue', 'dreams', 0.9)
    const readings = [
      placed(doc, 'content', 'of water', 0.3),
      placed(doc, 'content', 'of water in the well', 0.4),
      placed(doc, 'content', 'of goats', 0.2),
    ]
    const completion = completer(doc, foundOf([cue], readings)).near(0, 'content')!
    assert.deepEqual(completion.span, readings[1])
    assert.ok(Math.abs(completion.mass - 0.7) < 1e-9)
  })

  it('does not look past the next cue', async () => {
    const { doc } = await labelled('Rand dreams, but Ferro wants goats.')
    const spans = [placed(doc, 'cue', 'dreams', 0.9), placed(doc, 'cue', 'wants', 0.9)]
    const near = completer(doc, foundOf(spans, [placed(doc, 'content', 'goats', 0.4)])).near(0, 'content')
    assert.equal(near, null)
  })

  it('adds a cue whose end is in doubt to the speaker and content that need it', async () => {
    const { doc } = await labelled('Rand yodelled in a letter that the well was dry.')
    const spans = [placed(doc, 'source', 'Rand', 0.9), placed(doc, 'content', 'that the well was dry', 0.9)]
    const readings = [placed(doc, 'cue', 'yodelled', 0.45), placed(doc, 'cue', 'yodelled in a letter', 0.4)]
    assert.deepEqual(shownOf(doc, foundOf(spans, readings)), ['Rand | yodelled | that the well was dry'])
    assert.deepEqual(shownOf(doc, foundOf(spans)), [])
  })

  it('gives a report at the end of a sentence the rest of it, whatever that holds', async () => {
    const { doc, spans } = await labelled(
      'The mayor [C1 hopes] [Q1 to open the bridge in May], [S1 her spokesman] said on Friday.',
    )
    const said = placed(doc, 'cue', 'said', 0.9)
    const { open } = linked(doc, [...spans, said])
    assert.equal(open.length, 1)
    const content = sentenceContent(doc, open[0]!)!
    assert.equal(doc.text.slice(content.start, content.end), 'The mayor hopes to open the bridge in May')
  })

  it('does so too where the speaker goes on with a participle, and for what begins with "that"', async () => {
    const contentOf = async (text: string, speaker: string, cue: string): Promise<string | null> => {
      const { doc } = await labelled(text)
      const { open } = linked(doc, [placed(doc, 'source', speaker, 0.9), placed(doc, 'cue', cue, 0.9)])
      const content = sentenceContent(doc, open[0]!)
      return content && doc.text.slice(content.start, content.end)
    }
    assert.equal(
      await contentOf(
        'The trains run again in June, her deputy told the council on Tuesday, adding that all was well.',
        'her deputy',
        'told',
      ),
      'The trains run again in June',
    )
    assert.equal(
      await contentOf(
        'The trains run again in June, her deputy told the council on Tuesday, carrying a map of the line.',
        'her deputy',
        'told',
      ),
      null,
    )
    assert.equal(
      await contentOf('Lind recalled in an interview that two mayors had once claimed the hill.', 'Lind', 'recalled'),
      'that two mayors had once claimed the hill',
    )
    assert.equal(await contentOf('Lind recalled the night, that cold one, on the hill.', 'Lind', 'recalled'), null)
  })
})

describe('rules beside the network', () => {
  it('do not touch a content that the network found', async () => {
    const { doc } = await labelled('[Q1 “The well is dry”] [S1 Olga Rand] [C1 said].')
    const spans = [
      placed(doc, 'content', 'The well is dry', 0.9),
      placed(doc, 'source', 'Olga Rand', 0.9),
      placed(doc, 'cue', 'said', 0.9),
    ]
    assert.deepEqual(shownOf(doc, foundOf(spans)), ['Olga Rand | said | The well is dry'])
  })

  it('find the report within a report', async () => {
    const { doc, spans } = await labelled(
      '[S1 The witness] [C1 said] [Q1 the mayor had told him that the money was gone].',
    )
    const found = attributionsOf(doc, foundOf(spans))
    assert.deepEqual(
      found.map((each) => shown(doc.text, each)),
      [
        'The witness | said | the mayor had told him that the money was gone',
        'the mayor | had told | that the money was gone',
      ],
    )
    assert.deepEqual(
      found.map(({ by }) => by),
      ['network', 'that-clause'],
    )
  })

  it('overrule the network where the layout says who speaks', async () => {
    const { doc } = await labelled('We will rebuild every house in the valley before the snow comes.\n\n- Lind said.')
    const spans = [placed(doc, 'source', 'We', 0.6), placed(doc, 'cue', 'will rebuild', 0.6)]
    const [only, ...others] = attributionsOf(doc, foundOf(spans))
    assert.equal(
      shown(doc.text, only!),
      'Lind | said | We will rebuild every house in the valley before the snow comes.',
    )
    assert.deepEqual([only!.by, only!.form, others.length], ['dash-after-block', 'direct', 0])
  })

  it('are not believed alone where they are often wrong', async () => {
    const { doc } = await labelled('Rand promised to dig. She called the well “a shame”.')
    assert.deepEqual(shownOf(doc, foundOf([])), [])
  })

  it('have a figure between 0 and 1 wherever they are believed, and a row in the table of rules', () => {
    for (const [rule, standings] of Object.entries(RULE_ACCEPTANCE)) {
      assert.ok(rule in ruleTable, rule)
      for (const [standing, share] of Object.entries(standings))
        assert.ok(share > 0 && share < 1, `${rule} ${standing}`)
    }
  })
})

describe('what is kept', () => {
  it('a quotation over several paragraphs is whole, though the network found only the part with the cue', async () => {
    const text = '[Q1 “The water rose in the night.]\n\n[Q1 “We took the dog to the roof,”] [S1 Ferro] [C1 said].'
    const { doc, spans, relations } = await labelled(text)
    assert.deepEqual(shownOf(doc, foundOf(spans.slice(1))), relations)
  })

  it('a cue without content is no attribution, nor a content without cue and speaker', async () => {
    const { doc } = await labelled('Rand yodels. The well that was dry is full.')
    assert.deepEqual(shownOf(doc, foundOf([placed(doc, 'cue', 'yodels', 0.9)])), [])
    assert.deepEqual(shownOf(doc, foundOf([placed(doc, 'content', 'that was dry', 0.9)])), [])
  })

  it('not when something was said as what was said', async () => {
    const { doc, spans } = await labelled('[Q1 Last week] [S1 the Gull] [C1 reported] on the well.')
    assert.deepEqual(shownOf(doc, foundOf(spans)), [])
    const quoted = await labelled('[Q1 “Last week,”] [S1 Rand] [C1 said].')
    assert.equal(shownOf(quoted.doc, foundOf(quoted.spans)).length, 1)
  })

  it('nothing in furniture, in another language or in code', async () => {
    const { doc, spans } = await labelled('[S1 Rand] [C1 said] [Q1 that the well was dry].')
    const inBlock = (block: object) => {
      const blocks = [{ ...doc.layers.blocks[0]!, ...block }]
      return attributionsOf({ ...doc, layers: { ...doc.layers, blocks } }, foundOf(spans))
    }
    assert.equal(inBlock({}).length, 1)
    assert.deepEqual(inBlock({ kind: 'boilerplate' }), [])
    assert.deepEqual(inBlock({ lang: 'de' }), [])
  })

  it('speech, writing and thought, by the cue', async () => {
    for (const [markup, manner] of [
      ['[S1 Rand] [C1 said] [Q1 that the well was dry].', 'speech'],
      ['[S1 Rand] [C1 wrote:] [Q1 “The well is dry.”]', 'writing'],
      ['[S1 Rand] [C1 firmly believes] [Q1 that the well is dry].', 'thought'],
      ['[S1 Rand] [C1 yodels] [Q1 that the well is dry].', 'speech'],
    ] as const) {
      const { doc, spans } = await labelled(markup)
      assert.equal(attributionsOf(doc, foundOf(spans))[0]!.manner, manner, markup)
    }
  })

  it('is surer of likelier spans', async () => {
    const sure = await labelled('[S1 Rand] [C1 said] [Q1 that the well was dry].', 0.95)
    const confidence = async (posterior: number) => {
      const { doc, spans } = await labelled('[S1 Rand] [C1 said] [Q1 that the well was dry].', posterior)
      return confidenceOf(findOfRelation(linked(doc, spans).relations[0]!), 'indirect')
    }
    const [low, middle, high] = await Promise.all([0.4, 0.7, 0.95].map(confidence))
    assert.ok(low! < middle! && middle! < high!, `${low} ${middle} ${high}`)
    assert.equal(attributionsOf(sure.doc, foundOf(sure.spans))[0]!.id, 'a1')
  })
})

describe('long texts', () => {
  it('take twice as long for twice as much', async () => {
    const timeOf = async (count: number): Promise<number> => {
      const { doc } = await labelled('Rand said that it rains, Ferro hoped. '.repeat(count))
      const spans = []
      for (let at = 0; ; ) {
        const said = doc.text.indexOf('said', at)
        if (said === -1) break
        const rest = { start: said, text: doc.text }
        at = said + 10
        spans.push(...chunk(doc, rest.start))
      }
      const found = foundOf(spans)
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 3; round++) {
        const before = performance.now()
        attributionsOf(doc, found)
        best = Math.min(best, performance.now() - before)
      }
      return best
    }
    let ratio = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 5 && ratio > 3; attempt++) ratio = (await timeOf(4000)) / (await timeOf(2000))
    assert.ok(ratio <= 3, `twice the text takes ${ratio.toFixed(1)} times as long`)
  })
})

/** The spans of one sentence of the long text, whose "said" starts at `said`. */
function chunk(doc: AttributableDoc, said: number) {
  const { tokens } = doc.layers
  const span = (role: 'source' | 'cue' | 'content', from: number, to: number) => {
    const first = tokenAt(doc, said + from)
    const last = tokenAt(doc, said + to - 1)
    return { role, first, last, start: tokens[first]!.start, end: tokens[last]!.end, posterior: 0.9 }
  }
  return [
    span('source', -5, -1),
    span('cue', 0, 4),
    span('content', 5, 18),
    span('source', 20, 25),
    span('cue', 26, 31),
  ]
}

function tokenAt({ layers: { tokens } }: AttributableDoc, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
