/** What the API gives that is no JSON answer: exports, and the bytes of a page. */
import { exportFormats } from '../app/export-formats.ts'

const problem = { $ref: '#/components/responses/Problem' }

/** @param filters parameters of a list of statements, which narrow an export too. */
export const filePaths = (filters: readonly { readonly name: string }[]) => ({
  '/api/v1/export': {
    get: {
      operationId: 'exportStatements',
      summary: 'Give the record, or what a filter finds of it, in the format of another program; streamed.',
      tags: ['Ledger'],
      parameters: [
        {
          name: 'format',
          in: 'query',
          schema: { type: 'string', enum: WHOLE.map(([name]) => name), default: 'jsonl' },
        },
        {
          name: 'statement',
          in: 'query',
          description: 'ids of statements, again for each: filters do not count then',
          schema: { type: 'array', items: { type: 'string' } },
          explode: true,
        },
        { name: 'title', in: 'query', description: 'what a feed or a dossier is called', schema: { type: 'string' } },
        ...filters.filter(({ name }) => !['limit', 'after', 'sort'].includes(name)),
      ],
      responses: {
        200: {
          description: 'The file.',
          content: Object.fromEntries(WHOLE.map(([, { mime }]) => [mime, { schema: { type: 'string' } }])),
        },
        default: problem,
      },
    },
  },
  '/api/v1/documents/{id}/original': {
    get: {
      operationId: 'getOriginal',
      summary: 'Give the bytes that a document was read from, as they came.',
      tags: ['Documents'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'The bytes; a document that was imported has none.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        default: problem,
      },
    },
  },
})

const WHOLE = Object.entries(exportFormats).filter(([, format]) => 'whole' in format)
