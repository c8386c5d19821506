/** A web site of a test's own on this machine: what it answers is told path by path, and what it was asked is kept. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Page = (request: IncomingMessage, response: ServerResponse) => void

export interface Site {
  readonly origin: string
  /** `host:port`, for the allow-list. */
  readonly host: string
  readonly pages: Map<string, Page>
  /** Paths in the order in which they were asked for. */
  readonly asked: string[]
  close(): Promise<void>
}

export async function openSite(pages: Readonly<Record<string, Page | string>> = {}): Promise<Site> {
  const known = new Map<string, Page>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    const page = known.get(request.url!)
    if (page !== undefined) page(request, response)
    else response.writeHead(404).end('nothing here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const site: Site = {
    origin: `http://${host}`,
    host,
    pages: known,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  for (const [path, page] of Object.entries(pages)) known.set(path, typeof page === 'string' ? html(page) : page)
  return site
}

export const html =
  (text: string, headers: Readonly<Record<string, string>> = {}): Page =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text)
  }

/** Answers 304 to whoever has this version. */
export const tagged =
  (text: string, etag: string, type = 'text/html; charset=utf-8'): Page =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': type, etag }).end(text)
  }
