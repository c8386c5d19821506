/** Links that say where an article was copied from, and links that only look so. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { copiedFrom } from '../../src/read/copied-from.ts'
import { parsePage } from '../../src/read/parse-page.ts'

const from = (html: string, own: string | null = 'copy.example') =>
  copiedFrom(parsePage(`<body>${html}</body>`).root, own)

describe('copied from', () => {
  const found: readonly (readonly [string, string])[] = [
    ['a copy', '<p>This story was first published by <a href="https://strana.example/a">Strana</a>.</p>'],
    ['a translation', '<p>Translated from the <a href="https://strana.example/a">Strana original</a></p>'],
    ['a source line', '<p><b>Source:</b> <a href="https://strana.example/a">Strana</a></p>'],
    [
      'a report retold',
      '<p>The dam is cracked, according to a <a href="https://strana.example/a">Strana report</a>.</p>',
    ],
    [
      'a report named after',
      '<p>As reported by <a href="https://strana.example/a">Strana</a> in a story on Monday, …</p>',
    ],
  ]
  for (const [name, html] of found) {
    it(`finds ${name}`, () => assert.equal(from(html), 'https://strana.example/a'))
  }

  it('prefers the copy to a report retold before it', () => {
    const html =
      '<p>According to a <a href="https://nordwire.example/b">Nordwire report</a> it rains.</p>' +
      '<p>Originally published at <a href="https://strana.example/a">Strana</a></p>'
    assert.equal(from(html), 'https://strana.example/a')
  })

  const left: readonly (readonly [string, string])[] = [
    ['a link to the page’s own site', '<p>First published by <a href="https://www.copy.example/a">us</a></p>'],
    ['a link in passing', '<p>The minister resigned on <a href="https://strana.example/a">Friday</a>.</p>'],
    ['a person', '<p>According to <a href="https://strana.example/people/lind">Mara Lind</a>, it rains.</p>'],
    ['a script address', '<p>First published by <a href="javascript:alert(1)">Strana</a></p>'],
    ['a relative address', '<p>First published by <a href="/a">Strana</a></p>'],
  ]
  for (const [name, html] of left) it(`leaves ${name}`, () => assert.equal(from(html), null))

  it('stays linear on a million characters before a link', () => {
    const started = performance.now()
    from(`<p>${'according to a '.repeat(70_000)}<a href="https://strana.example/a">report</a></p>`)
    assert.ok(performance.now() - started < 3000)
  })
})
