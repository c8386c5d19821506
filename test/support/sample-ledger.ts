/** An invented newsroom's week: documents with nesting, overlap, other scripts, furniture and text that means harm. */
import type { DocumentEntry } from '../../src/app/ports.ts'
import { buildEntry } from './build-entry.ts'

const harbour = buildEntry({
  document: {
    publisher: 'The Marlow Courier',
    authors: ['Ines Halloran', 'Tobias Wrenfield'],
    published: '2025-01-30',
    publishedFrom: 'json-ld',
    modified: '2025-01-31',
    url: 'https://courier.example/2025/01/harbour-bridge-will-stay-shut',
    file: 'clippings/harbour-bridge.html',
  },
  blocks: [
    ['boilerplate', 'Skip to main content'],
    ['boilerplate', 'Home  News  Sport  Weather'],
    ['headline', 'Harbour bridge will stay shut until spring, minister says'],
    ['standfirst', 'Engineers found hairline cracks in two of the nine piers; ferries to run through the night.'],
    ['byline', 'By Ines Halloran and Tobias Wrenfield'],
    ['dateline', 'MARLOW, 30 January'],
    [
      'paragraph',
      'The harbour bridge will not reopen before April, the transport minister, Adela Orlova, said on Thursday, ending weeks of speculation about the only road link to the island’s eastern shore.',
    ],
    [
      'paragraph',
      '“We will not put a single bus on that deck until I have seen the report with my own eyes,” Ms Orlova told reporters outside the town hall. “People have asked me for a date. The honest date is: when it is safe.”',
    ],
    ['caption', 'The bridge on Wednesday. One lane was closed in November. Photograph: Marlow Courier'],
    [
      'paragraph',
      'Two engineers who had seen the draft said the contractor had told the ministry in October that “the grout was failing”, a claim the company denies.',
    ],
    [
      'paragraph',
      '“My deputy says the mayor promised that ‘the ferries will run all night’,” Ms Orlova added. “I intend to hold him to it.”',
    ],
    [
      'paragraph',
      'Asked whether the closure could have been avoided, a person familiar with the inspection said it was “a matter of reading one’s post”. The ministry believes the cost will stay below four million crowns.',
    ],
    ['list-item', 'Buses 4 and 11 turn back at Quay Street, the operator said.'],
    ['list-item', 'Ferries leave every 20 minutes.'],
    ['list-item', 'The footway stays open in daylight.'],
    [
      'quote',
      'We were promised a bridge for a hundred years. We got one for eleven. I should like to know who kept the difference.',
    ],
    [
      'paragraph',
      'So wrote Father Aurelio Brandt, who has preached on the island since the old bridge was taken down, in a letter to this newspaper.',
    ],
    ['boilerplate', 'Sign up to our morning letter'],
    ['boilerplate', 'More on this story'],
    ['boilerplate', '© The Marlow Courier. All rights reserved.'],
  ],
  statements: [
    {
      source: ['the transport minister, Adela Orlova'],
      cue: ['said'],
      content: ['The harbour bridge will not reopen before April'],
      form: 'indirect',
      confidence: 0.96,
      after: 'MARLOW, 30 January',
    },
    {
      source: ['Ms Orlova'],
      cue: ['told'],
      content: [
        '“We will not put a single bus on that deck until I have seen the report with my own eyes,”',
        '“People have asked me for a date. The honest date is: when it is safe.”',
      ],
      confidence: 0.98,
    },
    {
      source: ['Two engineers who had seen the draft'],
      cue: ['said'],
      content: ['the contractor had told the ministry in October that “the grout was failing”'],
      form: 'mixed',
      confidence: 0.88,
      after: 'Photograph',
    },
    {
      source: ['the contractor'],
      cue: ['had told'],
      content: ['that “the grout was failing”'],
      form: 'mixed',
      confidence: 0.81,
      after: 'Two engineers',
    },
    { source: ['the company'], cue: ['denies'], content: ['a claim'], form: 'indirect', confidence: 0.62 },
    {
      source: ['Ms Orlova'],
      cue: ['added'],
      content: [
        '“My deputy says the mayor promised that ‘the ferries will run all night’,”',
        '“I intend to hold him to it.”',
      ],
      confidence: 0.97,
      after: 'a claim the company denies.',
    },
    {
      source: ['My deputy'],
      cue: ['says'],
      content: ['the mayor promised that ‘the ferries will run all night’'],
      form: 'indirect',
      confidence: 0.79,
      after: 'a claim the company denies.',
    },
    {
      source: ['the mayor'],
      cue: ['promised'],
      content: ['that ‘the ferries will run all night’'],
      form: 'mixed',
      confidence: 0.74,
    },
    {
      source: ['a person familiar with the inspection'],
      cue: ['said'],
      content: ['it was “a matter of reading one’s post”'],
      form: 'mixed',
      confidence: 0.91,
      after: 'Asked whether',
    },
    {
      source: ['The ministry'],
      cue: ['believes'],
      content: ['the cost will stay below four million crowns'],
      form: 'indirect',
      manner: 'thought',
      confidence: 0.83,
      after: 'one’s post”',
    },
    {
      source: ['the operator'],
      cue: ['said'],
      content: ['Buses 4 and 11 turn back at Quay Street'],
      form: 'indirect',
      confidence: 0.93,
      after: 'four million crowns.',
    },
    {
      source: ['Father Aurelio Brandt'],
      cue: ['wrote'],
      content: [
        'We were promised a bridge for a hundred years. We got one for eleven. I should like to know who kept the difference.',
      ],
      manner: 'writing',
      confidence: 0.71,
    },
  ],
})

