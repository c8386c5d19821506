/** Tests of the template: what is escaped, what is not, and that no page can forget to. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { html } from '../../src/web/html.ts'

test('strings are escaped, HTML of the template is not, lists are joined, nothing is nothing', () => {
  const name = `<b>"O'Hara" & co</b>`
  const inner = html`<i>${name}</i>`
  assert.equal(
    html`<p title="${name}">${[inner, ' ', 3, null, false, undefined]}</p>`.toString(),
    '<p title="&lt;b&gt;&quot;O&#39;Hara&quot; &amp; co&lt;/b&gt;"><i>&lt;b&gt;&quot;O&#39;Hara&quot; &amp; co&lt;/b&gt;</i> 3</p>',
  )
})

test('an object that only looks like HTML is not taken for it', () => {
  const forged = { toString: () => '<script>' } as unknown as string
  assert.throws(() => html`${forged}`.toString())
})

test('a carriage return survives parsers as a reference, NUL as the replacement character', () => {
  assert.equal(html`${'a\r\nb\0c'}`.toString(), 'a&#13;\nb\ufffdc')
})

test('no page interpolates into an attribute without quotes', () => {
  const folder = new URL('../../src/web/', import.meta.url)
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    for (const match of source.matchAll(/<[a-z][^<>]*\s[a-z-]+=\$\{/g)) assert.fail(`${file}: ${match[0]}`)
  }
})
