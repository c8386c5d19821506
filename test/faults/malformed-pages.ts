/** Pages made malformed by mutation: cut, flipped, tags shuffled, wrong charsets, nesting, floods, rubbish in the middle. */
import { gzipSync } from 'node:zlib'

type Random = () => number
type Mutation = (page: Buffer, random: Random) => Buffer

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]!
const placeIn = (page: Buffer, random: Random): number => Math.floor(random() * (page.length + 1))
const inserted = (page: Buffer, at: number, what: Buffer | string): Buffer =>
  Buffer.concat([page.subarray(0, at), Buffer.from(what as string), page.subarray(at)])
/** Behind `<body>`, or in the middle where there is none. */
const inBody = (page: Buffer, what: Buffer | string): Buffer => {
  const body = page.indexOf('<body')
  const end = body < 0 ? -1 : page.indexOf('>', body)
  return inserted(page, end < 0 ? page.length >> 1 : end + 1, what)
}

/** The pieces of a page: tags, and what stands between. */
const piecesOf = (page: Buffer): string[] => page.toString('latin1').split(/(<[^<>]{0,2000}>)/)
const joined = (pieces: readonly string[]): Buffer => Buffer.from(pieces.join(''), 'latin1')

/** Changes about one of `every` tags. */
const tagsChanged =
  (every: number, change: (tag: string, pieces: readonly string[], random: Random) => string): Mutation =>
  (page, random) => {
    const pieces = piecesOf(page)
    return joined(
      pieces.map((each, at) => (at % 2 === 1 && random() * every < 1 ? change(each, pieces, random) : each)),
    )
  }

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut off': (page, random) => page.subarray(0, placeIn(page, random)),
  'a part cut out': (page, random) => {
    const [one, other] = [placeIn(page, random), placeIn(page, random)].sort((a, b) => a - b) as [number, number]
    return Buffer.concat([page.subarray(0, one), page.subarray(other)])
  },
  'bytes flipped': (page, random) => {
    const copy = Buffer.from(page)
    for (let time = 0; time < 200 && copy.length > 0; time++) {
      copy[Math.floor(random() * copy.length)]! ^= 1 << Math.floor(random() * 8)
    }
    return copy
  },
  'tags left out': tagsChanged(3, () => ''),
  'tags doubled': tagsChanged(3, (tag) => tag + tag),
  'tags exchanged': tagsChanged(
    2,
    (_, pieces, random) => pieces[Math.floor(random() * (pieces.length >> 1)) * 2 + 1] ?? '',
  ),
  'closing tags left out': tagsChanged(1, (tag) => (tag.startsWith('</') ? '' : tag)),
  'tags cut open': tagsChanged(5, (tag) => tag.slice(0, -1)),
  'quotes of attributes left out': tagsChanged(2, (tag) => tag.replace('"', '')),
  'another charset declared': (page, random) => {
    const charset = pick(
      ['utf-16le', 'shift_jis', 'koi8-r', 'iso-2022-jp', 'gb18030', 'no-such-thing', 'utf-7'],
      random,
    )
    return Buffer.concat([Buffer.from(`<meta charset="${charset}">`), page])
  },
  'UTF-16 with and without a mark': (page, random) => {
    const text = Buffer.from(page.toString('utf8'), 'utf16le')
    return random() < 0.5 ? text : Buffer.concat([Buffer.from([0xff, 0xfe]), text])
  },
  'a mark of the wrong encoding': (page, random) =>
    Buffer.concat([
      pick([Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff]), Buffer.from([0xef, 0xbb, 0xbf])], random),
      page,
    ]),
  'two encodings in one page': (page, random) => {
    const at = placeIn(page, random)
    return Buffer.concat([page.subarray(0, at), Buffer.from(page.subarray(at).toString('utf8'), 'latin1')])
  },
  'broken UTF-8': (page, random) => {
    let broken = page
    for (let time = 0; time < 20; time++) {
      broken = inserted(
        broken,
        placeIn(broken, random),
        pick([Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xc3]), Buffer.from([0xf4, 0x90, 0x80, 0x80])], random),
      )
    }
    return broken
  },
  'NULs and controls': (page, random) => {
    let hostile = page
    for (let time = 0; time < 30; time++)
      hostile = inserted(
        hostile,
        placeIn(hostile, random),
        pick(['\0', '\u0001', '\u001b[2J', '\u202e', '\ufffe', '\u0085'], random),
      )
    return hostile
  },
  'a hundred thousand <div>': (page) => inBody(page, '<div>'.repeat(100_000)),
  'tables in tables': (page) => inBody(page, '<table><tr><td>'.repeat(20_000)),
  'formatting that is never closed': (page) => inBody(page, '<b><i><font><a>'.repeat(5_000)),
  'a huge attribute': (page) => inBody(page, `<p class="${'a b '.repeat(500_000)}" style='${'x:y;'.repeat(100_000)}'>`),
  'ten thousand attributes': (page) =>
    inBody(page, `<p ${Array.from({ length: 10_000 }, (_, number) => `a${number}=${number}`).join(' ')}>`),
  'a comment that is never closed': (page, random) => inserted(page, placeIn(page, random), '<!--'),
  'CDATA that is never closed': (page, random) => inserted(page, placeIn(page, random), '<![CDATA['),
  'a script that is never closed': (page, random) => inserted(page, placeIn(page, random), '<script>'),
  'a title, a textarea, a style that are never closed': (page, random) =>
    inserted(
      page,
      placeIn(page, random),
      pick(
        [
          '<title>',
          '<textarea>',
          '<style>',
          '<noscript>',
          '<svg>',
          '<template>',
          '<select>',
          '<frameset>',
          '<plaintext>',
          '<math>',
        ],
        random,
      ),
    ),
  'a giant line': (page) =>
    inBody(page, `<p>${'“We will sail on Monday,” said Ada Wren, and nobody answered. '.repeat(8_000)}</p>`),
  'one word of a megabyte': (page) => inBody(page, `<p>${'a'.repeat(1_000_000)}</p>`),
  'a flood of entities': (page) =>
    inBody(page, `<p>${'&amp;&lt;&#x201c;&nbsp;&notit;&#0;&#xd800;&#99999999;&'.repeat(20_000)}</p>`),
  'a hundred thousand links': (page) => inBody(page, '<a href="/x">more news</a> '.repeat(100_000)),
  'a hundred thousand paragraphs': (page) => inBody(page, '<p>He said so.</p>'.repeat(100_000)),
  'quotation marks': (page) =>
    inBody(page, `<p>${pick(['"', '“', '”', '‘', '«', "' ", '" '], () => 0.4).repeat(300_000)}</p>`),
  'lone surrogates as entities and in scripts': (page) =>
    inBody(
      page,
      `<p>&#xd83d; said so &#xdc00;</p><script type="application/ld+json">{"headline":"\\ud800","@type":"NewsArticle","author":"\\udfff"}</script>`,
    ),
  'broken linked data': (page) =>
    inBody(
      page,
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${'x"'.repeat(50_000)},"datePublished":"</script>`,
    ),
  'linked data in linked data': (page) =>
    inBody(page, `<script type="application/ld+json">${'[{"@graph":'.repeat(30_000)}1</script>`),
  'meta tags without end': (page) =>
    inserted(page, 0, '<meta property="article:published_time" content="99999-99-99T99:99">'.repeat(20_000)),
  'gzip where text should be': (page) => gzipSync(page),
  'gzip in the middle': (page, random) => inserted(page, placeIn(page, random), gzipSync(page)),
  'the page eight times over': (page) => Buffer.concat(Array.from({ length: 8 }, () => page)),
  'all in one line': (page) => Buffer.from(page.toString('latin1').replace(/[\r\n]+/g, ' '), 'latin1'),
  'without any tag': (page) => Buffer.from(page.toString('latin1').replace(/<[^<>]{0,2000}>/g, ' '), 'latin1'),
  'carriage returns': (page) => Buffer.from(page.toString('latin1').replace(/\n/g, '\r'), 'latin1'),
}

/** Page `number`: one or two mutations of one of `pages`, each mutation in its turn. */
export function malformed(
  pages: readonly Buffer[],
  number: number,
  random: Random,
): { readonly how: string; readonly bytes: Buffer } {
  const names = Object.keys(MUTATIONS)
  const first = names[number % names.length]!
  const page = pick(pages, random)
  const once = MUTATIONS[first]!(page, random)
  if (random() < 0.6) return { how: first, bytes: once }
  const second = pick(names, random)
  return { how: `${first}, ${second}`, bytes: MUTATIONS[second]!(once, random) }
}
