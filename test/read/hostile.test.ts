/** Hostile pages: nothing overflows the stack, nothing takes more than a few seconds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { readDocument } from '../../src/read/index.ts'

/** Generous: a shared machine must not fail the test, quadratic time must (it takes minutes on these). */
const limit = 8_000

const words =
  '<p>The mayor said that the bridge would open, and that nobody should doubt it any longer, whatever came.</p>'
const big = 1_000_000

const pages: Readonly<Record<string, string>> = {
  'fifty thousand nested tags': `<html><body>${'<div>'.repeat(50_000)}${words}${'</div>'.repeat(50_000)}`,
  'nested tags never closed': `<html><body>${'<div><b><ul><li>'.repeat(12_500)}${words}`,
  'text at every depth': `<html><body>${`<div>${words}`.repeat(3_000)}`,
  'wrongly closed tags': `<html><body>${'<div><b>'.repeat(20_000)}${'</i></b></p>'.repeat(20_000)}${words}`,
  'nested tables': `<html><body>${'<table><tr><td>'.repeat(10_000)}${words}`,
  'everything unclosed': `<html><head><title>x<body><div class="a<p id='b>${words}<table><tr><td><script>`,
  'five megabytes without a space': `<html><body><p>${'a'.repeat(5 * big)}`,
  'a hundred thousand paragraphs': `<html><body>${'<p>one two three.'.repeat(100_000)}`,
  'huge attributes': `<html><body><p class="${'a-'.repeat(big)}" style="${'display: '.repeat(100_000)}" ${'x=y '.repeat(100_000)}>${words}`,
  'less-than signs': `<html><body>${words}${'<'.repeat(big)}`,
  'comments never closed': `<html><body>${words}${'<!--'.repeat(big / 4)}`,
  spaces: `<html><body><p>one${' '.repeat(big)}two ${'&nbsp;'.repeat(big / 4)} three</p>${words}`,
  quotes: `<html><body><p>a ${'"'.repeat(big)} b</p>${words}`,
  brackets: `<html><body><p>a ${'['.repeat(big)}${'('.repeat(big)} b</p>${words}`,
  'line breaks': `<html><body><div>${'<br>'.repeat(200_000)}${words}`,
  'JSON-LD of brackets': `<html><body><script type="application/ld+json">${'['.repeat(big)}</script>${words}`,
  'JSON-LD nested': `<html><body><script type="application/ld+json">${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}</script>${words}`,
  'JSON-LD of commas': `<html><body><script type="application/ld+json">{${', '.repeat(big)}}</script>${words}`,
  'plain quotes': `He said ${'"'.repeat(big)}`,
  'plain spaces': `He said${' '.repeat(big)}so`,
  'plain lines': `${'He said so\n'.repeat(50_000)}`,
  'plain arrows': `Home${' > '.repeat(big / 3)}\n${`Home${' > '.repeat(100)}\n`.repeat(2_000)}`,
  'plain names': `${`By ${'Aa '.repeat(50)}\n`.repeat(5_000)}`,
  'plain dates': `${`${'12.12.2024 '.repeat(30)}\n`.repeat(2_000)}`,
}

for (const [name, page] of Object.entries(pages)) {
  test(`hostile: ${name}`, () => {
    const started = performance.now()
    try {
      const { text, blocks } = readDocument({ bytes: Buffer.from(page), file: null })
      assert.ok(blocks.length > 0 && text.length > 0)
    } catch (error) {
      assert.ok(error instanceof OnrecordError && error.code === 'no-text', String(error))
    }
    assert.ok(performance.now() - started < limit, `took ${Math.round(performance.now() - started)} ms`)
  })
}

test('nesting beyond what browsers keep is noticed, and the text survives', () => {
  const { text, notices } = readDocument({ bytes: Buffer.from(pages['fifty thousand nested tags']!), file: 'a.html' })
  assert.match(text, /nobody should doubt it/)
  assert.ok(notices.some(({ code }) => code === 'nesting-flattened'))
})
