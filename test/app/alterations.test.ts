/** Tests of notices on quotations that the record does not have as they stand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from '../../src/app/get-document.ts'
import { perform } from '../../src/app/perform.ts'
import type { Linker } from '../../src/core/links/linker.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'

/** Whatever is not word for word counts as altered. */
const strict: Linker = {
  ...(plainLinker as Linker),
  renderer: {
    ...plainLinker.renderer!,
    rendering: (report, turns) =>
      (plainLinker.renderer!.rendering(report, turns) ?? []).map(({ turn, relating }) => ({
        turn,
        relating: { ...relating, type: relating.type === 'verbatim' ? 'verbatim' : 'altered' },
      })),
  },
}

const transcript = entryOf({
  text: 'Ana Pohl: The bridge stays shut until spring.',
  kind: 'transcript',
  statements: [{ content: 'The bridge stays shut until spring.', speaker: 'Ana Pohl' }],
})
const report = entryOf({
  text: '“The bridge stays shut,” said Ana Pohl. “The bridge stays shut until spring.”',
  statements: [
    { content: 'The bridge stays shut', speaker: 'Ana Pohl' },
    { content: 'The bridge stays shut until spring.', speaker: 'Ana Pohl' },
  ],
})
const notices = async (entries: Parameters<typeof memoryStore>[0], id: string) =>
  (await perform(getDocument, { store: memoryStore(entries, strict) }, { id })).notices

test('a quotation that the record does not have in these words gets a notice, and no other', async () => {
  const found = await notices([report, transcript], report.document.id)
  assert.deepEqual(
    found.map(({ code, statement, span }) => [code, statement, span]),
    [['quotation-altered', report.statements[0]!.id, report.statements[0]!.content.spans[0]]],
  )
  assert.match(found[0]!.message, /does not seem to have .* compare d-/)
})

test('without the record there is none, and the record itself has none', async () => {
  assert.deepEqual(await notices([report], report.document.id), [])
  assert.deepEqual(await notices([report, transcript], transcript.document.id), [])
})
