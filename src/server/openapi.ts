/** The description of the API in OpenAPI 3.1, made from the schemas that check what goes in and, in the tests, what comes out. */
import { STATUS_CODES } from 'node:http'
import { type JsonSchema, schemasOf } from '../app/json-schemas.ts'
import { type Offered, operations } from '../app/operations.ts'
import { statementQueryNames } from '../web/query.ts'
import { filePaths } from './openapi-files.ts'

export type OpenApi = ReturnType<typeof described>

/** Made once, when it is first asked for. */
let made: OpenApi | null = null
export const openApi = (): OpenApi => {
  made ??= described()
  return made
}

/** Fields that stand in the address behind the question mark, in the order in which the pages have them. */
export function queryNamesOf({ name, inPath }: Offered): readonly string[] {
  const place = (field: string): number => (statementQueryNames as readonly string[]).indexOf(field)
  const inAddress = Object.values(inPath)
  return Object.keys(schemas().inputs[name]?.properties ?? {})
    .filter((field) => !inAddress.includes(field))
    .sort((a, b) => place(a) - place(b))
}

let known: ReturnType<typeof schemasOf> | null = null
const schemas = () => {
  known ??= schemasOf(operations)
  return known
}

function described() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const offered of operations) {
    const path = `/api/v1${offered.path}`
    const item = paths[path] ?? {}
    paths[path] = item
    item[offered.method.toLowerCase()] = operationOf(offered)
    if (offered.byBody)
      item.post = { ...operationOf(offered), ...bodyOf(offered), parameters: [], operationId: `${offered.name}ByBody` }
  }
  const statements = operations.find(({ path }) => path === '/statements')!
  Object.assign(paths, filePaths(queryParameters(statements)))
  return {
    openapi: '3.1.0',
    info: {
      title: 'onrecord',
      version: '1',
      summary: 'Who said what, to whom, when, where and through whom, and the characters that prove it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    tags: [...new Set(operations.map(({ about }) => about))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'where the server has tokens' } },
      responses: {
        Problem: {
          description: 'What went wrong, and what to do about it (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { ...schemas().components, Problem: problem },
    },
  }
}

function operationOf(offered: Offered) {
  const { name, summary, about, method, pages } = offered
  const schema = { $ref: `#/components/schemas/${schemas().outputs[name]}` }
  const row = schemas().rows[name]
  const asLines =
    pages && row !== undefined ? { 'application/x-ndjson': { schema: { $ref: `#/components/schemas/${row}` } } } : {}
  const found = { description: STATUS_CODES[200]!, content: { 'application/json': { schema }, ...asLines } }
  return {
    operationId: name,
    summary,
    tags: [about],
    parameters: method === 'GET' ? [...pathParameters(offered), ...queryParameters(offered)] : [],
    ...(method === 'POST' ? bodyOf(offered) : {}),
    responses: {
      200: found,
      ...(offered.writes ? { 201: { ...found, description: 'It was stored.' } } : {}),
      ...(method === 'GET' ? { 304: { description: 'As it was when the ETag of If-None-Match was given.' } } : {}),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

const pathParameters = ({ name, inPath }: Offered) =>
  Object.entries(inPath).map(([parameter, field]) => ({
    name: parameter,
    in: 'path',
    required: true,
    ...parts(schemas().inputs[name]!.properties[field]!),
  }))

const queryParameters = (offered: Offered) =>
  queryNamesOf(offered).map((field) => ({
    name: field,
    in: 'query',
    required: schemas().inputs[offered.name]!.required.includes(field),
    ...parts(schemas().inputs[offered.name]!.properties[field]!),
  }))

const parts = ({ description, ...schema }: JsonSchema) => ({
  ...(typeof description === 'string' ? { description } : {}),
  schema,
})

function bodyOf({ name, body }: Offered) {
  const { properties, required } = schemas().inputs[name]!
  const { bytes: _, maxBytes: __, most: ___, ...facts } = properties
  const words = {
    type: 'string',
    description: body === 'draft' ? 'the text of the draft' : 'the page: its text or its HTML',
  }
  const field = body === 'draft' ? 'text' : 'content'
  const schema =
    body === undefined
      ? { type: 'object', properties, required }
      : { type: 'object', properties: { [field]: words, ...facts }, required: [field] }
  const raw = { schema: { type: 'string' } }
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': { schema },
        ...(body === undefined ? {} : { 'text/plain': raw }),
        ...(body === 'page' ? { 'text/html': raw } : {}),
      },
    },
  }
}

const problem = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'the row of the table of errors' },
    hint: { type: 'string', description: 'what to do about it' },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
}
