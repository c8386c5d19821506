/** What each route needs: whose role, how large a body of which type, and whether it counts as a write. One row a route. */

/** A reader may see everything; an editor may also add. */
export type Role = 'reader' | 'editor'

/** `page` is a text or HTML page sent as it is. */
export type BodyType = 'json' | 'form' | 'page'

export interface Needs {
  /** Null: whoever asks, also without a token. */
  readonly role: Role | null
  /** Bytes of the body at most. */
  readonly body: number
  readonly takes: readonly BodyType[]
  /** Counted against the client's limit of writes. */
  readonly isWrite: boolean
}

interface Row extends Partial<Needs> {
  /** `*` for every method. */
  readonly method: string
  /** A path, or with `/*` at its end all below it. */
  readonly path: string
}

const KB = 1000
const MB = 1000 * KB

/** An upload, or a page sent through the API: what `onrecord add` takes by default. */
export const UPLOAD_BYTES = 20 * MB
/** From this on a body counts as large, of which a server takes only a few at once. */
export const LARGE_BODY = 2 * MB

/** The first that fits holds; what a row leaves out is as `needsOf` says. */
const rows: readonly Row[] = [
  { method: '*', path: '/assets/*', role: null },
  { method: 'GET', path: '/sign-in', role: null },
  { method: 'POST', path: '/sign-in', role: null, body: 4 * KB, isWrite: false },
  { method: 'POST', path: '/sign-out', role: null, body: 4 * KB, isWrite: false },
  // Operations that read, asked with a body because a quotation or a draft may be long.
  { method: 'POST', path: '/verify', role: 'reader', body: MB, isWrite: false },
  { method: 'POST', path: '/api/v1/verify', role: 'reader', body: MB, isWrite: false },
  { method: 'POST', path: '/api/v1/verify-draft', role: 'reader', body: MB, takes: ['json', 'page'], isWrite: false },
  // Adding.
  { method: 'GET', path: '/add', role: 'editor' },
  { method: 'GET', path: '/add/*', role: 'editor' },
  { method: 'POST', path: '/add', role: 'editor', body: UPLOAD_BYTES },
  { method: 'POST', path: '/api/v1/documents', role: 'editor', body: UPLOAD_BYTES, takes: ['json', 'page'] },
  // Assistants: most tools read, and the route looks itself at what is asked (`mcp-route.ts`).
  { method: 'POST', path: '/mcp', role: 'reader', body: 4 * MB, takes: ['json'], isWrite: false },
]

/**
 * What a request needs. A route without a row is open to readers where it only reads, and where it may change something
 * takes the strictest there is, so that forgetting a row opens nothing.
 */
export function needsOf(method: string, path: string): Needs {
  const asked = method === 'HEAD' ? 'GET' : method
  const row = rows.find((each) => (each.method === '*' || each.method === asked) && matchesPath(each.path, path))
  const isSafe = asked === 'GET' || asked === 'OPTIONS'
  return {
    role: isSafe ? 'reader' : 'editor',
    body: 64 * KB,
    takes: path.startsWith('/api/') ? ['json'] : ['form'],
    isWrite: !isSafe,
    ...row,
  }
}

const matchesPath = (pattern: string, path: string): boolean =>
  pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
