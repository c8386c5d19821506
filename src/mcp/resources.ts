/** The resources: every document and statement under an address of its own, for a client to read without a tool. */
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server'
import { getDocument } from '../app/get-document.ts'
import { getStatement } from '../app/get-statement.ts'
import { listDocuments } from '../app/list-documents.ts'
import { perform } from '../app/perform.ts'
import { asOnrecordError } from '../core/errors.ts'
import type { McpDeps } from './tools.ts'
import { documentUri } from './worded.ts'

/** Documents that a listing names: the newest. */
const LISTED = 100

export function registerResources(server: McpServer, deps: McpDeps): void {
  const documents = new ResourceTemplate('onrecord://documents/{id}', {
    list: async () => {
      const { rows } = await perform(listDocuments, deps, { limit: LISTED })
      return {
        resources: rows.map(({ document }) => ({
          uri: documentUri(document.id),
          name: document.title ?? document.id,
          mimeType: 'application/json',
        })),
      }
    },
  })
  server.registerResource(
    'document',
    documents,
    { title: 'A document with its text and statements', mimeType: 'application/json' },
    (uri, { id }) => asJson(uri, () => perform(getDocument, deps, { id })),
  )
  server.registerResource(
    'statement',
    new ResourceTemplate('onrecord://statements/{id}', { list: undefined }),
    { title: 'A statement and the document it stands in', mimeType: 'application/json' },
    (uri, { id }) => asJson(uri, () => perform(getStatement, deps, { id })),
  )
}

async function asJson(uri: URL, read: () => Promise<unknown>) {
  try {
    return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(await read()) }] }
  } catch (thrown) {
    if (asOnrecordError(thrown).kind === 'not-found') throw new ResourceNotFoundError(uri.href)
    throw thrown
  }
}
