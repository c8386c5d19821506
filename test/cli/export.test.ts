/** `onrecord export` and `onrecord import` through the command line: what goes out comes in again, and nothing else does. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { importLine } from '../../src/app/import-document.ts'
import { CSV_COLUMNS } from '../../src/core/export/csv.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { parseCsv } from './csv.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const examples = join(import.meta.dirname, '../../examples')
const ledger = ledgerPath()
const flags = ['--ledger', ledger]

before(async () => {
  const { code, err } = await onrecord(['add', examples, ...flags, '--model', 'rules'])
  assert.equal(code, 0, err)
})

interface Line {
  readonly document: { readonly id: string; readonly title: string }
  readonly statements: readonly { readonly id: string; readonly speaker: { readonly name: string } | null }[]
}

test('the whole record into an empty ledger: the same lines come out of it', async () => {
  const { out, code } = await onrecord(['export', ...flags])
  assert.equal(code, 0)
  assert.ok(linesOf(out).length > 5)
  for (const line of valuesOf(out)) assert.deepEqual(importLine.parse(line), line)
  const copy = ledgerPath()
  const imported = await onrecord(['import', '-', '--ledger', copy], { stdin: out })
  assert.equal(imported.code, 0, imported.err)
  assert.equal((await onrecord(['export', '--ledger', copy])).out, out)
  const again = await onrecord(['import', '-', '--ledger', copy], { stdin: out })
  assert.match(again.err, /^0 stored \(0 statements\), \d+ already there, 0 failed$/m)
  const listed = (path: string) => onrecord(['statements', '--format', 'jsonl', '--limit', '1000', '--ledger', path])
  assert.equal((await listed(copy)).out, (await listed(ledger)).out)
})

test('a filter: the statements that it finds and no others', async () => {
  const all = valuesOf<Line>((await onrecord(['export', ...flags])).out).flatMap(({ statements }) => statements)
  const name = all.find(({ speaker }) => speaker !== null)!.speaker!.name
  const found = valuesOf<Line>((await onrecord(['export', '--speaker', name, ...flags])).out)
  const listed = await onrecord(['statements', '--speaker', name, '--format', 'jsonl', '--limit', '1000', ...flags])
  const ids = valuesOf<{ statement: { id: string } }>(listed.out).map(({ statement }) => statement.id)
  assert.deepEqual(
    found.flatMap(({ statements }) => statements.map(({ id }) => id)),
    ids,
  )
  assert.ok(ids.length > 0 && ids.length < all.length)
})

test('every format is written; the ones of several files want a folder', async () => {
  for (const format of ['json-ld', 'web-annotation']) {
    const { out, code } = await onrecord(['export', '--format', format, ...flags])
    assert.equal(code, 0)
    assert.ok(JSON.parse(out))
  }
  for (const [format, begins] of [
    ['atom', '<?xml'],
    ['markdown', '# Reservoirs\n'],
    ['csv', CSV_COLUMNS.map(([name]) => name).join(',')],
  ] as const)
    assert.ok(
      (await onrecord(['export', '--format', format, '--title', 'Reservoirs', ...flags])).out.startsWith(begins),
      format,
    )
  for (const format of ['citron', 'brat']) {
    const refused = await onrecord(['export', '--format', format, ...flags])
    assert.equal(refused.code, 2)
    assert.match(refused.err, /name a folder with --output/)
    const folder = join(scratchFolder(), format)
    assert.equal((await onrecord(['export', '--format', format, '--output', folder, ...flags])).code, 0)
    assert.ok(readdirSync(folder).length > 5)
  }
})

test('to a file; a place that cannot be written is one line', async () => {
  const file = join(scratchFolder(), 'out.jsonl')
  assert.equal((await onrecord(['export', '--output', file, ...flags])).code, 0)
  assert.equal(readFileSync(file, 'utf8'), (await onrecord(['export', ...flags])).out)
  const { code, err } = await onrecord(['export', '--output', join(scratchFolder(), 'no/such/file'), ...flags])
  assert.notEqual(code, 0)
  assert.match(err, /cannot be written \(ENOENT\)/)
  assert.equal(linesOf(err).length, 1)
})

test('CSV: a row a statement, and no cell is a formula, whatever a page says', async () => {
  const { out } = await onrecord(['export', '--format', 'csv', ...flags])
  const [head, ...rows] = parseCsv(out)
  assert.deepEqual(
    head,
    CSV_COLUMNS.map(([name]) => name),
  )
  const total = valuesOf<Line>((await onrecord(['export', ...flags])).out).flatMap(
    ({ statements }) => statements,
  ).length
  assert.equal(rows.length, total)
  const page = join(scratchFolder(), 'formula.txt')
  writeFileSync(page, '=cmd|calc\n\n=HYPERLINK("http://x") said on Monday that “@SUM(A1)” would do.\n')
  const other = ledgerPath()
  await onrecord(['add', page, '--ledger', other, '--model', 'rules', '--publisher', '+1'])
  const cells = parseCsv((await onrecord(['export', '--format', 'csv', '--ledger', other])).out)
    .slice(1)
    .flat()
  assert.ok(cells.includes("'=cmd|calc") && cells.includes("'+1"))
  assert.deepEqual(
    cells.filter((cell) => /^[=+@-]/.test(cell)),
    [],
  )
})

test('a line that is not what its text says is named and left out, the rest goes on', async () => {
  const lines = linesOf((await onrecord(['export', ...flags])).out)
  // biome-ignore lint/suspicious/noExplicitAny: lines are spoilt in ways that no type allows
  const changed = (change: (line: any) => void): string => {
    const line = JSON.parse(lines.find((each) => JSON.parse(each).statements.length > 0)!)
    change(line)
    return JSON.stringify(line)
  }
  const bad: [string, RegExp][] = [
    ['{', /line 1: this is not JSON/],
    ['[]', /line 2: /],
    [changed((line) => (line.text += ' ')), /line 3: document\.id: not the digest/],
    [
      changed((line) => (line.statements[0].content.text = 'other words')),
      /line 4: .*its content is not what the text/,
    ],
    [changed((line) => (line.statements[0].content.spans[0].start += 1)), /line 5: .*not the id of its document/],
    [changed((line) => (line.statements[0].act.type = 'poem')), /line 6: statements\.0\.act\.type/],
    [changed((line) => (line.statements[0].speaker = { ...line.statements[0].speaker, entity: 'Q1' })), /line 7: /],
  ]
  const copy = ledgerPath()
  const stdin = `${bad.map(([line]) => line).join('\n')}\n\n${lines.at(-1)}\n`
  const { code, err } = await onrecord(['import', '-', '--ledger', copy], { stdin })
  assert.equal(code, 1)
  const told = linesOf(err)
  for (const [index, [, pattern]] of bad.entries()) assert.match(told[index]!, pattern)
  assert.match(told.at(-1)!, /^1 stored \(\d+ statements\), 0 already there, 7 failed$/)
  const missing = await onrecord(['import', 'no-such-file', '--ledger', copy])
  assert.equal(missing.code, 1)
  assert.match(missing.err, /no-such-file: cannot be read/)
})
