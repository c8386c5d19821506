/** Dictionary forms: a word's part of speech and ending say how to undo its inflection, a table knows the exceptions. */
import type { Upos } from './doc.ts'

/** Learned from treebanks; `models/en/lemmas/lemmas.json` is one. */
export interface LemmaTable {
  /** Part of speech → folded form → lemma: whatever the endings get wrong. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Part of speech → ending of the folded form → edit: `3|y` takes three code units off and adds "y". The longest ending counts. */
  readonly endings: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/**
 * What capitals tell where a word stands: `all`; `inner` at the start of a sentence, where only those after the first letter do;
 * `none` where everything is set in them.
 */
export type Capitals = 'all' | 'inner' | 'none'

/** The lemma of `form`; never empty. */
export type Lemmatizer = (form: string, upos: Upos, capitals: Capitals) => string

interface Edit {
  readonly cut: number
  readonly add: string
}

interface WordClass {
  readonly forms: ReadonlyMap<string, string>
  readonly endings: ReadonlyMap<string, Edit>
  /** Code units of the longest ending. */
  readonly longest: number
  /** Lemmas of the forms that came lately. */
  readonly remembered: Readonly<Record<Capitals, Map<string, string>>>
}

/** Forms whose lemmas are remembered, for each class; a longer form would keep the text alive that it was cut from. */
const REMEMBERED = 1000
const LONGEST_REMEMBERED = 12

const newClass = (forms: ReadonlyMap<string, string>, endings: ReadonlyMap<string, Edit>): WordClass => ({
  forms,
  endings,
  longest: Math.max(0, ...[...endings.keys()].map((ending) => ending.length)),
  remembered: { all: new Map(), inner: new Map(), none: new Map() },
})

export function lemmatizer(table: LemmaTable): Lemmatizer {
  const classes = new Map<string, WordClass>()
  for (const upos of new Set([...Object.keys(table.forms), ...Object.keys(table.endings)])) {
    const endings = Object.entries(table.endings[upos] ?? {}).map(
      ([ending, edit]) => [ending, parseEdit(edit)] as const,
    )
    classes.set(upos, newClass(new Map(Object.entries(table.forms[upos] ?? {})), new Map(endings)))
  }
  return (form, upos, capitals) => {
    let known = classes.get(upos)
    if (known === undefined) {
      known = newClass(new Map(), new Map())
      classes.set(upos, known)
    }
    if (form.length > LONGEST_REMEMBERED) return lemmaIn(known, form, upos, capitals)
    const remembered = known.remembered[capitals]
    let lemma = remembered.get(form)
    if (lemma === undefined) {
      lemma = lemmaIn(known, form, upos, capitals)
      if (remembered.size === REMEMBERED) remembered.clear()
      remembered.set(form, lemma)
    }
    return lemma
  }
}

function lemmaIn(known: WordClass, form: string, upos: Upos, capitals: Capitals): string {
  const folded = foldedForm(form)
  return known.forms.get(folded) ?? withCase(form, folded, edited(folded, known), upos, capitals)
}

/** The form under which tables list a word: lower case, one kind of apostrophe. */
export const foldedForm = (form: string): string => form.replaceAll('’', "'").toLowerCase()

function parseEdit(written: string): Edit {
  const bar = written.indexOf('|')
  return { cut: Number(written.slice(0, bar)), add: written.slice(bar + 1) }
}

function edited(folded: string, { endings, longest }: WordClass): string {
  for (let length = Math.min(longest, folded.length); length >= 0; length--) {
    const edit = endings.get(folded.slice(folded.length - length))
    // A form that is nothing but its ending is left alone: "ing" is no form of "".
    if (edit !== undefined && edit.cut < folded.length) return folded.slice(0, folded.length - edit.cut) + edit.add
  }
  return folded
}

function withCase(form: string, folded: string, lemma: string, upos: Upos, capitals: Capitals): string {
  const keeps =
    upos === 'PROPN' ||
    (capitals !== 'none' && form.slice(1) !== form.slice(1).toLowerCase()) ||
    // "Danish", and in the treebanks the "Royal" of a royal society.
    (capitals === 'all' && upos === 'ADJ')
  if (!keeps || form.length !== folded.length) return lemma
  let same = 0
  while (same < lemma.length && lemma[same] === folded[same]) same += 1
  return form.slice(0, same).replaceAll('’', "'") + lemma.slice(same)
}
