/** Tests of which blocks are running text: code, logs and settings are none, nor is a line among them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from '../../src/core/doc.ts'
import { proseBlocks } from '../../src/core/prose-blocks.ts'

/** The lines that count as prose; every line is a block. */
function proseIn(...lines: string[]): string[] {
  const text = lines.join('\n')
  let start = 0
  const blocks = lines.map((line): Block => {
    const block: Block = { start, end: start + line.length, kind: 'paragraph' }
    start += line.length + 1
    return block
  })
  const flags = proseBlocks(text, blocks)
  return lines.filter((_, i) => flags[i])
}

describe('code', () => {
  for (const line of [
    `if (found == null) throw new Error('the page says no')`,
    'const says = (words) => print(words)',
    'return f"{name} said: {words}";',
    'def says(self, words):',
    'import json',
    '// what the ferry said',
    '2031-05-06T07:08:09.123Z INFO worker 1 said "out of memory"',
    'greeting = "Hear ye"',
    '"en": "Hello, the system says hello",',
    'count: 3',
    '<li><a href="/says">Says</a></li>',
    '$ crier say "the bridge is open"',
  ]) {
    it(`is no prose: ${line}`, () => assert.deepEqual(proseIn(line), []))
  }

  it('takes a line among its lines along', () => {
    const code = ['import os', 'def main():', 'words = read()', 'crier.say(words)', 'return 0;']
    assert.deepEqual(proseIn(...code.slice(0, 3), 'GREETING: "Hear ye, hear ye"', ...code.slice(3)), [])
  })
})

describe('prose', () => {
  for (const line of [
    'The minister said the bridge (and the ferry) would stay closed; nobody asked why.',
    'MAROVEN: I never said that.',
    'exclusive: Minister says bridge will close',
    'Later that day @some_name wrote: “No.”',
    'He read the page https://example.org/a_b?x=1&y=2 aloud, she said.',
    'From Lisk he wrote that all was well:',
    '<tweet author="ann">The bridge is closed</tweet>',
    '- Kirren said.',
    'If he goes, she said, all go:',
  ]) {
    it(`stays: ${line}`, () => assert.deepEqual(proseIn(line), [line]))
  }

  it('is not furniture, and not in another language', () => {
    const block = { start: 0, end: 9, kind: 'paragraph' } as const
    assert.deepEqual(proseBlocks('She left.', [{ ...block, kind: 'boilerplate' }]), [false])
    assert.deepEqual(proseBlocks('Sie ging.', [{ ...block, lang: 'de' }]), [false])
    assert.deepEqual(proseBlocks('She left.', [block]), [true])
  })

  it('stays beside a single line of code, and between two quoted in an article', () => {
    const lines = [
      'She opened the shell.',
      'It was late.',
      '$ crier say "no"',
      'The crier said nothing.',
      'So she left.',
    ]
    assert.deepEqual(
      proseIn(...lines),
      lines.filter((_, i) => i !== 2),
    )
  })
})
