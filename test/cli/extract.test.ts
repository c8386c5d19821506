/** Tests of `onrecord extract`: its formats, what is given wins, standard input, and a batch with bad pages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileOf, storyHtml, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

interface Line {
  document: {
    file: string | null
    url: string | null
    title: string
    publisher: string
    published: string
    publishedFrom: string
  }
  statements: { content: { text: string }; speaker: { name: string } | null }[]
}

const page = fileOf('extract/ferry.txt', storyText('Ferry to sail again'))
const html = fileOf(
  'extract/ferry.html',
  storyHtml(
    'Ferry to sail again',
    `<meta property="og:site_name" content="The Gull"><link rel="canonical" href="https://gull.example/ferry">
<meta property="article:published_time" content="2024-05-02T08:00:00Z">`,
  ),
)

test('JSON lines where nobody watches, pretty on a terminal; --format wins over both', async () => {
  const piped = await onrecord(['extract', page])
  assert.deepEqual([piped.code, piped.err, linesOf(piped.out).length], [0, '', 1])
  const [line] = valuesOf<Line>(piped.out)
  assert.equal(line!.document.title, 'Ferry to sail again')
  const said = line!.statements.find(({ speaker }) => speaker?.name.startsWith('Ada Wren'))
  assert.equal(said!.content.text, '“The ferry will sail on Monday,” … “Nobody has to stay at home.”')

  const watched = await onrecord(['extract', page], { isTTY: true, columns: 60, env: { NO_COLOR: '1' } })
  assert.match(watched.out, /^Ferry to sail again\n/)
  assert.match(watched.out, /\n {2}Ada Wren \(harbour master\) said\n {4}“The ferry will sail on Monday,” …/)
  assert.ok(linesOf(watched.out).every((each) => each.length <= 60 || !each.includes(' ', 4) || each.includes('d-')))

  assert.equal((await onrecord(['extract', page, '--format', 'jsonl'], { isTTY: true })).out, piped.out)
  assert.match((await onrecord(['extract', page, '--format', 'pretty'])).out, /^Ferry to sail again\n/)
})

test('--text adds the text, and only that', async () => {
  const [without] = valuesOf((await onrecord(['extract', page])).out)
  const [withText] = valuesOf((await onrecord(['extract', page, '--text'])).out)
  assert.deepEqual({ ...without, text: storyText('Ferry to sail again') }, withText)
})

test('what the page says, and what is given instead', async () => {
  const [told] = valuesOf<Line>((await onrecord(['extract', html])).out)
  const { url, publisher, published, publishedFrom } = told!.document
  assert.deepEqual(
    [url, publisher, published, publishedFrom],
    ['https://gull.example/ferry', 'The Gull', '2024-05-02', 'meta'],
  )
  const given = ['--url', 'https://mirror.example/1', '--publisher', 'The Tern', '--published', '2023-12-31']
  for (const path of [html, page]) {
    const [line] = valuesOf<Line>((await onrecord(['extract', path, ...given])).out)
    const { document } = line!
    assert.deepEqual(
      [document.url, document.publisher, document.published, document.publishedFrom],
      ['https://mirror.example/1', 'The Tern', '2023-12-31', 'given'],
    )
  }
})

test('standard input, in chunks of any size', async () => {
  const bytes = Buffer.from(storyText('Zoë’s ferry'))
  async function* drops() {
    for (const byte of bytes) yield Uint8Array.of(byte)
  }
  const { code, out } = await onrecord(['extract', '-'], { stdin: drops() })
  const [line] = valuesOf<Line>(out)
  assert.deepEqual([code, line!.document.file, line!.document.title], [0, null, 'Zoë’s ferry'])
})

test('the same file under several names is printed once', async () => {
  const other = `${page.slice(0, page.lastIndexOf('/'))}/../extract/ferry.txt`
  assert.equal(linesOf((await onrecord(['extract', page, other, page])).out).length, 1)
})

test('bad pages: a line each on standard error, the good ones on standard output, exit 1', async () => {
  const empty = fileOf('extract/empty.txt', '')
  const { code, out, err } = await onrecord(['extract', empty, page, 'extract/not-there.html', html])
  assert.equal(code, 1)
  assert.deepEqual(
    valuesOf<Line>(out).map(({ document }) => document.file),
    [page, html],
  )
  assert.equal(linesOf(err).length, 2)
  assert.match(
    err,
    /^onrecord: extract\/not-there\.html: cannot be read \(no such file\)\. Check that the file exists/m,
  )
  assert.match(err, /^onrecord: .*empty\.txt: the file is empty\. Save the page again/m)
})

test('a language without a pipeline: no statements, and the line says why', async () => {
  const german = fileOf(
    'extract/german.txt',
    'Der Damm hält\n\nDer Minister sagte am Montag, dass der Damm halten werde. „Wir haben keine Sorgen“, sagte er der Zeitung. ' +
      'Die Bewohner der Stadt glauben ihm nicht und wollen noch in dieser Woche mit ihm darüber sprechen.\n',
  )
  const [line] = valuesOf<{ statements: unknown[]; notices: { code: string; message: string }[] }>(
    (await onrecord(['extract', german])).out,
  )
  assert.deepEqual(line!.statements, [])
  assert.equal(line!.notices[0]!.code, 'language-without-pipeline')
  assert.match((await onrecord(['extract', german, '--format', 'pretty'])).out, /^note: No statements were looked for/m)
})
