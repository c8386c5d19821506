/** Tests of what the command line says of itself: help, version, and what it does not know. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { parseOptions } from '../../src/cli/command.ts'
import { loadCommands } from '../../src/cli/commands.ts'
import { linesOf, onrecord } from './terminal.ts'

const commands = await loadCommands()

test('without arguments, with help, --help or -h: all commands on standard output', async () => {
  for (const args of [[], ['help'], ['--help'], ['-h']]) {
    const { code, out, err } = await onrecord(args)
    assert.deepEqual([code, err], [0, ''])
    for (const { name, summary } of commands) {
      assert.ok(
        linesOf(out).some((line) => line.startsWith(`  ${name} `) && line.endsWith(` ${summary}`)),
        name,
      )
    }
    assert.ok(Math.max(...linesOf(out).map((line) => line.length)) <= 100)
  }
})

for (const command of commands) {
  test(`onrecord ${command.name} --help: usage, every option, examples that would run`, async () => {
    const { code, out, err } = await onrecord([command.name, '--help'])
    assert.deepEqual([code, err], [0, ''])
    assert.ok(out.startsWith(`onrecord ${command.name}`))
    for (const { name, help } of command.options) {
      assert.match(out, new RegExp(`--${name}\\b`))
      assert.ok(out.includes(help))
    }
    assert.ok(command.examples.length > 0)
    for (const [example, what] of command.examples) {
      assert.ok(out.includes(`  # ${what}\n  ${example}\n`))
      assert.doesNotThrow(() => parseExample(example), example)
    }
    assert.ok(Math.max(...linesOf(out).map((line) => line.length)) <= 120)
    assert.equal((await onrecord([command.name, '-h'])).out, out)
    assert.equal((await onrecord(['help', command.name])).out, out)
  })
}

/** Reads the words after `onrecord` as the shell would, and its flags as the command would. */
function parseExample(example: string): void {
  const words = [...example.matchAll(/'([^']*)'|"([^"]*)"|([^\s|>]+|[|>])/g)].map(([, a, b, c]) => a ?? b ?? c!)
  const rest = words.slice(words.indexOf('onrecord') + 1)
  const end = rest.findIndex((word) => word === '|' || word === '>')
  const [name, ...args] = end === -1 ? rest : rest.slice(0, end)
  const command = commands.find((each) => each.name === name)
  assert.ok(command, example)
  parseArgs({ args, options: parseOptions(command), allowPositionals: true })
}

test('--version and -V: the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  for (const flag of ['--version', '-V']) {
    assert.deepEqual(await onrecord([flag]), { code: 0, out: `${version}\n`, err: '' })
  }
})

test('an unknown command: all that there are, exit 2', async () => {
  const { code, out, err } = await onrecord(['frobnicate'])
  assert.deepEqual([code, out], [2, ''])
  assert.deepEqual(linesOf(err), [
    `onrecord: there is no command "frobnicate": expected ${commands.map(({ name }) => name).join(', ')}. ` +
      'Run "onrecord --help" for all of them.',
  ])
})

