/** `evaluate TASK [--data PATH] [--format json] [--required]`: picks the evaluation and prints its report. */
import { parseArgs } from 'node:util'
import { evaluatePages, formatPages, pagesNeeds } from './pages.ts'

interface Task {
  /** Files of the data folder it cannot do without. */
  readonly needs: readonly string[]
  /** The report, or null when the data is not there. */
  readonly run: (dataFolder: string) => { readonly report: object; readonly text: string } | null
}

const tasks: Readonly<Record<string, Task>> = {
  pages: {
    needs: pagesNeeds,
    run(dataFolder) {
      const report = evaluatePages(dataFolder)
      return report && { report, text: formatPages(report) }
    },
  },
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/data' },
    format: { type: 'string', default: 'text' },
    required: { type: 'boolean', default: false },
  },
})
const name = positionals[0] ?? ''
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
if (task === undefined || !['text', 'json'].includes(values.format)) {
  console.error(`usage: evaluate ${Object.keys(tasks).join('|')} [--data PATH] [--format text|json] [--required]`)
  process.exitCode = 2
} else {
  const done = task.run(values.data)
  if (done !== null) console.log(values.format === 'json' ? JSON.stringify(done.report, null, 2) : done.text)
  else {
    const reason = `no ${task.needs.join(' or ')} in ${values.data}`
    console.log(
      values.format === 'json' ? JSON.stringify({ task: name, skipped: reason }) : `${name}: skipped, ${reason}`,
    )
    if (values.required) process.exitCode = 1
  }
}
