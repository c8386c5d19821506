/** `onrecord evaluate`: quality on a gold set, by the evaluations of the repository, which the package does not hold. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OnrecordError } from '../core/errors.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { exitCodesByKind } from './exit-codes.ts'

/** @param main the program of the evaluations. */
export const evaluateWith = (main: string): Command => ({
  name: 'evaluate',
  usage: 'TASK',
  summary: 'measure quality on a gold set, in a checkout of onrecord',
  details: [
    'TASK is gold or not-news (our own passages and pages), attribution, words, mentions or pages (corpora that are not part of onrecord), ' +
      'or another that is listed when the name is unknown. The same as "npm run evaluate -- TASK".',
  ],
  options: [
    { name: 'data', value: 'PATH', help: 'folder of the corpora, or one annotated file; default ../shared/data' },
    { name: 'format', value: 'text|json', help: 'default text' },
    { name: 'model', value: 'full|fast|rules', help: 'what finds statements; default full' },
    { name: 'required', help: 'fail where the data is missing' },
  ],
  examples: [
    ['onrecord evaluate gold', 'our own passages'],
    ['onrecord evaluate attribution --data dev.jsonl.gz --format json', 'another annotated file, for scripts'],
  ],
  async run(terminal, positionals, values) {
    const [task, more] = positionals
    if (task === undefined) throw new OnrecordError('usage', { problem: 'name a task', command: 'evaluate' })
    if (more !== undefined) throw new OnrecordError('usage', { problem: `unexpected "${more}"`, command: 'evaluate' })
    if (existsSync(main)) return runOf(terminal, [main, task, ...flagsOf(values)])
    terminal.stderr.write('onrecord: evaluate needs a checkout of the repository; the package holds no gold sets.\n')
    return exitCodesByKind.unavailable
  },
})

/** Beside `src` and, compiled, beside `dist`. */
export const evaluate = evaluateWith(fileURLToPath(new URL('../../eval/main.ts', import.meta.url)))

function flagsOf(values: Values): string[] {
  const named = ['data', 'format', 'model'].flatMap((name) => {
    const value = text(values, name)
    return value === undefined ? [] : [`--${name}=${value}`]
  })
  return values.required === true ? [...named, '--required'] : named
}

/** Runs the program by itself, since this room does not reach it; its exit code. */
function runOf({ stdout, stderr, env }: Terminal, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => stdout.write(chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => stderr.write(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? exitCodesByKind.bug))
  })
}
