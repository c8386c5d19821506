/** Passages of our own with every field of their records: who, to whom, where, when and through whom. All are invented. */

/** What a field must be; what is left out must be null or empty. */
export interface ExpectedRecord {
  /** Words of the content that no other statement of the passage has. */
  readonly content: string
  readonly speaker: ExpectedSpeaker | null
  readonly addressee?: string
  readonly medium?: readonly [name: string, kind: string]
  /** TIMEX3 value; null or left out where the text does not tell. */
  readonly said?: string | null
  /** First and last day, where the value alone does not give them. */
  readonly between?: readonly [earliest: string | null, latest: string | null]
  /** Names, outermost first. */
  readonly via?: readonly string[]
}

export interface ExpectedSpeaker {
  readonly name: string
  readonly kind: string | null
  readonly role?: string
  readonly of?: string
  readonly count?: number
  /** Wikidata id, or the usual English name of an entity of the register. */
  readonly entity?: string
  readonly speaksFor?: string
  readonly members?: readonly string[]
  readonly reason?: string
  /** Somebody, but nobody can say who: names of those it may be. */
  readonly candidates?: readonly string[]
}

export interface RecordPassage {
  readonly name: string
  readonly published: string | null
  readonly publisher: string | null
  /** The first paragraph is the headline where it has no full stop. */
  readonly text: string
  readonly statements: readonly ExpectedRecord[]
  /** Codes of notices that there must be; no others of these kinds. */
  readonly notices?: readonly string[]
}

