/** Captions: WebVTT and SRT become paragraphs of who speaks, times stay out, broken files are read as far as they go. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { turnsIn } from '../../src/core/turn-finder.ts'
import { readDocument } from '../../src/read/index.ts'

const read = (text: string, file = 'talk.vtt') => readDocument({ bytes: Buffer.from(text), file })
const paragraphs = (text: string, file?: string) => {
  const page = read(text, file)
  return page.blocks.map(({ start, end }) => page.text.slice(start, end))
}

const VTT = `WEBVTT - Interview with Ana Pohl
Language: en-GB

STYLE
::cue(v[voice="Ola"]) { color: red }

REGION
id:one

NOTE
00:00:00.000 --> 00:00:00.500 was cut

intro
00:00:01.000 --> 00:00:04.000 align:start position:0%
<v.loud Ola Brandt>Minister, will the <i>bridge</i>
open before the winter?

00:04.500 --> 00:09.000
<v Ana Pohl>It will. We give &amp; keep our word.

00:00:09.500 --> 00:00:12.000
<v Ana Pohl>Nobody will pay.</v> <v Ola Brandt>Nobody <00:00:11.000>at all?
`

test('WebVTT: one paragraph a speaker, settings, styles, notes and times left out', () => {
  const page = read(VTT)
  assert.equal(page.document.kind, 'transcript')
  assert.equal(page.document.title, 'Interview with Ana Pohl')
  assert.match(page.document.language, /^en/)
  assert.deepEqual(paragraphs(VTT), [
    'Interview with Ana Pohl',
    'Ola Brandt: Minister, will the bridge open before the winter?',
    'Ana Pohl: It will. We give & keep our word. Nobody will pay.',
    'Ola Brandt: Nobody at all?',
  ])
  const turns = turnsIn(page.text, page.blocks)
  assert.deepEqual(
    turns.map(({ name }) => name && page.text.slice(name.start, name.end)),
    ['Ola Brandt', 'Ana Pohl', 'Ola Brandt'],
  )
})

const SRT = [
  '1',
  '00:00:01,000 --> 00:00:04,000',
  '>> OLA BRANDT: Minister, will the bridge open?',
  '',
  '2',
  '00:00:04,500 --> 00:00:09,000',
  '>> ANA POHL: {\\an8}It will. <b>We keep our word.</b>',
  '3',
  '00:00:09,500 --> 00:00:12,000',
  '',
  'Nobody will pay.',
  '',
  '4',
  '00:00:12,500 --> 00:00:13,000',
  '- Nobody at all?',
]

test('SRT: a blank line too few or too many loses nothing, whatever ends the lines', () => {
  const expected = [
    'OLA BRANDT: Minister, will the bridge open?',
    'ANA POHL: It will. We keep our word. Nobody will pay.',
    '>> Nobody at all?',
  ]
  for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(paragraphs(SRT.join(end), 'talk.srt'), expected)
  assert.deepEqual(paragraphs(`\ufeff${SRT.join('\n')}`, 'talk.srt'), expected)
})

test('without speakers a pause begins a paragraph, and lines that roll are read once', () => {
  const rolling = [
    '00:00:01,000 --> 00:00:02,000\nThe bridge is open.',
    '00:00:02,000 --> 00:00:03,000\nThe bridge is open.\nIt is wide.',
    '00:00:30,000 --> 00:00:31,000\nNow the weather.',
  ]
  assert.deepEqual(paragraphs(rolling.join('\n\n'), 'news.srt'), [
    'The bridge is open. It is wide.',
    'Now the weather.',
  ])
})

test('what only looks like captions is plain text; captions without words say so', () => {
  assert.equal(
    read('WEBVTTish prose is no caption file.\n\nIt has no cues at all, and says so.').document.kind,
    'report',
  )
  assert.equal(read('1\n\nThe first chapter begins here, and it is long.', 'talk.srt').document.kind, 'report')
  assert.throws(() => read('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n'), { code: 'no-text' })
  assert.throws(() => read('WEBVTT\n\nNOTE nothing here\n'), { code: 'no-text' })
})

test('long and odd captions take time in proportion to their length', () => {
  const cue = (i: number): string => `${i}\n00:00:0${i % 10},000 --> 00:00:0${i % 10},900\n<v ${'<v '.repeat(3)}x\n\n`
  const text = Array.from({ length: 20_000 }, (_, i) => cue(i)).join('')
  const start = performance.now()
  read(text, 'odd.srt')
  read(`WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${'<v '.repeat(100_000)}`)
  assert.ok(performance.now() - start < 10_000)
})
