/** Contract: what is put comes back identical, once, whole, whatever characters are in it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import { wholeKeys } from '../../src/core/ledger-keys.ts'
import { entryOf } from '../support/entries.ts'
import { entityOf, linkOf } from '../support/linked-entry.ts'
import { withStore } from './contract.ts'

const report = entryOf({
  text: 'Sergey Lavrov said: “We will not negotiate.” He added that talks were over.',
  url: 'https://example.org/a',
  title: 'Talks over',
  publisher: 'The Example',
  authors: ['A. Writer'],
  published: '2024-06-21',
  notices: [{ code: 'no-article', message: 'No article was found.', span: { start: 3, end: 9 }, statement: null }],
  blocks: [
    { start: 0, end: 44, kind: 'paragraph' },
    { start: 45, end: 76, kind: 'quote', lang: 'ru' },
  ],
  statements: [
    { content: '“We will not negotiate.”', speaker: 'Sergey Lavrov', cue: 'said' },
    { content: 'that talks were over', speaker: 'He', cue: 'added', form: 'indirect', manner: 'writing' },
  ],
})

export function keepingContract(open: () => Promise<Store>): void {
  test('a document comes back with all it had', () =>
    withStore(open, async (store) => {
      assert.equal(await store.putDocument(report), 'stored')
      assert.deepEqual(await store.getDocument(report.document.id), report)
    }))

  test('a statement comes back with its document', () =>
    withStore(open, async (store) => {
      await store.putDocument(report)
      for (const statement of report.statements) {
        assert.deepEqual(await store.getStatement(statement.id), { statement, document: report.document })
      }
    }))

  test('the same document twice is stored once, and the first one stays', () =>
    withStore(open, async (store) => {
      await store.putDocument(report)
      const again: DocumentEntry = { ...report, statements: [], added: '2030-01-01T00:00:00.000Z' }
      assert.equal(await store.putDocument(again), 'already-stored')
      assert.deepEqual(await store.getDocument(report.document.id), report)
      assert.equal((await store.listStatements({ limit: 10 })).total, 2)
    }))

  test('unknown ids give null', () =>
    withStore(open, async (store) => {
      await store.putDocument(report)
      for (const id of [
        '',
        'd-0',
        report.document.id.toUpperCase(),
        `${report.document.id}\0`,
        '\ud83d',
        "' OR 1=1 --",
      ]) {
        assert.equal(await store.getDocument(id), null)
        assert.equal(await store.getStatement(id), null)
      }
    }))

  test('a digest is found under its own address, or under any when none is given', () =>
    withStore(open, async (store) => {
      const unaddressed = entryOf({ text: 'No address.' })
      await store.putDocument(report)
      await store.putDocument(unaddressed)
      const { sha256 } = report.document
      assert.equal(await store.findByDigest(sha256, 'https://example.org/a'), report.document.id)
      assert.equal(await store.findByDigest(sha256, 'https://example.org/b'), null)
      assert.equal(await store.findByDigest(sha256, null), report.document.id)
      assert.equal(await store.findByDigest(unaddressed.document.sha256, null), unaddressed.document.id)
      assert.equal(await store.findByDigest('0'.repeat(64), null), null)
    }))

  const oddities: Record<string, string> = {
    'an emoji with a skin tone': '👩🏽‍🚀',
    'a NUL': 'a\0b',
    'only NULs': '\0\0',
    'a high surrogate alone': 'x\ud83dx',
    'a low surrogate alone': '\udc00',
    'surrogates in the wrong order': '\udc00\ud83d',
    'a NUL and a lone surrogate': '\0\ud83d\0',
    'line and paragraph separators': 'a\u2028b\u2029c',
    'a byte order mark': '\ufeffa\ufeff',
    noncharacters: '\uffff\ufffe',
    'carriage returns': 'a\r\nb\rc',
    'combining marks out of order': 'a\u0323\u0301\u0301\u0323',
    quotes: `'"'';--"`,
    'the replacement character': '\ufffd',
  }
  for (const [name, odd] of Object.entries(oddities)) {
    test(`${name} survives in every field and shifts no offset`, () =>
      withStore(open, async (store) => {
        const entry = entryOf({
          text: `${odd} said: “${odd} yes ${odd}” and left.${odd}`,
          url: `https://example.org/${odd}`,
          title: odd,
          publisher: odd,
          authors: [odd],
          original: odd,
          file: odd,
          published: '2024-01-01',
          statements: [{ content: `“${odd} yes ${odd}”`, speaker: odd, cue: 'said' }],
        })
        await store.putDocument(entry)
        const kept = await store.getDocument(entry.document.id)
        assert.deepEqual(kept, entry)
        const { content } = kept!.statements[0]!
        assert.equal(kept!.text.slice(content.spans[0]!.start, content.spans[0]!.end), content.text)
        const { sha256, url, id } = entry.document
        assert.equal(await store.findByDigest(sha256, url), id)
        const summary = await store.summary()
        assert.deepEqual(summary.publishers, [{ name: odd, statements: 1 }])
        assert.deepEqual(summary.speakers, [{ name: odd, statements: 1 }])
        assert.equal((await store.listStatements({ limit: 10, publisher: odd, text: 'yes' })).total, 1)
      }))
  }

  test('any sequence of code units comes back identical', () =>
    withStore(open, async (store) => {
      const unit = fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(0, 0x22, 0x27, 0x2028, 0xd83d, 0xde00, 0xfeff),
      )
      const text = fc.array(unit, { minLength: 1, maxLength: 60 }).map((units) => String.fromCharCode(...units))
      let number = 0
      const property = fc.asyncProperty(text, async (text) => {
        const entry = entryOf({
          text,
          title: text,
          url: `https://example.org/${number++}`,
          statements: [{ content: text, speaker: text }],
        })
        await store.putDocument(entry)
        assert.deepEqual(await store.getDocument(entry.document.id), entry)
      })
      await fc.assert(property, { numRuns: 200 })
    }))

  test('names, addresses and subjects as long as a page', () =>
    withStore(open, async (store) => {
      // No two stretches of it are alike, so that nothing is saved by compressing it.
      const long = (seed: number): string => {
        let digest = ''
        for (let part = 0; digest.length < 20_000; part++) {
          digest += createHash('sha256').update(`${seed} ${part}`).digest('base64url')
        }
        return digest
      }
      const [name, publisher, outlet, subject] = [long(1), long(2), long(3), long(4)] as const
      const plain = entryOf({
        text: `${name} said “yes”.`,
        url: `https://example.org/${long(5)}`,
        original: `https://example.org/${long(6)}`,
        publisher,
        title: long(7),
        statements: [{ content: '“yes”', speaker: name, cue: 'said' }],
      })
      const entity = entityOf({ id: 'e-0000000000000001', name, names: [long(8)], kind: 'organisation' })
      const statements = plain.statements.map((statement) => ({
        ...statement,
        speaker: { ...statement.speaker!, entity: entity.id },
        via: [{ name: outlet, kind: 'publication' as const, entity: null, span: { start: 0, end: 1 } }],
        about: [subject],
      }))
      const entry = { ...plain, statements }
      const role = { role: long(9), of: long(10), at: null, statement: statements[0]!.id }
      const links = { revision: 0, entities: [linkOf(entity, { names: [name, long(11)], roles: [role] })] }
      assert.equal(await store.putDocument(entry, links), 'stored')
      assert.deepEqual(await store.getDocument(entry.document.id), entry)
      const { sha256, url, id } = entry.document
      assert.equal(await store.findByDigest(sha256, url), id)
      assert.equal((await store.listDocuments({ limit: 1, publisher: publisher.toLowerCase() })).total, 1)
      assert.equal((await store.listStatements({ limit: 1, speaker: name })).total, 1)
      const found = await store.knownEntities(wholeKeys(name, 'organisation'))
      assert.deepEqual([...found.byKey.values()].flat()[0]?.entity, entity)
      assert.deepEqual((await store.getSpeaker({ entity: entity.id }))?.roles[0]?.role, role.role)
      assert.equal((await store.versionsOf(url!)).length, 1)
    }))

  test('a text of five million characters', () =>
    withStore(open, async (store) => {
      const text = 'Größe “ja” 😀 '.repeat(5_000_000 / 14)
      const entry = entryOf({ text, statements: [{ content: '“ja”' }] })
      await store.putDocument(entry)
      assert.deepEqual(await store.getDocument(entry.document.id), entry)
      assert.equal((await store.listDocuments({ limit: 1, text: 'grosse -nein' })).total, 1)
    }))

  test('a document with eight hundred statements', () =>
    withStore(open, async (store) => {
      const words = Array.from({ length: 800 }, (_, index) => `“answer ${index}.”`)
      const statements = words.map((content) => ({ content, speaker: 'The Minister' }))
      const entry = entryOf({ text: words.join(' '), statements })
      await store.putDocument(entry)
      assert.deepEqual(await store.getDocument(entry.document.id), entry)
      const page = await store.listStatements({ limit: 1000 })
      assert.deepEqual(
        page.rows.map((row) => row.statement.id),
        entry.statements.map((statement) => statement.id),
      )
    }))

  test('a document that cannot be stored whole is not stored at all', () =>
    withStore(open, async (store) => {
      const twice = { ...report, statements: [...report.statements, report.statements[0]!] }
      await assert.rejects(store.putDocument(twice))
      assert.equal(await store.getDocument(report.document.id), null)
      assert.deepEqual(await store.summary(), {
        documents: 0,
        statements: 0,
        publishers: [],
        speakers: [],
        languages: [],
        from: null,
        to: null,
      })
      assert.equal(await store.putDocument(report), 'stored')
    }))

  test('many documents put at once are all kept', () =>
    withStore(open, async (store) => {
      const entries = Array.from({ length: 30 }, (_, index) => entryOf({ text: `Text ${index % 20}.` }))
      const outcomes = await Promise.all(entries.map((entry) => store.putDocument(entry)))
      assert.equal(outcomes.filter((outcome) => outcome === 'stored').length, 20)
      assert.equal((await store.listDocuments({ limit: 1 })).total, 20)
    }))

  test('runs are numbered, and a finished one keeps its counts', () =>
    withStore(open, async (store) => {
      const first = await store.startRun('2024-06-22T08:00:00.000Z')
      const second = await store.startRun('2024-06-22T09:00:00.000Z')
      assert.notEqual(first, second)
      const started = '2024-06-22T08:00:00.000Z'
      await store.finishRun({
        id: first,
        started,
        finished: '2024-06-22T08:01:00.000Z',
        stored: 3,
        already: 1,
        failed: 2,
      })
      const unknown = { id: second + 1, started, finished: null, stored: 0, already: 0, failed: 0 }
      await assert.rejects(store.finishRun(unknown), { code: 'unknown-id' })
    }))

  test('closing twice is the same as once', async () => {
    const store = await open()
    await store.close()
    await store.close()
    await assert.rejects(store.getDocument('d-0'), { name: 'OnrecordError' })
  })
}
