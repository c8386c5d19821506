/** Tests of shards: extracted without a ledger, imported in any order, linked as if every page had been added at once. */
import assert from 'node:assert/strict'
import { copyFileSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { columns } from '../../src/runtime/parquet-columns.ts'
import { parquetRows } from '../../src/runtime/parquet-reader.ts'
import { parquetWriter } from '../../src/runtime/parquet-writer.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { fileOf } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const examples = globSync(join(import.meta.dirname, '../../examples/*.html')).sort()
const made = ['Ada Wren, the harbour master,', 'Ada Wren', 'Emmanuel Macron, the French president,'].map(
  (who, number) =>
    fileOf(
      `bulk/${number}.txt`,
      `Ferry ${number}\n\nThe harbour town waited all day. “The ferry will sail on Monday,” ${who} told reporters. “Nobody has to stay.”\n\n${who} said that the quay would be closed until Friday.\n`,
    ),
)
const pages = [...examples, ...made]
const shards = [0, 1, 2].map((shard) => pages.filter((_, index) => index % 3 === shard))

interface Exported {
  readonly document: { readonly id: string; readonly file: string }
  readonly statements: readonly { readonly id: string; readonly speaker: { readonly entity: string | null } | null }[]
  readonly entities: readonly { readonly id: string }[]
  readonly added: string
}

/** All that a ledger has: documents by their ids, and links with what they rest on. */
async function recordOf(ledger: string) {
  const { out } = await onrecord(['export', '--ledger', ledger])
  const documents = valuesOf<Exported>(out).toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1))
  const links = await onrecord(['links', '--ledger', ledger, '--format', 'jsonl', '--limit', '1000'])
  return { documents: documents.map(({ added, ...rest }) => rest), links: linesOf(links.out).toSorted() }
}

const extracted = async (name: string, files: readonly string[], ...more: string[]): Promise<string> => {
  const path = join(scratchFolder(), name)
  const { code, err } = await onrecord(['extract', ...files, '--output', path, ...more])
  assert.deepEqual([code, err], [0, ''])
  return path
}

/**
 * An entity that the ledger made has its id, its name and its gender from the document that came first, and those that come
 * later are a little less sure to mean it: that follows the order in which pages come, with `add` as with `import`.
 */
function whateverCameFirst(documents: Awaited<ReturnType<typeof recordOf>>['documents']): string {
  const names = new Map<string, string>()
  const sure = documents.map(({ statements, entities, ...rest }) => ({
    ...rest,
    entities: entities.filter(({ id }) => !id.startsWith('e-')),
    statements: statements.map((statement) =>
      statement.speaker?.entity?.startsWith('e-') ? { ...statement, confidence: null } : statement,
    ),
  }))
  return JSON.stringify(sure).replace(/e-[0-9a-f]{16}/g, (id) => {
    if (!names.has(id)) names.set(id, `e${names.size}`)
    return names.get(id)!
  })
}

test('three shards in any order give the statements, entities and links of one add', async () => {
  const whole = ledgerPath()
  await onrecord(['add', ...pages, '--ledger', whole])
  await onrecord(['relink', '--ledger', whole])
  const expected = await recordOf(whole)
  assert.ok(expected.documents.length === pages.length && expected.links.length > 20)
  const entities = expected.documents.flatMap((document) => document.entities.map(({ id }) => id))
  assert.ok(entities.some((id) => id.startsWith('Q')) && entities.some((id) => id.startsWith('e-')))

  const parquet = await Promise.all(
    shards.map((files, shard) => extracted(`${shard}.parquet`, files, '--format', 'parquet')),
  )
  const lines = await Promise.all(shards.map((files, shard) => extracted(`${shard}.jsonl`, files, '--bulk')))
  const packed = lines.map((path) =>
    fileOf(`${path.slice(scratchFolder().length + 1)}.gz`, gzipSync(readFileSync(path))),
  )
  for (const files of [parquet, parquet.toReversed(), [lines[1]!, packed[2]!, parquet[0]!]]) {
    const ledger = ledgerPath()
    const { code, err } = await onrecord(['import', ...files, '--ledger', ledger])
    assert.deepEqual([code, /^(\d+) stored .* 0 failed\n$/.exec(err)?.[1]], [0, String(pages.length)])
    await onrecord(['relink', '--ledger', ledger])
    const record = await recordOf(ledger)
    assert.equal(whateverCameFirst(record.documents), whateverCameFirst(expected.documents))
    assert.deepEqual(record.links, expected.links)
    const again = await onrecord(['import', ...files, '--ledger', ledger])
    assert.match(again.err, new RegExp(`^0 stored \\(0 statements\\), ${pages.length} already there, 0 failed\n$`))
  }
  // Every page in the order of one add: then even the ids that the ledger gives are the same.
  const ledger = ledgerPath()
  await onrecord(['import', await extracted('all.parquet', pages, '--format', 'parquet'), '--ledger', ledger])
  await onrecord(['relink', '--ledger', ledger])
  assert.deepEqual(await recordOf(ledger), expected)
})

