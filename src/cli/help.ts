/** The help of every command, from its declaration; `docs/cli.md` is made from the same. */
import type { Command, Option } from './command.ts'

export const usageLine = (command: Command): string =>
  `onrecord ${command.name}${command.usage === '' ? '' : ` ${command.usage}`} [options]`

const flag = ({ name, short, value }: Option): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`

const helpOption: Option = { name: 'help', short: 'h', help: 'show this help' }

export const optionRows = (command: Command): (readonly [string, string])[] =>
  [...command.options, helpOption].map((option) => [flag(option), option.help] as const)

/** Help of one command, as `onrecord COMMAND --help` prints it. */
export function commandHelp(command: Command): string {
  const rows = optionRows(command)
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    usageLine(command),
    '',
    `${sentence(command.summary)}`,
    ...(command.details ?? []).flatMap((paragraph) => ['', ...filled(paragraph, 100)]),
    '',
    'Options',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Examples',
    ...command.examples.flatMap(([line, what]) => [`  # ${what}`, `  ${line}`]),
    '',
  ].join('\n')
}

/** What `onrecord` and `onrecord --help` print. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length + command.usage.length + 1))
  return [
    'onrecord: who said what, to whom, when, where and through whom, with the characters that prove it',
    '',
    'Usage: onrecord COMMAND [options]',
    '',
    ...commands.map((command) => `  ${`${command.name} ${command.usage}`.trim().padEnd(width)}  ${command.summary}`),
    '',
    'The ledger is ./onrecord.db unless --ledger or ONRECORD_LEDGER names a file or postgres://…',
    'Help on a command: onrecord COMMAND --help. Version: onrecord --version.',
    '',
  ].join('\n')
}

export const sentence = (summary: string): string => `${summary[0]!.toUpperCase()}${summary.slice(1)}.`

function filled(paragraph: string, width: number): string[] {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
