/** Which host names the server answers to: a page elsewhere must not reach it by pointing its own name at this machine. */
import { isIP } from 'node:net'

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

export interface HostRule {
  /** A host name or address besides those of this machine, as the user told it; `0.0.0.0` and `::` admit any IP address. */
  readonly host?: string | undefined
  /** Where people reach the server through a proxy: `https://record.example.org`. */
  readonly publicUrl?: string | undefined
}

/**
 * Whether `authority` (the request's `Host`) may be answered.
 * @param port the port the connection came in on; null where that is not known, as in a test without a socket.
 */
export function hostAllowed(authority: string, port: number | null, { host, publicUrl }: HostRule): boolean {
  const parsed = splitAuthority(authority)
  if (parsed === null) return false
  if (publicUrl !== undefined && isHostOf(authority, new URL(publicUrl))) return true
  const name = parsed.name.toLowerCase()
  if (loopback.has(name)) return port === null || parsed.port === port
  if (host === undefined) return false
  if (name === bracketed(host.toLowerCase())) return true
  // An address typed as digits cannot be rebound to another machine; only names can.
  return (host === '0.0.0.0' || host === '::') && isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

/** The default port of the scheme may be written or left out. */
const isHostOf = (authority: string, { protocol, host }: URL): boolean =>
  URL.canParse(`${protocol}//${authority}`) && new URL(`${protocol}//${authority}`).host === host

/** An IPv6 address in brackets, as it stands in a URL; anything else as it is. */
export const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

function splitAuthority(authority: string): { name: string; port: number } | null {
  const parts = /^(\[[0-9a-f:.]+\]|[^:@/\\?#\s[\]]+)(?::(\d{1,5}))?$/i.exec(authority)
  return parts === null ? null : { name: parts[1]!, port: Number(parts[2] ?? 80) }
}
