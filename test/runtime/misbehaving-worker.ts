/** A thread for tests of the pool: does what the name of the page says, one after the other, and answers any other with an empty extraction. */
import { parentPort } from 'node:worker_threads'
import type { ReadSource } from '../../src/read/read-document.ts'
import type { FromWorker } from '../../src/runtime/extraction-job.ts'

let last: Promise<void> = Promise.resolve()
parentPort!.on('message', (source: ReadSource) => {
  last = last.then(() => readOne(source))
})

async function readOne({ file }: ReadSource): Promise<void> {
  if (file === 'hangs') for (;;);
  if (file === 'swells') {
    const kept: unknown[] = []
    for (;;) kept.push({ kept: kept.length })
  }
  if (file === 'exits') process.exit(3)
  if (file === 'throws')
    setImmediate(() => {
      throw new Error('the sky fell')
    })
  const warning = { code: 'model-missing', details: { file: 'x.bin', reason: 'ENOENT' }, stack: undefined } as const
  if (file === 'warns') parentPort!.postMessage({ warning } satisfies FromWorker)
  await new Promise((resolve) => setTimeout(resolve, file === 'slow' ? 300 : file === 'throws' ? 5000 : 0))
  parentPort!.postMessage({ done: { text: file } })
}
