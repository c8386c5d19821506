/** Texts made to be slow for a pattern: what it repeats, over and over, with an end that does not fit. */
import { charactersOf, type Node, treeOf } from './pattern-tree.ts'

/** Repeats that may go on for longer than this are attacked. */
const LONG = 100
const MOST_ATTACKS = 60

export interface Attack {
  readonly before: string
  readonly pump: string
  readonly after: string
}

export const textOf = ({ before, pump, after }: Attack, length: number): string =>
  before + pump.repeat(Math.ceil(length / pump.length)) + after

/** Attacks on `source`; none where nothing of it repeats for long. */
export function attacksOn(source: string, flags: string): Attack[] {
  const attacks = new Map<string, Attack>()
  const add = (before: string, pump: string): void => {
    if (pump === '') return
    for (const after of ['', '\u0000', `${before}\u0001\n`]) {
      const attack = { before, pump, after }
      if (attacks.size < MOST_ATTACKS) attacks.set(JSON.stringify(attack), attack)
    }
  }
  /** Walks through the tree; `before` is a text that leads there, `isWithin` whether what is around repeats too. */
  function walk(node: Node, before: string): void {
    if (node.kind === 'choice') for (const each of node.of) walk(each, before)
    else if (node.kind === 'look') walk(node.of, before)
    else if (node.kind === 'row') {
      let led = before
      for (const each of node.of) {
        walk(each, led)
        led += sampleOf(each, flags)
      }
    } else if (node.kind === 'repeat') {
      if (node.most > LONG) {
        for (const pump of pumpsOf(node.of, flags)) {
          add(before, pump)
          add('', before + pump)
          // What may begin the pattern anywhere within the repeat makes it start again at every place.
          add('', pump)
        }
      }
      walk(node.of, before)
    }
  }
  walk(treeOf(source, flags), '')
  return [...attacks.values()]
}

/** A text that the node matches, as short as can be. */
function sampleOf(node: Node, flags: string, which = 0): string {
  if (node.kind === 'characters') {
    const found = charactersOf(node.source, flags, which + 1)
    return found[Math.min(which, found.length - 1)] ?? ''
  }
  if (node.kind === 'row') return node.of.map((each) => sampleOf(each, flags, which)).join('')
  if (node.kind === 'choice') return sampleOf(node.of[which % node.of.length]!, flags, 0)
  if (node.kind === 'repeat') return sampleOf(node.of, flags, which).repeat(node.least)
  return ''
}

/** What one round of a repeat may be: several characters of its class, or its alternatives; with optional parts, too. */
function pumpsOf(node: Node, flags: string): string[] {
  const pumps = new Set<string>()
  if (node.kind === 'characters') for (const each of charactersOf(node.source, flags, 6)) pumps.add(each)
  else for (let which = 0; which < 6; which++) pumps.add(sampleOf(node, flags, which))
  pumps.add(fullSample(node, flags))
  pumps.delete('')
  return [...pumps]
}

/** As `sampleOf`, with everything optional there once. */
function fullSample(node: Node, flags: string): string {
  if (node.kind === 'row') return node.of.map((each) => fullSample(each, flags)).join('')
  if (node.kind === 'repeat') return fullSample(node.of, flags).repeat(Math.max(1, Math.min(node.least, 20)))
  if (node.kind === 'choice') return fullSample(node.of[0]!, flags)
  return sampleOf(node, flags)
}
