/** Who is asking, for counting: the address, as coarse as one client can change it. */
import { isIPv4, isIPv6 } from 'node:net'
import type { Context } from 'hono'

/** Addresses of this machine, on which a proxy beside the server speaks for others. */
const isLoopback = (address: string): boolean => address === '::1' || /^127\./.test(address)

/** @param behindProxy whether a proxy on this machine is believed about whom it speaks for. */
export function clientOf(c: Context, behindProxy: boolean): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const remote = withoutMapping(incoming?.socket?.remoteAddress ?? '')
  if (!behindProxy || !isLoopback(remote)) return coarse(remote)
  // The last is the one that our own proxy put there; those before it are the client's word.
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIPv4(told) || isIPv6(told) ? coarse(withoutMapping(told)) : remote
}

/** `::ffff:192.0.2.1` is an IPv4 address. */
const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** A household has 2^64 addresses of IPv6: they count as one. */
function coarse(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...gap, ...last].slice(0, 4).join(':')
}
