/** Tests of files that hold many pages, through `onrecord add` and `extract`: web archives, lists of articles, messages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { packedWarc, warcRecord, warcResponse, zipOf } from '../support/archives.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { fileOf, storyHtml, storyText } from './pages.ts'
import { onrecord, valuesOf } from './terminal.ts'

interface Line {
  document: Record<string, string | null> & { authors: string[] }
  statements: { content: { text: string } }[]
  text: string
}

const rules = ['--model', 'rules']
const at = (name: string): string => `https://lantern.example/${name}`

async function extracted(path: string, ...more: string[]) {
  const { code, out, err } = await onrecord(['extract', path, '--format', 'jsonl', '--text', ...rules, ...more])
  return { code, err, lines: valuesOf<Line>(out) }
}

const titles = (lines: readonly Line[]) => lines.map(({ document }) => document.title)
const page = (title: string) => storyHtml(title)

const many = [
  warcRecord('warcinfo', 'software: tests\r\n', { 'Content-Type': 'application/warc-fields' }),
  warcRecord('request', 'GET / HTTP/1.1\r\n\r\n', { 'WARC-Target-URI': at('one') }),
  warcResponse(at('one'), page('Ferry One')),
  warcRecord('metadata', 'a: b', { 'WARC-Target-URI': at('one') }),
  warcResponse(at('gone'), page('Gone'), { status: 404 }),
  warcResponse(at('moved'), '', { status: 302 }),
  warcResponse(at('picture'), 'GIF89a', { type: 'image/gif' }),
  warcRecord('revisit', 'HTTP/1.1 200 OK\r\n\r\n', { 'WARC-Target-URI': at('one') }),
  warcResponse(at('two'), gzipSync(page('Ferry Two')), { fields: { 'Content-Encoding': 'gzip' } }),
  warcResponse(at('three'), brotliCompressSync(page('Ferry Three')), { fields: { 'Content-Encoding': 'br' } }),
  warcResponse(at('four'), deflateRawSync(page('Ferry Four')), { fields: { 'content-encoding': 'deflate' } }),
  warcRecord(
    'resource',
    page('Ferry Five'),
    { 'WARC-Target-URI': `<${at('five')}>`, 'Content-Type': 'text/html' },
    '1.1',
  ),
  warcRecord('conversion', storyText('Ferry Six'), { 'WARC-Target-URI': at('six'), 'Content-Type': 'text/plain' }),
  warcRecord('resource', 'x', { 'WARC-Target-URI': 'dns:lantern.example', 'Content-Type': 'text/dns' }),
  warcResponse(at('seven'), chunked(page('Ferry Seven')), { fields: { 'Transfer-Encoding': 'chunked' } }),
  warcResponse(at('eight'), page('Ferry Eight'), {
    fields: { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' },
  }),
]
const read = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'].map((name) => `Ferry ${name}`)

function chunked(text: string): Buffer {
  const bytes = Buffer.from(text)
  const half = bytes.length >> 1
  const chunk = (part: Buffer) => [Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from('\r\n')]
  return Buffer.concat([...chunk(bytes.subarray(0, half)), ...chunk(bytes.subarray(half)), Buffer.from('0\r\n\r\n')])
}

test('a web archive, packed or not, whatever its name: its pages in order, each with its own address', async () => {
  const plain = await extracted(fileOf('intake/many.warc', Buffer.concat(many)))
  assert.deepEqual(titles(plain.lines), read)
  assert.deepEqual(
    plain.lines.map(({ document }) => document.url),
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(at),
  )
  assert.ok(plain.lines.every(({ statements }) => statements.length > 3))
  // When an archive was made says nothing of when a page was published.
  assert.ok(plain.lines.every(({ document }) => document.published === null))
  assert.equal(plain.code, 0)
  assert.equal(
    plain.err,
    'passed over 8: 1 metadata records, 1 records without a web address, 1 request records, ' +
      '1 responses of other types than text, 2 responses other than 200, 1 revisit records, 1 warcinfo records\n',
  )
  const packed = await extracted(fileOf('intake/many.bin', packedWarc(many)))
  assert.deepEqual(
    packed.lines.map(({ document, ...rest }) => ({ ...rest, document: { ...document, file: null } })),
    plain.lines.map(({ document, ...rest }) => ({ ...rest, document: { ...document, file: null } })),
  )
  const whole = await extracted(fileOf('intake/whole.warc.gz', gzipSync(Buffer.concat(many))))
  assert.deepEqual(titles(whole.lines), read)
})

test('a web archive from standard input; the encoding that its server named counts', async () => {
  const latin = Buffer.from(
    '<html><body><h1>Fähre</h1><p>Der Kapitän sagte: „Wir fahren.“ Ihm wurde geglaubt.</p></body></html>',
    'latin1',
  )
  const archive = packedWarc([warcResponse(at('latin'), latin, { type: 'Text/HTML; Charset="iso-8859-2"' })])
  const { out } = await onrecord(['extract', '-', '--format', 'jsonl', '--text', ...rules], { stdin: archive })
  const [line] = valuesOf<Line>(out)
  assert.match(line!.text, /^Fähre\n/)
  assert.deepEqual([line!.document.file, line!.document.url], [null, at('latin')])
})

test('add: an archive twice is stored once; what is passed over and what fails is told, and the flags', async () => {
  const ledger = ledgerPath()
  const archive = fileOf('intake/add.warc.gz', packedWarc([...many, warcResponse(at('empty'), '')]))
  const first = await onrecord([
    'add',
    archive,
    '--ledger',
    ledger,
    '--format',
    'jsonl',
    '--publisher',
    'Lantern',
    ...rules,
  ])
  assert.equal(first.code, 1)
  assert.match(first.err, /add\.warc\.gz, https:\/\/lantern\.example\/empty: the file is empty/)
  assert.match(first.err, /\npassed over 8: .*\n8 stored \(\d+ statements\), 1 failed\n$/)
  const lines = valuesOf<Record<string, string>>(first.out)
  assert.deepEqual(lines.map(({ url, outcome }) => [url, outcome]).slice(0, 2), [
    [at('one'), 'stored'],
    [at('two'), 'stored'],
  ])
  const second = await onrecord(['add', archive, '--ledger', ledger, ...rules])
  assert.match(second.err, /0 stored \(0 statements\), 8 there already, 1 failed\n$/)
  const listed = await onrecord(['documents', '--ledger', ledger, '--format', 'jsonl'])
  assert.ok(valuesOf<Line>(listed.out).every(({ document }) => document.publisher === 'Lantern'))
  const refused = await onrecord(['add', archive, '--published', '2024-01-01', '--ledger', ledgerPath()])
  assert.match(refused.err, /add\.warc\.gz: holds many pages, and --url and --published are facts of one/)
  assert.equal(refused.code, 1)
})

test('an archive that is cut off or damaged: what was read is kept, the place is told, other files go on', async () => {
  const three = ['a', 'b', 'c'].map((name) => warcResponse(at(name), page(`Ferry ${name}`)))
  const other = fileOf('intake/other.txt', storyText('Other'))
  const tried = async (name: string, bytes: Uint8Array) => {
    const path = fileOf(`intake/${name}`, bytes)
    const { code, out, err } = await onrecord(['extract', path, other, '--format', 'jsonl', ...rules])
    return [code, titles(valuesOf<Line>(out)), err.replaceAll(path, 'FILE').split('. What could')[0]]
  }
  const packed = packedWarc(three)
  const second = gzipSync(three[0]!).length
  assert.deepEqual(await tried('cut.warc.gz', packed.subarray(0, second + 200)), [
    1,
    ['Ferry a', 'Other'],
    `onrecord: FILE: damaged at record 2, byte ${second} (the archive ends within it)`,
  ])
  const broken = Buffer.from(packed)
  broken.fill(0x55, second + 150, second + 200)
  assert.deepEqual(await tried('broken.warc.gz', broken), [
    1,
    ['Ferry a', 'Other'],
    `onrecord: FILE: damaged at record 2, byte ${second} (what was compressed cannot be unpacked)`,
  ])
  const lost = [three[0]!, Buffer.from('lost bytes\r\n'.repeat(3000)), three[1]!]
  assert.deepEqual(await tried('stray.warc', Buffer.concat(lost)), [
    1,
    ['Ferry a', 'Ferry b', 'Other'],
    `onrecord: FILE: damaged at record 2, byte ${three[0]!.length} (no record begins here, as one should)`,
  ])
  const short = warcResponse(at('b'), page('Ferry b'), { record: { 'Content-Length': '500' } })
  assert.deepEqual((await tried('short.warc', Buffer.concat([three[0]!, short, three[2]!])))[1], [
    'Ferry a',
    'Ferry b',
    'Ferry c',
    'Other',
  ])
  const long = warcResponse(at('b'), page('Ferry b'), { record: { 'Content-Length': '99999999999' } })
  assert.deepEqual(await tried('long.warc', Buffer.concat([three[0]!, long, three[2]!])), [
    1,
    ['Ferry a', 'Other'],
    `onrecord: FILE: damaged at record 2, byte ${three[0]!.length} (the archive ends within it)`,
  ])
  const lengthless = warcResponse(at('b'), page('Ferry b'), { record: { 'Content-Length': 'x' } })
  const headless = Buffer.from(`WARC/1.0\r\n${'WARC-Odd: value\r\n'.repeat(9000)}`)
  const [code, seen] = await tried('heads.warc', Buffer.concat([three[0]!, lengthless, headless, three[2]!]))
  assert.deepEqual([code, seen], [1, ['Ferry a', 'Ferry c', 'Other']])
  assert.deepEqual(
    (await tried('noise.warc', Buffer.concat([Buffer.from('WARC/1.0\r\n'), Buffer.alloc(3e6, 65)])))[1],
    ['Other'],
  )
  // No blank line between records.
  const tight = Buffer.concat(three.map((record) => record.subarray(0, -4)))
  assert.ok(((await tried('tight.warc', tight))[1] as string[]).includes('Ferry a'))
})

test('bombs: a record too large, and one that unpacks to more than a page may have, cost themselves only', async () => {
  const zeros = gzipSync(Buffer.alloc(30_000_000))
  const archive = packedWarc([
    warcResponse(at('bomb'), zeros, { fields: { 'Content-Encoding': 'gzip' } }),
    warcResponse(at('deep'), gzipSync(gzipSync(gzipSync(page('Deep')))), {
      fields: { 'Content-Encoding': 'gzip, gzip, gzip' },
    }),
    warcResponse(at('deeper'), 'x', { fields: { 'Content-Encoding': 'br, br, br, br' } }),
    warcResponse(at('odd'), 'x', { fields: { 'Content-Encoding': 'rot13' } }),
    warcResponse(at('no'), Buffer.from([1, 2, 3]), { fields: { 'Content-Encoding': 'gzip' } }),
    warcResponse(at('large'), Buffer.alloc(25_000_000, 65)),
    warcResponse(at('nested'), gzipSync(page('Nested'))),
    warcResponse(at('last'), page('Last')),
  ])
  assert.ok(archive.length < 100_000)
  const { code, lines, err } = await extracted(fileOf('intake/bombs.warc.gz', archive))
  assert.deepEqual([code, titles(lines)], [1, ['Deep', 'Last']])
  const said = err.split('\n').map((line) => /lantern\.example\/(\w+): ([^.(]*)/.exec(line)?.slice(1).join(': '))
  assert.deepEqual(said.filter(Boolean), [
    'bomb: over 20 MB, more than the limit of 20 MB',
    'deeper: packed 4 times over',
    'odd: packed as "rot13", which is not known',
    'no: its gzip coding cannot be undone',
    'large: over 20 MB, more than the limit of 20 MB',
    'nested: a gzip archive, not a text or HTML page',
  ])
})

test('WACZ: the archives in it; other ZIP files, lies and pipes are told of', async () => {
  const archive = packedWarc([warcResponse(at('in'), page('In the ZIP'))])
  const more = packedWarc([warcResponse(at('more'), page('More of it'))])
  const zip = zipOf([
    { name: 'datapackage.json', bytes: Buffer.from('{}') },
    { name: 'archive/data-0.warc.gz', bytes: archive },
    { name: 'pages/pages.jsonl', bytes: Buffer.from('{}') },
    { name: 'archive/data-1.warc.gz', bytes: more },
  ])
  const path = fileOf('intake/site.wacz', zip)
  const { code, lines } = await extracted(path)
  assert.deepEqual([code, titles(lines)], [0, ['In the ZIP', 'More of it']])
  assert.equal(lines[0]!.document.file, path)
  const evil = zipOf([
    { name: 'archive/data.warc.gz', bytes: archive, size: 12 },
    { name: '../../evil.txt', bytes: Buffer.from('x') },
  ])
  assert.match((await extracted(fileOf('intake/evil.wacz', evil))).err, /evil\.wacz.*: damaged at/)
  assert.match(
    (await extracted(fileOf('intake/cut.wacz', zip.subarray(0, 300)))).err,
    /cut\.wacz: damaged at its list of files/,
  )
  const without = zipOf([{ name: 'datapackage.json', bytes: Buffer.from('{}') }])
  assert.match((await extracted(fileOf('intake/without.zip', without))).err, /a ZIP archive without web archives/)
  const piped = await onrecord(['extract', '-', ...rules], { stdin: zip })
  assert.match(piped.err, /standard input: cannot be read \(a ZIP archive is read from a file of its own\)/)
})

test('a list of articles: our columns and those of news-please, the title above the text, facts as if by flags', async () => {
  const [title, ...paragraphs] = storyText('Ferry to sail').trim().split('\n\n')
  const text = paragraphs.join('\n\n')
  const rows = [
    {
      url: at('a'),
      title,
      text,
      published: '2024-06-21',
      publisher: 'The Lantern',
      authors: ['Bo Lind'],
      language: 'en-GB',
    },
    {
      maintext: text,
      title,
      date_publish: '2024-06-20 23:30:00',
      source_domain: 'gull.example',
      url: at('b'),
      authors: [],
      language: 'en',
    },
    { html: storyHtml('As a page'), url: at('c'), published: null },
    { text: `${title}\n\n${text}`, title, author: 'Ada Wren' },
    { text },
  ]
  const path = fileOf('intake/rows.jsonl', `\uFEFF${rows.map((row) => JSON.stringify(row)).join('\r\n')}\n\n`)
  const { code, err, lines } = await extracted(path)
  assert.deepEqual([code, err], [0, ''])
  assert.deepEqual(titles(lines).slice(0, 4), ['Ferry to sail', 'Ferry to sail', 'As a page', 'Ferry to sail'])
  assert.deepEqual(
    [lines[0]!.text, lines[3]!.text, lines[4]!.text],
    [`${title}\n\n${text}`, `${title}\n\n${text}`, text],
  )
  const facts = lines.map(({ document: { url, published, publishedFrom, publisher, authors, language } }) => [
    url,
    published,
    publishedFrom,
    publisher,
    authors.join(),
    language,
  ])
  assert.deepEqual(facts[0], [at('a'), '2024-06-21', 'given', 'The Lantern', 'Bo Lind', 'en-GB'])
  assert.deepEqual(facts[1], [at('b'), '2024-06-20', 'given', 'gull.example', '', 'en'])
  assert.deepEqual(facts[3], [null, null, null, null, 'Ada Wren', 'en'])
  const flagged = await extracted(path, '--publisher', 'Flag')
  assert.ok(flagged.lines.every(({ document }) => document.publisher === 'Flag'))
  const packed = await extracted(
    fileOf('intake/rows.jsonl.gz', gzipSync(rows.map((row) => JSON.stringify(row)).join('\n'))),
  )
  assert.equal(packed.lines.length, 5)
  const pretty = await extracted(fileOf('intake/one.json', JSON.stringify(rows[0], null, 2)))
  assert.deepEqual(titles(pretty.lines), ['Ferry to sail'])
  const array = await extracted(fileOf('intake/array.json', JSON.stringify(rows)))
  assert.equal(array.lines.length, 5)
})

test('articles by address alone, as GDELT lists them, are told of and nothing is invented', async () => {
  const articles = ['a', 'b'].map((name) => ({
    url: at(name),
    title: 'T',
    seendate: '20240621T101500Z',
    domain: 'lantern.example',
    language: 'English',
  }))
  for (const content of [
    JSON.stringify({ articles }, null, 1),
    JSON.stringify({ articles }),
    articles.map((each) => JSON.stringify(each)).join('\n'),
  ]) {
    const { code, err, lines } = await extracted(fileOf('intake/gdelt.json', content))
    assert.deepEqual([code, lines], [0, []])
    assert.match(
      err,
      /^note: .*gdelt\.json: 2 of its articles have an address and no text, and were not read\npassed over 2: 2 addresses without a text\n$/,
    )
  }
})

test('a bad line of a list is named with what is wrong, and the rest goes on', async () => {
  const good = JSON.stringify({ text: storyText('Good') })
  const bad = [
    '{"text": "cut off',
    '[1, {"text": 2}]',
    '"text"',
    '{"title": "Only a title"}',
    '{"text": ["no"]}',
    '{"text": "x", "url": "javascript:alert(1)"}',
    '{"text": "x", "published": "yesterday"}',
    '{"text": "x", "published": "2024-02-31"}',
    '{"text": "x", "authors": {"a": 1}}',
    `{"text": "x", "publisher": "${'y'.repeat(600)}"}`,
    '{"text": "   "}',
    '{"text": "\0"}',
  ]
  const nuls = JSON.stringify({ text: storyText('With NULs').replace('news', 'ne\0ws'), title: 'a\0b', url: at('nul') })
  const lines = [good, ...bad, nuls, good.replace('Good', 'Better')]
  const path = fileOf(
    'intake/bad.jsonl',
    Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0x7b, 0x22, 0xff, 0x0a])]),
  )
  const ledger = ledgerPath()
  const { code, err } = await onrecord(['add', path, '--ledger', ledger, ...rules])
  assert.equal(code, 1)
  const said = err.split('\n').flatMap((line) => /bad\.jsonl, (line .*?)\. (?:See docs|The page)/.exec(line)?.[1] ?? [])
  assert.deepEqual(said, [
    'line 2: this is not JSON',
    'line 3, article 1: expected an article as {…}',
    'line 3, article 2: text: expected text',
    'line 4: expected an article as {…}',
    'line 5: neither text nor html, and no url',
    'line 6: text: expected text',
    'line 7: url: expected an address like https://example.org/story',
    'line 8: published: expected a date like 2024-06-21, not "yesterday"',
    'line 9: published: expected a date like 2024-06-21, not "2024-02-31"',
    'line 10: authors: expected a list of names',
    'line 11: publisher: longer than 500 characters',
    'line 12: no readable text in the page',
    'line 13: this is not JSON',
    'line 16: this is not in UTF-8',
  ])
  assert.match(err, /\n3 stored \(\d+ statements\), 14 failed\n$/)
  const own = await onrecord(['extract', fileOf('intake/ours.txt', storyText('Ours')), ...rules, '--format', 'jsonl'])
  const ours = await extracted(fileOf('intake/ours.jsonl', own.out.repeat(3)))
  assert.equal(ours.err.match(/take the file in with "onrecord import"/g)?.length, 1)
})

const letter = (fields: readonly string[], body: string): string => `${fields.join('\r\n')}\r\n\r\n${body}`
const MAIL = [
  'From: =?utf-8?q?The_Lantern_Caf=C3=A9?= <news@lantern.example>',
  'Subject: Ferry to sail',
  'Date: Fri, 21 Jun 2024 23:30:00 -0400',
]

test('a message: its HTML or its text, subject, sender and date; attachments are left out, nothing is fetched', async () => {
  const html = [...MAIL, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=x']
  const parts = [
    '--x\r\nContent-Type: multipart/alternative; boundary=y\r\n',
    `--y\r\nContent-Type: text/plain\r\n\r\nSee it in a browser.\r\n`,
    `--y\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(storyHtml('Fähre'), 'latin1').toString('base64')}\r\n--y--\r\n`,
    '--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=../../a.pdf\r\n\r\n%PDF\r\n--x--\r\n',
  ]
  const path = fileOf('intake/letter.eml', letter(html, parts.join('\r\n')))
  const { code, err, lines } = await extracted(path)
  assert.deepEqual([code, err], [0, `note: ${path}: 1 attachment was left out\n`])
  const { title, publisher, published, publishedFrom } = lines[0]!.document
  assert.deepEqual(
    [title, publisher, published, publishedFrom],
    ['Ferry to sail', 'The Lantern Café', '2024-06-21', 'given'],
  )
  assert.match(lines[0]!.text, /^Fähre\n/)
  const plain = letter([...MAIL, 'Message-ID: <1@lantern.example>'], storyText('Plain').replaceAll('\n', '\r\n'))
  const named = await extracted(fileOf('intake/no-ending', plain), '--published', '2020-01-01', '--url', at('letter'))
  assert.match(named.lines[0]!.text, /^Ferry to sail\n\nPlain/)
  assert.deepEqual([named.lines[0]!.document.published, named.lines[0]!.document.url], ['2020-01-01', at('letter')])
  // A text that begins like one is none.
  const release = await extracted(
    fileOf('intake/release.txt', `From: the harbour\nTo: the press\n\n${storyText('Release')}`),
  )
  assert.match(release.lines[0]!.text, /^From: the harbour/)
})

test('a message with parts in parts without end costs itself only', async () => {
  const depth = 10_000
  const open = Array.from(
    { length: depth },
    (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
  )
  const nested = letter([...MAIL, 'Content-Type: multipart/mixed; boundary=b0'], open.join(''))
  const empty = letter([...MAIL], '')
  const files = [
    fileOf('intake/nested.eml', nested),
    fileOf('intake/void.eml', empty),
    fileOf('intake/ok.eml', letter(MAIL, storyText('Fine'))),
  ]
  const { code, out, err } = await onrecord(['extract', ...files, '--format', 'jsonl', ...rules])
  assert.deepEqual([code, valuesOf<Line>(out).length], [1, 1])
  assert.match(err, /nested\.eml: cannot be read as mail/)
  assert.match(err, /void\.eml: no readable text/)
})

test('a page packed with gzip is a page; folders are searched for all of these', async () => {
  const packed = await extracted(fileOf('intake-all/page.html.gz', gzipSync(page('Packed'))))
  assert.deepEqual(titles(packed.lines), ['Packed'])
  const bomb = await extracted(fileOf('intake/bomb.html.gz', gzipSync(Buffer.alloc(40_000_000, 60))))
  assert.match(bomb.err, /bomb\.html\.gz: \d+(?:\.\d)? MB, more than the limit of 20 MB/)
  const nested = await extracted(fileOf('intake/nested.html.gz', gzipSync(gzipSync('x'))))
  assert.match(nested.err, /nested\.html\.gz: a gzip archive, not a text/)
  const cut = await extracted(fileOf('intake/cut.html.gz', gzipSync(page('Cut')).subarray(0, 300)))
  assert.match(cut.err, /cut\.html\.gz: damaged at what is packed/)
  fileOf('intake-all/a.warc.gz', packedWarc([warcResponse(at('a'), page('A'))]))
  fileOf('intake-all/b.jsonl', JSON.stringify({ text: storyText('B') }))
  fileOf('intake-all/c.eml', letter(MAIL, storyText('C')))
  fileOf('intake-all/d.csv', 'a,b')
  const folder = await extracted(fileOf('intake-all/e.txt', storyText('E')).replace(/e\.txt$/, ''))
  assert.deepEqual(titles(folder.lines), ['A', 'B', 'Ferry to sail', 'E', 'Packed'])
})

test('--page-timeout: a page that takes longer is told of by its name; a limit that is none is refused', async () => {
  const long = storyText('Long').repeat(300)
  const files = ['first', 'second'].map((name) => fileOf(`intake/slow/${name}.txt`, long.replaceAll('Ada', name)))
  const { code, out, err } = await onrecord([
    'extract',
    ...files,
    '--page-timeout',
    '0.005',
    '--format',
    'jsonl',
    ...rules,
  ])
  // The first page waits for its thread to start, and that is not its fault.
  assert.deepEqual([code, valuesOf<Line>(out).map(({ document }) => document.file)], [1, [files[0]]])
  assert.match(err, /second\.txt: not read within 0\.005 s, and given up/)
  for (const value of ['soon', '0', '-1', '1e9']) {
    const refused = await onrecord(['extract', files[0]!, `--page-timeout=${value}`])
    assert.deepEqual(
      [refused.code, /--page-timeout .*: expected seconds, up to 86400/.test(refused.err)],
      [2, true],
      value,
    )
  }
})
