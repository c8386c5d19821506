/** All commands, in the order the help lists them. */
import { add } from './add.ts'
import type { Command } from './command.ts'
import { explain } from './explain.ts'
import { extract } from './extract.ts'
import { documents, statements } from './list.ts'
import { serve } from './serve.ts'
import { show } from './show.ts'

export const commands: readonly Command[] = [add, extract, documents, statements, show, explain, serve]
