/** Tests of loading models: every file is there and as it was made, or the error says which is not. */
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, it } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { loadAttributionNetwork, loadWordNetwork } from '../../src/models/load-networks.ts'
import { parseSafetensors } from '../../src/models/safetensors.ts'
import { scratchFolder } from '../support/ledger-path.ts'

const fixture = join(import.meta.dirname, '../fixtures/network')

describe('loading a network', () => {
  let folder = ''
  const file = (path: string): string => join(folder, path)
  const load = {
    words: () => loadWordNetwork(file('words'), file('word-vectors')),
    attribution: () => loadAttributionNetwork(file('attribution'), file('word-vectors'), null),
  }

  beforeEach(() => {
    folder = join(scratchFolder(), `models-${Math.random()}`)
    cpSync(fixture, folder, { recursive: true })
  })

  const refuses = (task: keyof typeof load, code: string, reason: RegExp): void => {
    assert.throws(
      load[task],
      (error) => error instanceof OnrecordError && error.code === code && reason.test(error.message),
    )
  }

  it('is named after its folder and its weights', () => {
    assert.match(load.words().name, /^words-[0-9a-f]{8}$/)
    assert.match(load.attribution().name, /^attribution-[0-9a-f]{8}$/)
  })

  for (const [task, path] of [
    ['words', 'words/meta.json'],
    ['words', 'words/network.safetensors'],
    ['words', 'words/vocabulary.json'],
    ['attribution', 'attribution/meta.json'],
    ['attribution', 'attribution/network.safetensors'],
    ['attribution', 'word-vectors/vectors.safetensors'],
    ['attribution', 'word-vectors/words.txt'],
  ] as const) {
    const name = basename(path)

    it(`says that ${path} is missing`, () => {
      rmSync(file(path))
      refuses(task, 'model-missing', new RegExp(`${name}.*ENOENT`))
    })

    it(`says that ${path} is another file`, () => {
      writeFileSync(file(path), 'something else')
      refuses(task, 'model-damaged', name === 'meta.json' ? /JSON/ : new RegExp(`${name} has another digest`))
    })
  }

  const change = (path: string, to: (meta: Record<string, unknown>) => object): void => {
    writeFileSync(file(path), JSON.stringify(to(JSON.parse(readFileSync(file(path), 'utf8')))))
  }

  it('says what is wrong in a meta.json', () => {
    change('words/meta.json', (meta) => ({ ...meta, labels: { upos: ['NOUN', 'VERB'] } }))
    refuses('words', 'model-damaged', /other labels for upos/)
    change('attribution/meta.json', (meta) => ({ ...meta, thresholds: { source: 0.5, cue: 0.5 } }))
    refuses('attribution', 'model-damaged', /no threshold for content/)
    change('attribution/meta.json', ({ labels: _, ...meta }) => meta)
    refuses('attribution', 'model-damaged', /other labels for attribution/)
    change('attribution/meta.json', (meta) => ({ ...meta, files: {} }))
    refuses('attribution', 'model-damaged', /does not list network\.safetensors/)
  })

  it('says which tensor is missing or does not fit', () => {
    const replace = (path: string, bytes: Uint8Array): void => {
      writeFileSync(file(path), bytes)
      change(join(dirname(path), 'meta.json'), (meta) => ({
        ...meta,
        files: { ...(meta.files as object), [basename(path)]: hash('sha256', bytes) },
      }))
    }
    const words = readFileSync(file('word-vectors/words.txt'))
    replace('word-vectors/words.txt', Buffer.from('one\ntwo\n'))
    refuses('words', 'model-damaged', /vectors: \d+ rows where 2 words need 4/)
    replace('word-vectors/words.txt', words)
    const whole = readFileSync(file('attribution/network.safetensors')).toString('latin1')
    replace('attribution/network.safetensors', Buffer.from(whole.replace('"crf.start"', '"crf.stop_"'), 'latin1'))
    refuses('attribution', 'model-damaged', /crf\.start: not in the file/)
  })
})

describe('safetensors', () => {
  const fileOf = (header: string, data: number): Uint8Array => {
    const file = new Uint8Array(8 + header.length + data)
    file[0] = header.length
    file.set(new TextEncoder().encode(header), 8)
    return file
  }

  it('gives tensors by name, each its bytes', () => {
    const file = fileOf('{"__metadata__":{},"a":{"dtype":"I8","shape":[2,2],"data_offsets":[1,5]}}', 5)
    file.set([1, 2, 3, 4], file.length - 4)
    const tensors = parseSafetensors(file)
    assert.deepEqual([...tensors.keys()], ['a'])
    assert.deepEqual([...tensors.get('a')!.bytes], [1, 2, 3, 4])
  })

  for (const [what, file] of [
    ['shorter than a header', new Uint8Array(4)],
    ['the header is cut off', fileOf('{}', 0).subarray(0, 9)],
    ['dtype F16', fileOf('{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}', 2)],
    ['no shape', fileOf('{"a":{"dtype":"I8","shape":[-1],"data_offsets":[0,2]}}', 2)],
    ['4 bytes where 8', fileOf('{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}', 4)],
    ['4 bytes where 4', fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 3)],
  ] as const) {
    it(`refuses a file: ${what}`, () => assert.throws(() => parseSafetensors(file), new RegExp(what)))
  }
})
