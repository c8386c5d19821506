/** Which addresses of the network may be asked: public ones, and those that the user names. */
import { lookup as systemLookup } from 'node:dns'
import ipaddr from 'ipaddr.js'
import { OnrecordError } from '../core/errors.ts'

/** Ports that web servers have. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443'])

/**
 * Whether an address is one that anybody may reach: neither private, loopback, link-local, shared, multicast, reserved nor
 * documentation (the IANA special-purpose registries, RFC 6890), nor an IPv6 address that stands for an IPv4 one.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  return ipaddr.parse(address).range() === 'unicast'
}

/** Looks a name up: all its addresses. Tests bring their own. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly { readonly address: string; readonly family: number }[]) => void,
) => void

export const systemResolve: Resolve = (hostname, done) =>
  systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) => done(error, addresses ?? []))

/** Guards one fetcher. @param allowed `host:port` that may be asked although it is not public */
export class AddressGuard {
  readonly #allowed: ReadonlySet<string>
  readonly #resolve: Resolve

  constructor(allowed: Iterable<string>, resolve: Resolve = systemResolve) {
    this.#allowed = new Set([...allowed].map((each) => each.toLowerCase()))
    this.#resolve = resolve
  }

  /**
   * The address itself, before anything is asked; each redirect comes here again.
   * @throws OnrecordError `address-refused`
   */
  check(address: string): URL {
    const refuse = (reason: string) => new OnrecordError('address-refused', { url: address.slice(0, 300), reason })
    if (!URL.canParse(address)) throw refuse('it is no address')
    const url = new URL(address)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse('only http and https are fetched')
    if (url.username !== '' || url.password !== '') throw refuse('it holds a name or a password')
    if (this.#isAllowed(url)) return url
    if (!PORTS.has(url.port)) throw refuse(`port ${url.port} is not one of a web server`)
    // The URL parser has written every spelling of an address (octal, hex, one number) in the usual one.
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (ipaddr.isValid(host) && !isPublic(host)) throw refuse(`${host} is not a public address`)
    return url
  }

  /**
   * What the connection is made with: the address that was checked is the one that is asked, however often the name is
   * looked up elsewhere.
   */
  lookupFor(url: URL) {
    const isAllowed = this.#isAllowed(url)
    return (hostname: string, options: { all?: boolean }, done: (...args: unknown[]) => void): void => {
      this.#resolve(hostname, (error, addresses) => {
        if (error !== null) return done(error)
        const refused = isAllowed ? undefined : addresses.find(({ address }) => !isPublic(address))
        if (refused !== undefined || addresses.length === 0) {
          const reason =
            refused === undefined
              ? 'it has no address'
              : `${hostname} leads to ${refused.address}, which is not a public address`
          return done(new OnrecordError('address-refused', { url: url.href.slice(0, 300), reason }))
        }
        if (options.all) done(null, addresses)
        else done(null, addresses[0]!.address, addresses[0]!.family)
      })
    }
  }

  #isAllowed({ hostname, port, protocol }: URL): boolean {
    return this.#allowed.has(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`)
  }
}
