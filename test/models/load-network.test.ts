/** Tests of loading models: every file is there and as it was made, or the error says which is not. */
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, it } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { loadNetwork } from '../../src/models/load-network.ts'
import { parseSafetensors } from '../../src/models/safetensors.ts'
import { scratchFolder } from '../support/ledger-path.ts'

const fixture = join(import.meta.dirname, '../fixtures/network')

describe('loading a network', () => {
  let folder = ''

  beforeEach(() => {
    folder = join(scratchFolder(), `model-${Math.random()}`)
    cpSync(fixture, folder, { recursive: true })
  })

  const refuses = (code: string, reason: RegExp): void => {
    assert.throws(
      () => loadNetwork(folder, folder),
      (error) => error instanceof OnrecordError && error.code === code && reason.test(error.message),
    )
  }

  it('is named after its folder and its weights', () => {
    assert.match(loadNetwork(folder, folder).name, /^model-[\d.]+-[0-9a-f]{8}$/)
  })

  for (const name of ['meta.json', 'network.safetensors', 'vocabulary.json', 'vectors.safetensors', 'words.txt']) {
    it(`says that ${name} is missing`, () => {
      rmSync(join(folder, name))
      refuses('model-missing', new RegExp(`${name}.*ENOENT`))
    })

    it(`says that ${name} is another file`, () => {
      writeFileSync(join(folder, name), 'something else')
      refuses('model-damaged', name === 'meta.json' ? /JSON/ : new RegExp(`${name} has another digest`))
    })
  }

  it('says what is wrong in a meta.json', () => {
    const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))
    const { 'words.txt': _, ...files } = meta.files
    for (const [change, reason] of [
      [{ files }, /does not list words\.txt/],
      [{ labels: { upos: ['NOUN', 'VERB'] } }, /other labels for upos/],
      [{ thresholds: { source: 0.5, cue: 0.5 } }, /no threshold for content/],
    ] as const) {
      writeFileSync(join(folder, 'meta.json'), JSON.stringify({ ...meta, ...change }))
      refuses('model-damaged', reason)
    }
  })

  it('says which tensor is missing or does not fit', () => {
    const change = (name: string, bytes: Uint8Array): void => {
      writeFileSync(join(folder, name), bytes)
      const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))
      meta.files[name] = hash('sha256', bytes)
      writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta))
    }
    const words = readFileSync(join(folder, 'words.txt'))
    change('words.txt', Buffer.from('one\ntwo\n'))
    refuses('model-damaged', /vectors: \d+ rows where 2 words need 4/)
    change('words.txt', words)
    const whole = readFileSync(join(folder, 'network.safetensors')).toString('latin1')
    change('network.safetensors', Buffer.from(whole.replace('"crf.start"', '"crf.stop_"'), 'latin1'))
    refuses('model-damaged', /crf\.start: not in the file/)
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
