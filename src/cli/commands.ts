/** All commands, in the order the help lists them; each is loaded when it is asked for, since starting takes time. */
import type { Command } from './command.ts'

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  add: async () => (await import('./add.ts')).add,
  watch: async () => (await import('./watch.ts')).watch,
  extract: async () => (await import('./extract.ts')).extract,
  documents: async () => (await import('./list.ts')).documents,
  statements: async () => (await import('./list.ts')).statements,
  show: async () => (await import('./show.ts')).show,
  subjects: async () => (await import('./subjects.ts')).subjects,
  sources: async () => (await import('./sources.ts')).sources,
  changes: async () => (await import('./changes.ts')).changes,
  timeline: async () => (await import('./timeline.ts')).timeline,
  links: async () => (await import('./links.ts')).links,
  verify: async () => (await import('./verify.ts')).verify,
  ask: async () => (await import('./ask.ts')).ask,
  relink: async () => (await import('./relink.ts')).relink,
  check: async () => (await import('./check.ts')).check,
  reanalyse: async () => (await import('./reanalyse.ts')).reanalyse,
  backup: async () => (await import('./backup.ts')).backup,
  export: async () => (await import('./export.ts')).exportCommand,
  import: async () => (await import('./import.ts')).importCommand,
  queue: async () => (await import('./queue.ts')).queueCommand,
  worker: async () => (await import('./worker.ts')).worker,
  explain: async () => (await import('./explain.ts')).explain,
  serve: async () => (await import('./serve.ts')).serve,
  mcp: async () => (await import('./mcp.ts')).mcp,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
}

export const commandNames: readonly string[] = Object.keys(loaders)

/** The command of that name, or null. */
export const loadCommand = async (name: string): Promise<Command | null> =>
  Object.hasOwn(loaders, name) ? loaders[name]!() : null

export const loadCommands = (): Promise<Command[]> => Promise.all(Object.values(loaders).map((load) => load()))
