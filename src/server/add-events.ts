/** What becomes of an addition, as server-sent events: one for each change, taken up again where a connection broke. */
import { OnrecordError } from '../core/errors.ts'
import { type Addition, additionWords, doneIn, fileWords } from '../web/add-job-page.ts'
import type { Additions } from './add-queue.ts'

/** So that proxies see that somebody is there. */
const HEARTBEAT_MS = 15_000
/** After which a browser comes back when the connection broke. */
const RETRY_MS = 2000
/** Each holds a connection. */
export const MOST_FOLLOWED = 100

/** @returns what opens the stream of an addition. */
export function additionEvents(additions: Additions): (id: string, lastEventId: string | undefined) => Response {
  let open = 0
  return (id, lastEventId) => {
    additions.get(id)
    if (open >= MOST_FOLLOWED) throw new OnrecordError('server-busy')
    open++
    let leave = () => {}
    let heartbeat: NodeJS.Timeout | undefined
    const over = () => {
      if (heartbeat === undefined) return
      clearInterval(heartbeat)
      heartbeat = undefined
      open--
      leave()
    }
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        const send = (text: string) => void stream.enqueue(new TextEncoder().encode(text))
        heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS).unref()
        send(`retry: ${RETRY_MS}\n\n`)
        leave = additions.follow(id, seqOf(lastEventId), {
          changed: (file, seq) => {
            const sum = sumOf(additions.get(id))
            send(`id: ${seq}\nevent: file\ndata: ${JSON.stringify({ ...fileWords(file), ...sum })}\n\n`)
          },
          ended: () => {
            send(`event: end\ndata: ${JSON.stringify(sumOf(additions.get(id)))}\n\n`)
            over()
            stream.close()
          },
        })
        // Over before there was a way to leave.
        if (heartbeat === undefined) leave()
      },
      cancel: over,
    })
    // The last is for nginx, which would keep events back until it has a page full.
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
    return new Response(body, { headers })
  }
}

const sumOf = (addition: Addition) => ({
  sum: additionWords(addition),
  done: doneIn(addition),
})

/** Whatever a client says it has seen: a number, or nothing. */
const seqOf = (lastEventId: string | undefined): number =>
  /^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0