const ferries = buildEntry({
  document: {
    publisher: 'Island Radio',
    published: '2025-01-31',
    publishedFrom: 'meta',
    url: 'https://radio.example/ferries',
    original: 'https://courier.example/2025/01/harbour-bridge-will-stay-shut',
  },
  blocks: [
    ['headline', 'Night ferries: the mayor answers'],
    [
      'paragraph',
      'Mayor Pavel Dunmore rejected the suggestion that he had promised ferries around the clock. “I said they would run late. Late is not all night,” he told Island Radio on Friday. ⛴️🌙',
    ],
    ['paragraph', 'The minister’s office declined to comment. “Read her lips 🙂,” a spokesman said, and laughed.'],
    [
      'paragraph',
      '“Nobody tells the crews anything,” one deckhand said.\n“We read it in the paper like everybody else.”',
    ],
  ],
  statements: [
    {
      source: ['Mayor Pavel Dunmore'],
      cue: ['rejected the suggestion'],
      content: ['that he had promised ferries around the clock'],
      form: 'indirect',
      confidence: 0.86,
    },
    {
      source: ['he'],
      cue: ['told'],
      content: ['“I said they would run late. Late is not all night,”'],
      confidence: 0.95,
      after: 'clock. ',
    },
    {
      source: ['a spokesman'],
      cue: ['said'],
      content: ['“Read her lips 🙂,”'],
      confidence: 0.94,
      after: 'to comment. ',
    },
    {
      source: ['one deckhand'],
      cue: ['said'],
      content: ['“Nobody tells the crews anything,”', '“We read it in the paper like everybody else.”'],
      confidence: 0.97,
      after: 'laughed.',
    },
  ],
})

const german = buildEntry({
  document: {
    publisher: 'Küstenbote',
    published: '2025-01-29',
    publishedFrom: 'text',
    language: 'de',
    file: 'kuestenbote.txt',
  },
  blocks: [
    ['headline', 'Brückenbaustellenverkehrsbeeinträchtigungsmeldung: Fähren fahren häufiger'],
    [
      'paragraph',
      '„Wir fahren, solange Wasser da ist“, sagte der Reeder Jörg Möwenstedt am Mittwoch. Mehr sagte er nicht.',
    ],
    ['quote', 'The minister’s letter, in English: “We thank the crews.”', 'en'],
  ],
  notices: [
    {
      code: 'language-without-pipeline',
      message:
        'No statements were looked for: there is no pipeline for the language "de" yet. The text is kept and can be searched.',
      span: null,
      statement: null,
    },
  ],
  pipeline: null,
})

const arabic = buildEntry({
  document: {
    title: 'الوزيرة: الجسر مغلق حتى الربيع',
    publisher: 'صدى الميناء',
    published: '2025-01-30',
    publishedFrom: 'url',
    language: 'ar',
    url: 'https://echo.example/2025/01/30/جسر',
  },
  blocks: [
    ['headline', 'الوزيرة: الجسر مغلق حتى الربيع'],
    [
      'paragraph',
      'قالت الوزيرة أديلا أورلوفا يوم الخميس: «لن يُفتح الجسر قبل نيسان»، وأضافت أن الشركة (Marlow Works) وعدت بتقرير في 14 شباط.',
    ],
  ],
  statements: [
    {
      source: ['الوزيرة أديلا أورلوفا'],
      cue: ['قالت'],
      content: ['«لن يُفتح الجسر قبل نيسان»'],
      confidence: 0.66,
      after: 'الربيع',
    },
    {
      cue: ['وأضافت'],
      content: ['أن الشركة (Marlow Works) وعدت بتقرير في 14 شباط'],
      form: 'indirect',
      confidence: 0.58,
    },
  ],
})

