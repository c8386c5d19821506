/** How the client asks: addresses, token, time, problems, and lists as lines of JSON. */
import { OnrecordProblem, type ProblemBody } from './problem.ts'

export interface RequestOptions {
  readonly signal?: AbortSignal
  /** Milliseconds after which to give up; a stream of rows may be silent for so long. Default that of the client. */
  readonly timeout?: number
}

export interface ClientOptions {
  /** Of a server that has tokens. */
  readonly token?: string
  /** Milliseconds; default 30,000. */
  readonly timeout?: number
  /** Default that of the platform. */
  readonly fetch?: typeof fetch
}

export type Fields = Readonly<Record<string, string | number | undefined>>

interface Asked extends RequestOptions {
  readonly query?: Fields
  readonly body?: object
}

export interface Connection {
  json<Answer>(method: 'GET' | 'POST', path: string, asked: Asked): Promise<Answer>
  rows<Row>(path: string, asked: Asked): AsyncGenerator<Row, void, undefined>
}

const PRESET_TIMEOUT = 30_000

/** @param address of the server: `http://127.0.0.1:4870`, maybe with the path that a proxy has it under. */
export function connectionTo(address: string | URL, options: ClientOptions): Connection {
  const base = `${String(address).replace(/(?<!\/)\/+$/, '')}/api/v1`
  const send = options.fetch ?? fetch

  async function ask(method: string, path: string, accept: string, asked: Asked, signal: AbortSignal) {
    const headers: Record<string, string> = { accept }
    if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`
    if (asked.body !== undefined) headers['content-type'] = 'application/json'
    const body = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }
    const response = await send(`${base}${path}${searchOf(asked.query)}`, { method, headers, signal, ...body })
    if (!response.ok) throw await problemOf(response)
    return response
  }

  return {
    async json<Answer>(method: 'GET' | 'POST', path: string, asked: Asked): Promise<Answer> {
      const given = AbortSignal.timeout(asked.timeout ?? options.timeout ?? PRESET_TIMEOUT)
      const signal = asked.signal === undefined ? given : AbortSignal.any([asked.signal, given])
      return (await (await ask(method, path, 'application/json', asked, signal)).json()) as Answer
    },

    async *rows<Row>(path: string, asked: Asked): AsyncGenerator<Row, void, undefined> {
      const silence = new AbortController()
      const timeout = asked.timeout ?? options.timeout ?? PRESET_TIMEOUT
      const signal = asked.signal === undefined ? silence.signal : AbortSignal.any([asked.signal, silence.signal])
      const within = <T>(promise: Promise<T>): Promise<T> => {
        const timer = setTimeout(() => silence.abort(new DOMException('no answer in time', 'TimeoutError')), timeout)
        return promise.finally(() => clearTimeout(timer))
      }
      const { limit: _, ...query } = asked.query ?? {}
      const response = await within(ask('GET', path, 'application/x-ndjson', { ...asked, query }, signal))
      const reader = response.body!.getReader()
      const decoder = new TextDecoder()
      let rest = ''
      try {
        for (;;) {
          const { done, value } = await within(reader.read())
          const lines = (rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n')
          rest = lines.pop()!
          for (const line of lines) yield JSON.parse(line) as Row
          if (done) break
        }
      } finally {
        await reader.cancel().catch(() => {})
      }
    },
  }
}

function searchOf(query: Fields = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value))
  const search = params.toString()
  return search === '' ? '' : `?${search}`
}

async function problemOf(response: Response): Promise<OnrecordProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new OnrecordProblem(response.status, body, Number.isNaN(seconds) ? null : seconds)
}
