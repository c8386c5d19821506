/** An invented page in three versions: changed in silence, then with a correction. */
import type { DocumentEntry } from '../../src/app/ports.ts'
import { buildEntry, type Saying } from './build-entry.ts'

interface Changing {
  readonly title: string
  readonly cost: string
  readonly who: string
  readonly footway: string
  readonly last: readonly [string, Saying] | null
  readonly note: string | null
  readonly modified: string | null
  readonly added: string
}

const url = 'https://courier.example/2026/03/quay-wall'

function versionOf({ title, cost, who, footway, last, note, modified, added }: Changing): DocumentEntry {
  const repair = `The wall will cost ${cost} crowns and be done by autumn`
  const entry = buildEntry({
    document: {
      url,
      publisher: 'The Marlow Courier',
      authors: ['Ines Halloran'],
      published: '2026-03-05',
      publishedFrom: 'json-ld',
      modified,
    },
    blocks: [
      ['headline', title],
      ['paragraph', `${repair}, the harbour master, Pavel Dunmore, said on Thursday.`],
      ['paragraph', `“Nobody asked the people who live behind it,” ${who} said.`],
      ['paragraph', `“${footway}.” So said the town clerk, Edda Marsh, in a letter.`],
      ...(last === null ? [] : [['paragraph', last[0]] as const]),
      ...(note === null ? [] : [['paragraph', note] as const]),
    ],
    statements: [
      { source: ['the harbour master, Pavel Dunmore'], cue: ['said'], content: [repair], form: 'indirect' },
      { source: [who], cue: ['said'], content: ['“Nobody asked the people who live behind it,”'], after: 'Thursday' },
      {
        source: ['the town clerk, Edda Marsh'],
        cue: ['So said'],
        content: [`“${footway}.”`],
        after: 'behind it',
      },
      ...(last === null ? [] : [last[1]]),
    ],
  })
  return { ...entry, added }
}

/** The first the first. */
export const quayWall: readonly DocumentEntry[] = [
  versionOf({
    title: 'Quay wall to be rebuilt',
    cost: '12 million',
    who: 'Father Aurelio Brandt',
    footway: 'The footway will stay open in daylight while the work lasts',
    last: [
      'The contractor would not comment on the <b>cracks</b>, a spokesman said.',
      {
        source: ['a spokesman'],
        cue: ['said'],
        content: ['The contractor would not comment on the <b>cracks</b>'],
        form: 'indirect',
        after: 'in a letter',
      },
    ],
    note: null,
    modified: null,
    added: '2026-03-05T09:00:00.000Z',
  }),
  versionOf({
    title: 'Quay wall to be rebuilt by autumn',
    cost: '12 million',
    who: 'Father Aurelio Brandt',
    footway: 'The footway will not stay open while the work lasts',
    last: null,
    note: null,
    modified: null,
    added: '2026-03-05T15:30:00.000Z',
  }),
  versionOf({
    title: 'Quay wall to be rebuilt by autumn',
    cost: '21 million',
    who: 'Ines Dunmore, who lives on the quay,',
    footway: 'The footway will not stay open while the work lasts',
    last: [
      '“We have seen the cracks,” the contractor’s director, Tobias Wren, admitted on Friday.',
      {
        source: ['the contractor’s director, Tobias Wren'],
        cue: ['admitted'],
        content: ['“We have seen the cracks,”'],
        after: 'in a letter',
      },
    ],
    note: 'Correction: An earlier version of this article gave the cost as 12 million crowns, and gave the words of Ines Dunmore to Father Aurelio Brandt.',
    modified: '2026-03-06',
    added: '2026-03-06T10:15:00.000Z',
  }),
]
