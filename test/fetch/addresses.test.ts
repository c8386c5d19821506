/** Which addresses are fetched: public ones alone, whatever they are written like and wherever they lead. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AddressGuard, isPublic, type Resolve } from '../../src/fetch/addresses.ts'

test('addresses that are no public ones', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '0.1.2.3',
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '100::1',
    'no address',
    '',
  ]) {
    assert.equal(isPublic(address), false, address)
  }
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2606:4700:4700::1111']) {
    assert.equal(isPublic(address), true, address)
  }
})

test('addresses are refused before anything is asked, however they are written', () => {
  const guard = new AddressGuard(['127.0.0.1:8099'])
  for (const address of [
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'no address',
    'http://ann:secret@example.org/',
    'http://example.org:22/',
    'http://example.org:6379/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:8098/',
    'http://①②⑦.0.0.1/',
  ]) {
    assert.throws(() => guard.check(address), { code: 'address-refused' }, address)
  }
  for (const address of [
    'https://example.org/story',
    'http://example.org:8080/',
    'http://127.0.0.1:8099/a',
    'http://8.8.8.8/',
  ]) {
    assert.equal(guard.check(address).href, new URL(address).href)
  }
})

test('a name that leads to one such address among others is refused; what was checked is what is asked', () => {
  const answers =
    (...addresses: string[]): Resolve =>
    (_, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  const looked = (resolve: Resolve, all: boolean): unknown[] => {
    let result: unknown[] = []
    new AddressGuard([], resolve).lookupFor(new URL('https://news.example.org/'))(
      'news.example.org',
      { all },
      (...args) => {
        result = args
      },
    )
    return result
  }
  assert.deepEqual(looked(answers('8.8.8.8', '8.8.4.4'), false), [null, '8.8.8.8', 4])
  assert.deepEqual(looked(answers('8.8.8.8'), true), [null, [{ address: '8.8.8.8', family: 4 }]])
  for (const addresses of [['8.8.8.8', '10.0.0.1'], ['::1'], ['169.254.169.254'], []]) {
    const [error] = looked(answers(...addresses), true) as [{ code: string }]
    assert.equal(error.code, 'address-refused', addresses.join())
  }
})
