/** Plain text: the text stays untouched, blocks are spans with the right kinds, the head is read off. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocument } from '../../src/read/index.ts'

const read = (text: string) => readDocument({ bytes: Buffer.from(text), file: 'page.txt' })
const kinds = (text: string) => {
  const outcome = read(text)
  return outcome.blocks.map(({ start, end, kind }) => [kind, outcome.text.slice(start, end)])
}

const first =
  'The mayor of Aldermere said on Tuesday that the bridge would open before the winter, whatever the weather did.'
const second =
  '"We have waited long enough," she told the council, adding that the last tests had gone well and the road was dry.'

test('headline, date line, byline, paragraphs and furniture are told apart', () => {
  const text = [
    'Bridge to open before winter, mayor says',
    'Friday, June 21, 2024',
    'By Jane Doe and John Roe',
    first,
    second,
    'Share this article',
    'You May Also Like',
    'Ferry strike enters second week',
    'Ten things about bridges',
    '',
  ].join('\n\n')
  const outcome = read(text)
  assert.equal(outcome.text, text)
  assert.deepEqual(
    outcome.blocks.map(({ kind }) => kind),
    ['headline', 'dateline', 'byline', 'paragraph', 'paragraph', ...Array(4).fill('boilerplate')],
  )
  assert.equal(outcome.document.title, 'Bridge to open before winter, mayor says')
  assert.equal(outcome.document.published, '2024-06-21')
  assert.equal(outcome.document.publishedFrom, 'text')
  assert.deepEqual(outcome.document.authors, ['Jane Doe', 'John Roe'])
  assert.equal(outcome.document.language, 'en')
})

test('nothing of the input is changed but the byte-order mark', () => {
  const text = '  Odd \u00a0spacing\r\n\r\n\tkept “as” it\u2019s\u200b here.  \r\rLast line\u2028and more \n\n'
  const outcome = read(`\ufeff${text}`)
  assert.equal(outcome.text, text)
  assert.equal(outcome.document.chars, text.length)
})

test('a headline with a full stop needs to be repeated; a lone line is a paragraph', () => {
  assert.equal(kinds(`The bridge opens.\n\n${first}`)[0]![0], 'paragraph')
  assert.equal(kinds(`The bridge opens.\n\n${first}\n\nPost a Comment for "The bridge opens. "`)[0]![0], 'headline')
  assert.equal(kinds(first)[0]![0], 'paragraph')
  assert.equal(kinds('Bridge opens at last')[0]![0], 'paragraph')
})

test('a headline that comes again in a list is furniture there', () => {
  const found = kinds(`Bridge opens at last\n\n${first}\n\nMore Articles\n\nBridge opens at last\n\n• 120 views`)
  assert.deepEqual(
    found.map(([kind]) => kind),
    ['headline', 'paragraph', 'boilerplate', 'boilerplate', 'boilerplate'],
  )
})

test('an article goes on after a list in its middle', () => {
  const found = kinds(`Bridge opens at last\n\n${first}\n\nRead also:\n\nFerry strike enters second week\n\n${second}`)
  assert.deepEqual(
    found.map(([kind]) => kind),
    ['headline', 'paragraph', 'boilerplate', 'boilerplate', 'paragraph'],
  )
})

test('hard-wrapped lines make one paragraph, single lines one each', () => {
  const wrapped = [
    'The mayor of Aldermere said on Tuesday that the new bridge would open',
    'before the winter, whatever the weather did, and that nobody would have',
    'to pay for it again.',
    '',
    '"We have waited long enough," she told the council, adding that the last',
    'tests had gone well and that the road was dry by now.',
  ].join('\n')
  assert.equal(kinds(wrapped).length, 2)
  assert.equal(kinds(`${first}\n${second}\n${first.replace('Tuesday', 'Monday')}`).length, 3)
})

test('a headline longer than the column does not hide that the text is wrapped', () => {
  const title = `${'Remarks by the Mayor of Aldermere and the Keeper of the Harbour '.repeat(2)}on the New Bridge`
  const page = read(
    `${title}\n\nThe bridge that the town has waited for since the old one was\nclosed will open before the winter, whatever the weather does\nuntil then, and nobody will have to take the ferry to school any\nmore.`,
  )
  assert.equal(page.document.title, title)
  assert.equal(page.blocks.length, 2)
})

test('an image description and a repeated first paragraph are no paragraphs of their own', () => {
  assert.equal(kinds(`Bridge opens at last\n\n${first}\n\nnew bridge at aldermere\n\n${second}`)[2]![0], 'caption')
  assert.equal(kinds(`Bridge opens at last\n\n${first}\n\n${second}\n\n${first}`)[1]![0], 'standfirst')
})

test('the original a page names is kept', () => {
  assert.equal(read(`Bridge opens\n\n${first}\n\nOriginal: example.org/a/1/`).document.original, 'example.org/a/1/')
})

test('dates that cannot be or that contradict each other are not taken', () => {
  const dated = (line: string) => read(`Bridge opens at last\n\n${line}\n\n${first}\n\n${second}`).document.published
  assert.equal(dated('21. Juni 2024'), '2024-06-21')
  assert.equal(dated('21 июня 2024 г.'), '2024-06-21')
  assert.equal(dated('2024年6月21日'), '2024-06-21')
  assert.equal(dated('Published June 20, 2024 | Updated June 21, 2024'), '2024-06-20')
  assert.equal(dated('14.03.24, 08:15'), null)
  assert.equal(dated('03/04/2024'), null)
  assert.equal(dated('31 June 2024'), null)
  assert.equal(dated('June 21, 9999'), null)
  assert.equal(dated('June 21, 2024\n\nMay 3, 2023'), null)
})

test('a block in another language says so, the others do not', () => {
  const text = `Bridge opens at last\n\n${first}\n\nНовий міст відкриють до зими, сказала мерка міста журналістам у вівторок\n\n${second}`
  const outcome = read(text)
  assert.deepEqual(
    outcome.blocks.map(({ lang }) => lang),
    [undefined, undefined, 'uk', undefined],
  )
})

test('transcripts and releases are recognised by their headlines, everything else is a report', () => {
  const kind = (title: string) => read(`${title}\n\n${first}\n\n${second}`).document.kind
  assert.equal(kind('Remarks by the Mayor on the New Bridge'), 'transcript')
  assert.equal(kind('Press Release: New bridge to open'), 'release')
  assert.equal(kind('Statement from Mayor Ana Pohl on the New Bridge'), 'release')
  assert.equal(kind('Readout of the Mayor’s Call with the Keeper of the Harbour'), 'release')
  assert.equal(kind('Mayor remarks on bridge'), 'report')
  assert.equal(read(`Mayor opens bridge\n\n${first}\n\n${second}\n\n###`).document.kind, 'release')
  const talk = 'MS. POHL: We open it, and I am glad.\n\nQ    Why now?\n\nMS. POHL: You asked for it.\n\nQ    Did we?'
  assert.equal(read(`At the bridge\n\n${talk}\n\nMS. POHL: I think you did.`).document.kind, 'transcript')
})