test('bad usage of each command: one line that names the fault and the help, nothing on standard output, exit 2', async () => {
  const cases: [args: string[], problem: string][] = [
    [['statements', '--nope'], "Unknown option '--nope'"],
    [['statements', '--limit'], "Option '--limit <value>' argument missing"],
    [['statements', '--limit', '-5'], '--limit: a value that begins with a dash is written --limit=-…'],
    [['statements', '--limit', '0'], '--limit 0: at least 1'],
    [['statements', '--limit', 'abc'], '--limit abc: expected a whole number'],
    [['statements', '--limit', '1e9'], '--limit 1e9: at most 1000'],
    [['statements', '--limit', '2.5'], '--limit 2.5: expected a whole number'],
    [['statements', '--from', '2024-02-31'], '--from 2024-02-31: there is no such day'],
    [['statements', '--to', 'last week'], '--to "last week": expected a date like 2024-06-21'],
    [['statements', '--form', 'sung'], '--form sung: expected direct, indirect or mixed'],
    [['statements', '--manner', 'x'], '--manner x: expected speech, writing or thought'],
    [['statements', '--format', 'xml'], '--format xml: expected table, jsonl, csv'],
    [['statements', 'dam'], 'unexpected "dam": to search for words use --text'],
    [['documents', '--from', '', '--limit', '0'], '--from "": expected a date like 2024-06-21; --limit 0: at least 1'],
    [['documents', '--format', 'pretty'], '--format pretty: expected table, jsonl, csv'],
    [['add'], 'no file was named'],
    [['add', 'a.txt', '--url', 'foo'], '--url foo: expected an address like https://example.org/story'],
    [
      ['add', 'a.txt', '--url', 'javascript:alert(1)'],
      '--url javascript:alert(1): expected an address like https://example.org/story',
    ],
    [['add', 'a.txt', '--published', '2024-02-31'], '--published 2024-02-31: there is no such day'],
    [['add', 'a.txt', '--published', '21.6.2024'], '--published 21.6.2024: expected a date like 2024-06-21'],
    [['add', 'a.txt', '--max-size', '0'], '--max-size 0: expected megabytes, up to 500'],
    [['add', 'a.txt', '--max-size', '501'], '--max-size 501: expected megabytes, up to 500'],
    [['add', 'a.txt', '--format', 'csv'], '--format csv: expected summary, jsonl'],
    [['add', 'examples', '--url', 'https://example.org/'], '--url goes with one file, and several were named'],
    [['extract'], 'no file was named'],
    [['extract', 'examples', '--url', 'https://example.org/'], '--url goes with one file, and several were named'],
    [['extract', 'a.txt', '--published', 'x'], '--published x: expected a date like 2024-06-21'],
    [['extract', 'a.txt', '--format', 'csv'], '--format csv: expected jsonl, pretty, parquet'],
    [['explain'], 'expected one file'],
    [['explain', 'a.txt', 'b.txt'], 'expected one file'],
    [['explain', 'a.txt', '--max-size', 'big'], '--max-size big: expected megabytes, up to 500'],
    [['show'], 'expected one id or one name (in quotes where it has spaces)'],
    [['show', 'Ada', 'Wren'], 'expected one id or one name (in quotes where it has spaces)'],
    [['show', 'd-1', '--format', 'csv'], '--format csv: expected pretty, json'],
    [['show', 'Ada', '--limit', '0'], '--limit 0: at least 1'],
    [['timeline'], 'expected one speaker (in quotes where the name has spaces), or a subject with --about'],
    [
      ['timeline', 'Ada', 'Wren'],
      'expected one speaker (in quotes where the name has spaces), or a subject with --about',
    ],
    [
      ['timeline', '--about', ' '],
      'expected one speaker (in quotes where the name has spaces), or a subject with --about',
    ],
    [['subjects', 'grain'], 'unexpected "grain": to search for words use --text'],
    [['subjects', '--limit', '0'], '--limit 0: at least 1'],
    [['statements', '--polarity', 'none'], '--polarity none: expected positive or negative'],
    [['timeline', 'Ada', '--from', 'May'], '--from May: expected a date like 2024-06-21'],
    [['timeline', 'Ada', '--format', 'pretty'], '--format pretty: expected table, jsonl, csv'],
    [['statements', '--said-to', 'May'], '--said-to May: expected a date like 2024-06-21'],
    [['serve', 'now'], 'unexpected "now"'],
    [['serve', '--port', '70000'], '--port 70000: expected a number from 0 to 65535'],
    [['serve', '--port', 'http'], '--port http: expected a number from 0 to 65535'],
  ]
  for (const [args, problem] of cases) {
    assert.deepEqual(
      await onrecord(args, { env: { ONRECORD_LEDGER: 'never/opened.db' } }),
      { code: 2, out: '', err: `onrecord: ${problem}. Run "onrecord ${args[0]} --help" for what it takes.\n` },
      args.join(' '),
    )
  }
})

test('a value of many characters is shown in part', async () => {
  const { code, err } = await onrecord(['statements', '--speaker', 'x'.repeat(100_000)])
  assert.equal(code, 2)
  assert.match(err, /^onrecord: --speaker x{59}…: at most 500 characters\. /)
})
