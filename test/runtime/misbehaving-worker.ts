/** A thread for tests of the pool: does what the name of the page says, and answers any other with an empty extraction. */
import { parentPort } from 'node:worker_threads'
import type { ReadSource } from '../../src/read/read-document.ts'
import type { FromWorker } from '../../src/runtime/extraction-job.ts'

parentPort!.on('message', ({ file }: ReadSource) => {
  if (file === 'hangs') for (;;);
  if (file === 'swells') {
    const kept: unknown[] = []
    for (;;) kept.push({ kept: kept.length })
  }
  if (file === 'exits') process.exit(3)
  if (file === 'throws')
    return setImmediate(() => {
      throw new Error('the sky fell')
    })
  const warning = { code: 'model-missing', details: { file: 'x.bin', reason: 'ENOENT' }, stack: undefined } as const
  if (file === 'warns') parentPort!.postMessage({ warning } satisfies FromWorker)
  setTimeout(() => parentPort!.postMessage({ done: { text: file } }), file === 'slow' ? 300 : 0)
})