const hostile = buildEntry({
  document: {
    title: '<script>alert(1)</script> & “title” "><img src=x onerror=alert(2)>',
    publisher: '"><img src=x onerror=alert(3)>',
    authors: ["<b onmouseover='alert(4)'>Author</b>", 'javascript:alert(5)'],
    url: 'javascript:alert(6)',
    original: 'data:text/html,<script>alert(7)</script>',
    file: '</script><script>alert(8)</script>.html',
    published: null,
  },
  blocks: [
    ['headline', 'Plain text with <b>tags</b> & entities &amp; &lt;script&gt;'],
    [
      'paragraph',
      '“<script>alert(9)</script> \' " ` {{x}} ]]> <!-- -->,” <img src=x onerror=alert(10)> said. \u202eright to left override\u202c, a NUL-free tail.',
    ],
    [
      'paragraph',
      'A very long word: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.concat(
        'x'.repeat(300),
      ),
    ],
    ['paragraph', 'A very long address: https://example.org/'.concat('segment-without-end/'.repeat(40))],
  ],
  statements: [
    {
      source: ['<img src=x onerror=alert(10)>'],
      cue: ['said'],
      content: ['“<script>alert(9)</script> \' " ` {{x}} ]]> <!-- -->,”'],
      confidence: 0.5,
    },
  ],
  notices: [
    {
      code: 'no-article',
      message: 'No article was found: <em>the whole page</em> was taken.',
      span: null,
      statement: null,
    },
  ],
})

const council = buildEntry({
  document: {
    publisher: 'The Marlow Courier',
    authors: ['Tobias Wrenfield'],
    published: '2024-11-12',
    publishedFrom: 'json-ld',
    url: 'https://courier.example/2024/11/council-budget',
  },
  blocks: [
    ['headline', 'Council passes budget after midnight vote'],
    ['byline', 'Tobias Wrenfield'],
    [
      'paragraph',
      'The council will spend two million crowns on the quays and nothing on the bridge, the treasurer, Hanne Lindqvist, announced shortly after one in the morning.',
    ],
    [
      'paragraph',
      '“There is no money for repairs nobody has asked for,” she said. Councillor Osei Badu disagreed: “We asked in March, and in June, and in September.”',
    ],
    ['paragraph', 'Mr Badu fears that the next frost will do what the council would not.'],
  ],
  statements: [
    {
      source: ['the treasurer, Hanne Lindqvist'],
      cue: ['announced'],
      content: ['The council will spend two million crowns on the quays and nothing on the bridge'],
      form: 'indirect',
      confidence: 0.95,
    },
    {
      source: ['she'],
      cue: ['said'],
      content: ['“There is no money for repairs nobody has asked for,”'],
      confidence: 0.98,
      after: 'morning.',
    },
    {
      source: ['Councillor Osei Badu'],
      cue: ['disagreed'],
      content: ['“We asked in March, and in June, and in September.”'],
      confidence: 0.92,
    },
    {
      source: ['Mr Badu'],
      cue: ['fears'],
      content: ['that the next frost will do what the council would not'],
      form: 'indirect',
      manner: 'thought',
      confidence: 0.87,
    },
  ],
})

const leaflet = buildEntry({
  document: { title: null, file: 'leaflet.txt' },
  blocks: [
    ['paragraph', 'A public meeting on the bridge will be held on Tuesday. “Bring your own chair,” the notice says.'],
    ['paragraph', '“There will be soup.”'],
  ],
  statements: [
    {
      source: ['the notice'],
      cue: ['says'],
      content: ['“Bring your own chair,”'],
      manner: 'writing',
      confidence: 0.89,
    },
    { content: ['“There will be soup.”'], confidence: 0.41 },
  ],
})

export const samples = { harbour, ferries, german, arabic, hostile, council, leaflet }

export const sampleEntries: readonly DocumentEntry[] = Object.values(samples)