test('the same pages give the same bytes, and a row that programs for tables can read', async () => {
  for (const format of [['--format', 'parquet'], ['--bulk']]) {
    const [first, second] = [await extracted('first', pages, ...format), await extracted('second', pages, ...format)]
    assert.ok(readFileSync(first).equals(readFileSync(second)))
  }
  const path = await extracted('rows.parquet', pages, '--format', 'parquet')
  const { buffer, byteOffset, byteLength } = readFileSync(path)
  const { zstdDecompressSync } = await import('node:zlib')
  const rows = await parquetReadObjects({
    file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    compressors: { ZSTD: (input) => zstdDecompressSync(input) },
  })
  const { out } = await onrecord(['extract', ...pages, '--format', 'jsonl', '--text'])
  const printed = valuesOf<{ document: Record<string, unknown>; statements: unknown[]; text: string }>(out)
  assert.deepEqual(
    rows.map(({ id, url, publisher, published, language, text, n_statements, statements }) => [
      { id, url, publisher, published, language },
      text,
      n_statements,
      JSON.parse(statements),
    ]),
    printed.map(({ document: { id, url, publisher, published, language }, text, statements }) => [
      { id, url, publisher, published, language },
      text,
      statements.length,
      statements,
    ]),
  )
})

test('more documents than a group of rows holds come out as they went in', async () => {
  const path = join(scratchFolder(), 'groups.parquet')
  const row = (number: number) => ({
    ...Object.fromEntries(columns.map(({ name, type }) => [name, type === 'text' ? `${name} ${number}` : number])),
    url: number % 2 === 0 ? null : `https://lantern.example/${number}`,
    text: 'ü\0𝄞'.repeat(number),
  })
  const rows = Array.from({ length: 2_345 }, (_, number) => row(number))
  const writer = await parquetWriter(path)
  for (const each of rows) await writer.write(each)
  await writer.finish()
  const read: unknown[] = []
  for await (const each of parquetRows(path)) read.push(each)
  assert.deepEqual(read, rows)
})

test('a file is complete or not there; what cannot be written or is no shard is told of', async () => {
  const folder = scratchFolder()
  const nowhere = await onrecord([
    'extract',
    made[0]!,
    '--output',
    join(folder, 'no/such/folder.jsonl'),
    '--model',
    'rules',
  ])
  assert.match(nowhere.err, /folder\.jsonl: cannot be written \(ENOENT\)/)
  assert.equal(nowhere.code, 69)
  const without = await onrecord(['extract', made[0]!, '--format', 'parquet'])
  assert.deepEqual([without.code, /needs --output FILE/.test(without.err)], [2, true])
  const partly = join(folder, 'partly.jsonl')
  const some = await onrecord([
    'extract',
    made[0]!,
    fileOf('bulk/empty.txt', ''),
    '--output',
    partly,
    '--model',
    'rules',
  ])
  assert.deepEqual(
    [some.code, linesOf(readFileSync(partly, 'utf8')).length, existsSync(`${partly}.part`)],
    [1, 1, false],
  )

  const good = await extracted('good.parquet', made, '--format', 'parquet')
  const bytes = readFileSync(good)
  const tried = async (name: string, content: Uint8Array) => {
    const path = fileOf(`bulk/${name}`, content)
    const { code, err } = await onrecord(['import', path, good, '--ledger', ledgerPath()])
    assert.equal(code, 1, name)
    assert.match(err, /3 stored \(\d+ statements\), 0 already there, \d failed\n$/, name)
    return err.split('\n')[0]!.replace(path, 'FILE')
  }
  assert.match(await tried('short.parquet', bytes.subarray(0, 1000)), /FILE: cannot be read \(/)
  assert.match(await tried('mark.parquet', Buffer.from('PAR1')), /FILE: cannot be read \(/)
  const broken = Buffer.from(bytes)
  broken.fill(0x5a, 100, 400)
  assert.match(await tried('broken.parquet', broken), /FILE(?:: cannot be read|, line 1: )/)
})

interface Tampered {
  text: string
  pipeline?: string
  readonly referents: { uses: { statement: string; at: string }[] }[]
  readonly statements: { content: { text: string } }[]
}

test('a line of extract that was tampered with is refused by what is wrong with it', async () => {
  const path = await extracted('honest.jsonl', made, '--bulk')
  const [line] = linesOf(readFileSync(path, 'utf8'))
  const change = (edit: (line: Tampered) => void) => {
    const value = JSON.parse(line!)
    edit(value)
    return JSON.stringify(value)
  }
  const bad = [
    change((value) => {
      value.referents[0]!.uses.push({ statement: 'd-0000000000000000.0-1', at: 'speaker' })
    }),
    change((value) => {
      value.referents[0]!.uses[0]!.at = '__proto__'
    }),
    change((value) => {
      value.statements[0]!.content.text = 'other'
    }),
    change((value) => {
      delete value.pipeline
    }),
    change((value) => {
      value.text += '!'
    }),
  ]
  const plain = await onrecord(['extract', made[0]!, '--text', '--format', 'jsonl'])
  bad.push(plain.out.trim())
  const copy = join(scratchFolder(), 'tampered.jsonl')
  copyFileSync(path, copy)
  writeFileSync(copy, bad.join('\n'))
  const { code, err } = await onrecord(['import', copy, '--ledger', ledgerPath()])
  assert.equal(code, 1)
  const said = linesOf(err).map((each) => /line (\d: .*?)\. Give/.exec(each)?.[1])
  assert.match(said[0]!, /^1: referents: d-0000000000000000\.0-1 is no statement of this document/)
  assert.match(said[1]!, /^2: referents\.0\.uses\.0\.at: expected a place/)
  assert.match(said[2]!, /^3: d-.*: its content is not what the text has there/)
  assert.match(said[3]!, /^4: pipeline: /)
  assert.match(said[4]!, /^5: document\.id: not the digest/)
  assert.match(said[5]!, /^6: a line of "onrecord extract" without --bulk/)
  assert.match(err, /\n0 stored \(0 statements\), 0 already there, 6 failed\n$/)
})
