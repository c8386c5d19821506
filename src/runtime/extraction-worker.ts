/** A thread of the extraction pool: reads one page after the other and answers each with its statements or its error. */
import { parentPort, workerData } from 'node:worker_threads'
import { extractFrom, extractPage } from '../app/extract-document.ts'
import { asOnrecordError } from '../core/errors.ts'
import { adoptKernel } from '../models/kernel/kernel.ts'
import { readDocument } from '../read/read-document.ts'
import { type FromWorker, packed, type ToWorker, type WorkerTask } from './extraction-job.ts'
import { pipelinesFor } from './pipelines.ts'

const { model, kernel } = workerData as WorkerTask
if (kernel !== null) adoptKernel(kernel)
const answer = (message: FromWorker): void => parentPort!.postMessage(message)

const deps = {
  read: readDocument,
  pipelineFor: pipelinesFor(model, (error) => answer({ warning: packed(error) })),
}

/** One page after the other: those that came early wait, so that each has the time it is given for itself. */
let last: Promise<void> = Promise.resolve()
parentPort!.on('message', (work: ToWorker) => {
  last = last.then(() => readOne(work))
})

async function readOne(work: ToWorker): Promise<void> {
  try {
    answer({ done: await ('bytes' in work ? extractPage(deps, work) : extractFrom(deps, work)) })
  } catch (thrown) {
    answer({ failed: packed(asOnrecordError(thrown)) })
  }
}