export const RECORDS: readonly RecordPassage[] = [
  {
    name: 'minister, pronoun, surname',
    published: '2024-03-14',
    publisher: 'Harbour Post',
    text: `Norwegian Transport Minister Ingrid Solheim told parliament on Tuesday that the coastal tunnel would open in 2027.

"We have the money and we have the rock," she said.

The minister added that tolls would stay below forty crowns. Solheim declined to name a contractor.`,
    statements: [
      {
        content: 'the coastal tunnel would open in 2027',
        speaker: { name: 'Ingrid Solheim', kind: 'person', role: 'Transport Minister', of: 'Norwegian' },
        addressee: 'parliament',
        said: '2024-03-12',
      },
      {
        content: 'we have the rock',
        speaker: { name: 'Ingrid Solheim', kind: 'person', role: 'Transport Minister', of: 'Norwegian' },
      },
      {
        content: 'tolls would stay below forty crowns',
        speaker: { name: 'Ingrid Solheim', kind: 'person', role: 'minister', of: 'Norwegian' },
      },
    ],
  },
  {
    name: 'Kremlin spokesman, by his office alone later',
    published: '2024-06-21',
    publisher: 'Harbour Post',
    text: `Kremlin spokesman Dmitry Peskov told journalists on Friday that the two presidents would speak by telephone.

The Kremlin spokesman said that no date had been set.`,
    statements: [
      {
        content: 'the two presidents would speak by telephone',
        speaker: {
          name: 'Dmitry Peskov',
          kind: 'person',
          role: 'spokesman',
          of: 'Kremlin',
          entity: 'Dmitry Peskov',
          speaksFor: 'Q159',
        },
        addressee: 'journalists',
        said: '2024-06-21',
      },
      {
        content: 'no date had been set',
        speaker: {
          name: 'Dmitry Peskov',
          kind: 'person',
          role: 'spokesman',
          of: 'Kremlin',
          entity: 'Dmitry Peskov',
          speaksFor: 'Q159',
        },
      },
    ],
  },
  {
    name: 'president, leader',
    published: '2023-11-09',
    publisher: 'Harbour Post',
    text: `Ukrainian President Volodymyr Zelenskiy said on Monday that the grain corridor would stay open.

The Ukrainian leader said that forty ships had passed in October.`,
    statements: [
      {
        content: 'the grain corridor would stay open',
        speaker: {
          name: 'Volodymyr Zelenskiy',
          kind: 'person',
          role: 'President',
          of: 'Ukrainian',
          entity: 'Q3874799',
        },
        said: '2023-11-06',
      },
      {
        content: 'forty ships had passed',
        speaker: {
          name: 'Volodymyr Zelenskiy',
          kind: 'person',
          role: 'leader',
          of: 'Ukrainian',
          entity: 'Q3874799',
        },
      },
    ],
  },
  {
    name: 'two men, and a he that may be either',
    published: '2024-05-02',
    publisher: 'Harbour Post',
    text: `Karel Dusek met Milan Horak at the town hall. He said that the bridge would be closed.`,
    statements: [
      {
        content: 'the bridge would be closed',
        speaker: { name: 'He', kind: 'person', candidates: ['Karel Dusek', 'Milan Horak'] },
      },
    ],
  },
  {
    name: 'man and woman, told apart by evidence',
    published: '2024-05-02',
    publisher: 'Harbour Post',
    text: `Mr Albert Fenn and his sister Judith Fenn run the mill together. She said that the wheel was three hundred years old.`,
    statements: [
      {
        content: 'the wheel was three hundred years old',
        speaker: { name: 'Judith Fenn', kind: 'person', role: 'sister' },
      },
    ],
  },
  {
    name: 'apposition after the name',
    published: '2024-05-02',
    publisher: 'Harbour Post',
    text: `"The well is safe," Hanna Brodd, a geologist, said on Thursday.

John Marlow, National Security Spokesman, said that the list was complete.

"No one was hurt," said Pieter Vos, mayor of Zandwijk.`,
    statements: [
      {
        content: 'The well is safe',
        speaker: { name: 'Hanna Brodd', kind: 'person', role: 'geologist' },
        said: '2024-05-02',
      },
      {
        content: 'the list was complete',
        speaker: { name: 'John Marlow', kind: 'person', role: 'National Security Spokesman' },
      },
      {
        content: 'No one was hurt',
        speaker: { name: 'Pieter Vos', kind: 'person', role: 'mayor', of: 'Zandwijk' },
      },
    ],
  },
  {
    name: 'role behind the name of the country',
    published: '2025-02-12',
    publisher: 'Harbour Post',
    text: `Foreign Minister of Russia Sergei Lavrov said on February 9 that the delegations would meet in Ankara.

Lavrov added in an interview with NTV television that the list of delegates was short.`,
    statements: [
      {
        content: 'the delegations would meet in Ankara',
        speaker: { name: 'Sergei Lavrov', kind: 'person', role: 'Foreign Minister', of: 'Russia', entity: 'Q58217' },
        said: '2025-02-09',
      },
      {
        content: 'the list of delegates was short',
        speaker: { name: 'Sergei Lavrov', kind: 'person', role: 'Foreign Minister', of: 'Russia', entity: 'Q58217' },
        medium: ['NTV', 'broadcaster'],
      },
    ],
  },
  {
    name: 'an office without a name, in 2024',
    published: '2024-02-27',
    publisher: 'Harbour Post',
    text: `The French foreign minister said on Monday that the embassy in the capital would reopen in the spring.`,
    statements: [
      {
        content: 'the embassy in the capital would reopen',
        speaker: {
          name: 'The French foreign minister',
          kind: 'person',
          role: 'foreign minister',
          of: 'French',
          entity: 'Stéphane Séjourné',
        },
        said: '2024-02-26',
      },
    ],
  },
  {
    name: 'the same office in 2021',
    published: '2021-03-02',
    publisher: 'Harbour Post',
    text: `The French foreign minister said on Monday that the embassy in the capital would reopen in the spring.`,
    statements: [
      {
        content: 'the embassy in the capital would reopen',
        speaker: {
          name: 'The French foreign minister',
          kind: 'person',
          role: 'foreign minister',
          of: 'French',
          entity: 'Jean-Yves Le Drian',
        },
        said: '2021-03-01',
      },
    ],
  },
  {
    name: 'an office without a date',
    published: null,
    publisher: null,
    text: `The French foreign minister said on February 9 that the embassy in the capital would reopen.`,
    statements: [
      {
        content: 'the embassy in the capital would reopen',
        speaker: { name: 'The French foreign minister', kind: 'person', role: 'foreign minister', of: 'French' },
        said: '--02-09',
        between: [null, null],
      },
    ],
  },
  {
    name: 'capitals that stand for governments',
    published: '2023-05-17',
    publisher: 'Harbour Post',
    text: `Moscow said that the pipeline was closed for repairs. Washington replied that it had seen no repairs.

London and Paris said on Tuesday that they would send engineers.`,
    statements: [
      { content: 'the pipeline was closed', speaker: { name: 'Moscow', kind: 'state', speaksFor: 'Q159' } },
      { content: 'it had seen no repairs', speaker: { name: 'Washington', kind: 'state', speaksFor: 'Q30' } },
      {
        content: 'they would send engineers',
        speaker: { name: 'London and Paris', kind: 'group', members: ['London', 'Paris'] },
        said: '2023-05-16',
      },
    ],
  },
  {
    name: 'buildings that stand for governments',
    published: '2023-05-17',
    publisher: 'Harbour Post',
    text: `The Kremlin said that the note had been received. The White House said in a statement that a reply was being written.

Downing Street said on Wednesday that it would not publish the letter.`,
    statements: [
      { content: 'the note had been received', speaker: { name: 'Kremlin', kind: 'state', speaksFor: 'Q159' } },
      {
        content: 'a reply was being written',
        speaker: { name: 'White House', kind: 'state', speaksFor: 'Q30' },
        medium: ['a statement', 'document'],
      },
      {
        content: 'it would not publish the letter',
        speaker: { name: 'Downing Street', kind: 'state', speaksFor: 'Q145' },
        said: '2023-05-17',
      },
    ],
  },
  {
    name: 'allies, each by name',
    published: '2024-02-28',
    publisher: 'Harbour Post',
    text: `NATO allies Germany, Britain and Italy said that they would take part in the exercise.

Norway and Finland said last month that the border road would be widened.

Ministers Olga Reit and Jan Kowal said that the harbour fees were too high.`,
    statements: [
      {
        content: 'they would take part',
        speaker: {
          name: 'NATO allies Germany, Britain and Italy',
          kind: 'group',
          role: 'allies',
          of: 'NATO',
          members: ['Germany', 'Britain', 'Italy'],
        },
      },
      {
        content: 'the border road would be widened',
        speaker: { name: 'Norway and Finland', kind: 'group', members: ['Norway', 'Finland'] },
        said: '2024-01',
      },
      {
        content: 'the harbour fees were too high',
        speaker: {
          name: 'Ministers Olga Reit and Jan Kowal',
          kind: 'group',
          role: 'Ministers',
          members: ['Olga Reit', 'Jan Kowal'],
        },
      },
    ],
  },
  {
    name: 'sources without names',
    published: '2022-12-14',
    publisher: 'Harbour Post',
    text: `The delivery could be announced this week, three US officials told Reuters on Tuesday.

A person familiar with the talks, who was not authorised to speak publicly, said that the price was still open.

Two diplomats said that a third round was likely.`,
    statements: [
      {
        content: 'The delivery could be announced',
        speaker: { name: 'three US officials', kind: 'anonymous', role: 'officials', of: 'US', count: 3 },
        addressee: 'Reuters',
        medium: ['Reuters', 'agency'],
        said: '2022-12-13',
        via: ['Reuters'],
      },
      {
        content: 'the price was still open',
        speaker: {
          name: 'A person familiar with the talks',
          kind: 'anonymous',
          count: 1,
          reason: 'who was not authorised to speak publicly',
        },
      },
      {
        content: 'a third round was likely',
        speaker: { name: 'Two diplomats', kind: 'anonymous', role: 'diplomats', count: 2 },
      },
    ],
  },
  {
    name: 'spokespeople, with and without a name',
    published: '2024-10-08',
    publisher: 'Harbour Post',
    text: `A spokeswoman for the ministry said that the files had been handed over.

Defence ministry spokesman Lars Holm said that the exercise would end on Sunday.

"The convoy has turned back," the ministry's spokesman, Erik Dahl, said.`,
    statements: [
      {
        content: 'the files had been handed over',
        speaker: {
          name: 'A spokeswoman for the ministry',
          kind: 'person',
          role: 'spokeswoman',
          of: 'the ministry',
          count: 1,
          speaksFor: 'the ministry',
        },
      },
      {
        content: 'the exercise would end on Sunday',
        speaker: {
          name: 'Lars Holm',
          kind: 'person',
          role: 'spokesman',
          of: 'Defence ministry',
          speaksFor: 'Defence ministry',
        },
      },
      {
        content: 'The convoy has turned back',
        speaker: {
          name: 'Erik Dahl',
          kind: 'person',
          role: 'spokesman',
          of: 'the ministry',
          speaksFor: 'the ministry',
        },
      },
    ],
  },
  {
    name: 'an outlet as the source',
    published: '2024-10-08',
    publisher: 'Harbour Post',
    text: `The minister plans to resign, Politico reported on Monday.

According to the outlet, a successor has been found. The Times reported that the successor was a judge.`,
    statements: [
      {
        content: 'The minister plans to resign',
        speaker: { name: 'Politico', kind: 'publication', entity: 'Politico' },
        said: '2024-10-07',
      },
      { content: 'a successor has been found', speaker: { name: 'Politico', kind: 'publication', entity: 'Politico' } },
      {
        content: 'the successor was a judge',
        speaker: { name: 'The Times', kind: 'publication', entity: 'The Times' },
      },
    ],
  },
  {
    name: 'reported, citing somebody',
    published: '2022-12-28',
    publisher: 'Harbour Post',
    text: `Last week, Politico reported, citing several US officials, that the systems would not arrive before spring.

Reuters reported, citing a person briefed on the plan, that the order had doubled.`,
    statements: [
      {
        content: 'the systems would not arrive before spring',
        speaker: { name: 'several US officials', kind: 'anonymous', role: 'officials', of: 'US' },
        said: '2022-W51',
        via: ['Politico'],
      },
      {
        content: 'the order had doubled',
        speaker: { name: 'a person briefed on the plan', kind: 'anonymous', count: 1 },
        via: ['Reuters'],
      },
    ],
  },
  {
    name: 'what one says another said',
    published: '2024-04-11',
    publisher: 'Harbour Post',
    text: `Anton Brill said that the harbour master had promised that the lock would be repaired by June.`,
    statements: [
      { content: 'the harbour master had promised', speaker: { name: 'Anton Brill', kind: 'person' } },
      {
        content: 'that the lock would be repaired by June',
        speaker: { name: 'the harbour master', kind: 'person', role: 'harbour master' },
        via: ['Anton Brill'],
      },
    ],
  },
  {
    name: 'a dateline of an agency',
    published: '2024-04-11',
    publisher: 'Harbour Post',
    text: `OSLO (Reuters) - The central bank said on Thursday that rates would stay where they are.`,
    statements: [
      {
        content: 'rates would stay where they are',
        speaker: { name: 'The central bank', kind: 'organisation' },
        said: '2024-04-11',
        via: ['Reuters'],
      },
    ],
  },
  {
    name: 'his words, quoted by an agency',
    published: '2024-02-28',
    publisher: 'Harbour Post',
    text: `"There will be no second tender," said Transport Secretary Paul Greer during a speech to journalists. His words are quoted by Reuters.`,
    statements: [
      {
        content: 'There will be no second tender',
        speaker: { name: 'Paul Greer', kind: 'person', role: 'Transport Secretary' },
        addressee: 'journalists',
        medium: ['a speech', 'speech'],
        via: ['Reuters'],
      },
    ],
  },
  {
    name: 'told a broadcaster, an interview, a paper',
    published: '2024-06-21',
    publisher: 'Harbour Post',
    text: `Russian Foreign Minister Sergey Lavrov said this to Channel One on Wednesday: "We have asked the question twice."

NATO Secretary-General Jens Stoltenberg told The Economist last week that the rules were under review.

"I never liked the plan," Vera Lund said in an interview with CNN.`,
    statements: [
      {
        content: 'We have asked the question twice',
        speaker: { name: 'Sergey Lavrov', kind: 'person', role: 'Foreign Minister', of: 'Russian', entity: 'Q58217' },
        addressee: 'Channel One',
        medium: ['Channel One', 'broadcaster'],
        said: '2024-06-19',
      },
      {
        content: 'the rules were under review',
        speaker: { name: 'Jens Stoltenberg', kind: 'person', role: 'Secretary-General', of: 'NATO', entity: 'Q57665' },
        addressee: 'The Economist',
        medium: ['The Economist', 'newspaper'],
        said: '2024-W24',
        between: ['2024-06-10', '2024-06-16'],
      },
      {
        content: 'I never liked the plan',
        speaker: { name: 'Vera Lund', kind: 'person' },
        medium: ['CNN', 'broadcaster'],
      },
    ],
  },
  {
    name: 'posts, letters, press conferences',
    published: '2024-09-03',
    publisher: 'Harbour Post',
    text: `Premier Olaf Winther wrote on X that the vote was postponed.

In a letter to the council, the union said that the depot was unsafe.

The coach told reporters at a press conference on Monday that he would stay.`,
    statements: [
      {
        content: 'the vote was postponed',
        speaker: { name: 'Olaf Winther', kind: 'person', role: 'Premier' },
        medium: ['X', 'social'],
      },
      {
        content: 'the depot was unsafe',
        speaker: { name: 'the union', kind: 'organisation' },
        addressee: 'the council',
        medium: ['a letter', 'document'],
      },
      {
        content: 'he would stay',
        speaker: { name: 'The coach', kind: 'person', role: 'coach' },
        addressee: 'reporters',
        medium: ['a press conference', 'press-conference'],
        said: '2024-09-02',
      },
    ],
  },
  {
    name: 'through an embassy',
    published: '2022-12-28',
    publisher: 'Harbour Post',
    text: `Washington assured Moscow through embassy channels that no troops would come along.

The ambassador informed Poland by diplomatic note that the bridge would be closed. Spain assured Morocco that the ferries would run.`,
    statements: [
      {
        content: 'no troops would come along',
        speaker: { name: 'Washington', kind: 'state', speaksFor: 'Q30' },
        addressee: 'Moscow',
        medium: ['embassy channels', 'diplomatic-channel'],
      },
      {
        content: 'the bridge would be closed',
        speaker: { name: 'The ambassador', kind: 'person', role: 'ambassador' },
        addressee: 'Poland',
        medium: ['diplomatic note', 'diplomatic-channel'],
      },
      {
        content: 'the ferries would run',
        speaker: { name: 'Spain', kind: 'state', entity: 'Q29' },
        addressee: 'Morocco',
      },
    ],
  },
  {
    name: 'when: explicit and partial',
    published: '2023-01-15',
    publisher: 'Harbour Post',
    text: `Mayor Ines Falk said on Wednesday (December 28, 2022) that the baths would reopen.

Falk said on February 9 that the roof was sound. Falk said in early 2022 that the roof needed work.`,
    statements: [
      {
        content: 'the baths would reopen',
        speaker: { name: 'Ines Falk', kind: 'person', role: 'Mayor' },
        said: '2022-12-28',
      },
      {
        content: 'the roof was sound',
        speaker: { name: 'Ines Falk', kind: 'person', role: 'Mayor' },
        said: '2022-02-09',
      },
      {
        content: 'the roof needed work',
        speaker: { name: 'Ines Falk', kind: 'person', role: 'Mayor' },
        said: '2022',
        between: ['2022-01-01', '2022-04-30'],
      },
    ],
  },
  {
    name: 'when: of the saying, not of the said',
    published: '2024-03-15',
    publisher: 'Harbour Post',
    text: `The shipyard said on Thursday that the ferry would sail in May. It said that the older ferry had stopped in 2019.

Next year the line will close, the operator said last month.`,
    statements: [
      {
        content: 'the ferry would sail in May',
        speaker: { name: 'The shipyard', kind: 'organisation' },
        said: '2024-03-14',
      },
      { content: 'the older ferry had stopped in 2019', speaker: { name: 'The shipyard', kind: 'organisation' } },
      { content: 'the line will close', speaker: { name: 'the operator', kind: 'organisation' }, said: '2024-02' },
    ],
  },
  {
    name: 'when: the day before, earlier this week, today',
    published: '2022-12-14',
    publisher: 'Harbour Post',
    text: `President Lena Arndt said today that the strike was over. The day before, union leader Max Orth said that talks had failed.

Earlier this week, Orth said that he was hopeful.`,
    statements: [
      {
        content: 'the strike was over',
        speaker: { name: 'Lena Arndt', kind: 'person', role: 'President' },
        said: '2022-12-14',
      },
      {
        content: 'talks had failed',
        speaker: { name: 'Max Orth', kind: 'person', role: 'union leader' },
        said: '2022-12-13',
      },
      {
        content: 'he was hopeful',
        speaker: { name: 'Max Orth', kind: 'person', role: 'union leader' },
        said: '2022-W50',
        between: ['2022-12-12', '2022-12-14'],
      },
    ],
  },
  {
    name: 'one person in two spellings',
    published: '2024-01-20',
    publisher: 'Harbour Post',
    text: `President Volodymyr Zelensky said on Friday that the line had held.

"The line has held," Zelenskyy said in a video address.`,
    statements: [
      {
        content: 'that the line had held',
        speaker: { name: 'Volodymyr Zelensky', kind: 'person', role: 'President', entity: 'Q3874799' },
        said: '2024-01-19',
      },
      {
        content: 'The line has held',
        speaker: { name: 'Volodymyr Zelensky', kind: 'person', role: 'President', entity: 'Q3874799' },
        medium: ['a video address', 'speech'],
      },
    ],
  },
  {
    name: 'a headline that names another',
    published: '2024-05-06',
    publisher: 'Harbour Post',
    text: `Rabinski says the quarry will close

Mayor Tomas Radek said on Monday that the quarry will close before winter.

Radek added that the workers will be paid until March.`,
    statements: [
      { content: 'the quarry will close', speaker: { name: 'Rabinski', kind: 'person' } },
      {
        content: 'close before winter',
        speaker: { name: 'Tomas Radek', kind: 'person', role: 'Mayor' },
        said: '2024-05-06',
      },
      { content: 'the workers will be paid', speaker: { name: 'Tomas Radek', kind: 'person', role: 'Mayor' } },
    ],
    notices: ['headline-names-other-speaker'],
  },
  {
    name: 'a mark without its partner',
    published: '2024-05-06',
    publisher: 'Harbour Post',
    text: `The board said that a merger was "inevitable.

Chairwoman Rita Alm said that nothing was signed.`,
    statements: [
      { content: 'a merger was', speaker: { name: 'The board', kind: 'organisation' } },
      { content: 'nothing was signed', speaker: { name: 'Rita Alm', kind: 'person', role: 'Chairwoman' } },
    ],
    notices: ['quotation-unbalanced'],
  },
  {
    name: 'a weekday that does not fit, a role not held',
    published: '2024-05-06',
    publisher: 'Harbour Post',
    text: `German Chancellor Angela Merkel said on Tuesday (May 3, 2024) that the road would be built.`,
    statements: [
      {
        content: 'the road would be built',
        speaker: { name: 'Angela Merkel', kind: 'person', role: 'Chancellor', of: 'German', entity: 'Q567' },
        said: '2024-05-03',
      },
    ],
    notices: ['weekday-mismatch', 'role-not-held'],
  },
  {
    name: 'an impersonal report',
    published: '2024-05-06',
    publisher: 'Harbour Post',
    text: `It was reported on Sunday that the vault had been found empty. Rumours said otherwise, the bank's lawyer, Nils Roth, told a court in Malmo.`,
    statements: [
      { content: 'the vault had been found empty', speaker: null, said: '2024-05-05' },
      {
        content: 'Rumours said otherwise',
        speaker: { name: 'Nils Roth', kind: 'person', role: 'lawyer', of: 'the bank' },
        addressee: 'a court in Malmo',
      },
    ],
  },
  {
    name: 'asked, he answered reporters',
    published: '2022-12-13',
    publisher: 'Harbour Post',
    text: `Asked today whether there had been an offer, port director Emil Sand told reporters: "No offer has come from anyone."`,
    statements: [
      {
        content: 'No offer has come',
        speaker: { name: 'Emil Sand', kind: 'person', role: 'port director' },
        addressee: 'reporters',
        said: '2022-12-13',
      },
    ],
  },
]
