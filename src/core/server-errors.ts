/** The part of the table of errors that tells who may do what on a server, and what it is asked in vain. */
import type { ErrorRow } from './error-row.ts'

export const serverErrors = {
  // ── who may do what on a server
  'token-needed': {
    kind: 'misconfigured',
    message: '{host} is reached from other machines, and no token is set',
    hint: 'Set ONRECORD_TOKEN (docs/serve.md tells how), or serve this machine alone by leaving the option out.',
  },
  'token-unusable': {
    kind: 'misconfigured',
    message: '{name}: {problem}',
    hint: 'Make one with "openssl rand -base64 32"; docs/serve.md tells what each is for.',
  },
  'proxy-without-token': {
    kind: 'forbidden',
    message: 'this request came through a proxy, and the server has no token',
    hint: 'Set ONRECORD_TOKEN where the server is started (docs/serve.md tells how).',
  },
  'not-signed-in': {
    kind: 'forbidden',
    message: 'this server answers only to those who have a token of it',
    hint: 'Sign in at /sign-in, or send the token as "Authorization: Bearer TOKEN".',
  },
  'wrong-token': {
    kind: 'forbidden',
    message: 'that is no token of this server',
    hint: 'Ask whoever runs the server for the token.',
  },
  'editors-only': {
    kind: 'forbidden',
    message: 'this takes the role of an editor, and your token is a reader’s',
    hint: 'Sign in with an editor’s token at /sign-in; whoever runs the server has it.',
  },
  'read-only': {
    kind: 'forbidden',
    message: 'this server only reads',
    hint: 'Add pages with "onrecord add", or start the server without --read-only.',
  },
  'cross-site': {
    kind: 'forbidden',
    message: 'this request did not come from a page of this server',
    hint: 'Send it from the server’s own pages; a server behind a proxy is started with --public-url.',
  },
  'wrong-method': {
    kind: 'invalid',
    message: '{path} does not take {method}',
    hint: 'It takes {allow}.',
  },
  'unsupported-type': {
    kind: 'invalid',
    message: '{path} does not take a body of the type {type}',
    hint: 'Send {expected}.',
  },
  'body-too-large': {
    kind: 'invalid',
    message: 'the request is larger than {limit} MB',
    hint: 'Send less at once; "onrecord add" takes any number of pages.',
  },
  'bad-body': { kind: 'invalid', message: 'the request holds no {what}', hint: 'Send it as docs/serve.md tells.' },
  'too-many': {
    kind: 'unavailable',
    message: 'too many {what} from one client',
    hint: 'Wait {seconds} s and try again.',
  },
  'server-busy': {
    kind: 'unavailable',
    message: 'the server has as much to read as it takes at once',
    hint: 'Wait until some of it has been read, then send this again.',
  },
  'server-stopping': {
    kind: 'unavailable',
    message: 'the server is being stopped and takes nothing more',
    hint: 'Send this again when it runs again.',
  },
  'unknown-addition': {
    kind: 'not-found',
    message: 'this server knows of no addition "{id}"',
    hint: 'It forgets them when it is stopped; what was stored is at /documents.',
  },
} as const satisfies Record<string, ErrorRow>
