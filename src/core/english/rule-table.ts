/** The rules of the attributor, one row each: an example it finds, a look-alike it leaves alone, and how sure it is. */

export interface RuleRow {
  /** A passage in which the rule finds exactly what stands between the brackets: `[S source] [C cue] [Q content]`. */
  readonly example: string
  /** A passage in which the rule finds nothing. */
  readonly not: string
  /**
   * Share of its finds that agree with an annotator, measured on PolNeAR's 840 training articles
   * (`npm run evaluate -- attribution`). Rules with fewer than 40 finds there carry the mean of all, 0.75.
   * A nested report counts as wrong there, since PolNeAR annotates one level: the figures are low rather than high.
   */
  readonly confidence: number
}

export const ruleTable = {
  'quote-then-cue': {
    example: '[Q “We will not send troops,”] [S the minister] [C told] reporters.',
    not: 'The film “Silence” won a prize, and the crowd cheered.',
    confidence: 0.94,
  },
  'cue-then-quote': {
    example: '[S Mara Lind] [C said]: [Q “The dam is safe.”]',
    not: 'He was reading “The Long Road” on the train.',
    confidence: 0.82,
  },
  'colon-quote': {
    example: '[S The mayor] was blunt: [Q “We have no money left.”]',
    not: 'On the table: “Dune” and two apples.',
    confidence: 0.69,
  },
  'floating-quote': {
    example: '[S Mara Lind] was angry. [Q “They promised us a bridge by spring and built nothing.”]',
    not: 'He called it “a mess”.',
    confidence: 0.25,
  },
  'that-clause': {
    example: '[S The Kremlin] [C said] on Tuesday [Q that talks had failed].',
    not: 'The house that he said goodbye to was sold.',
    confidence: 0.76,
  },
  'bare-clause': {
    example: '[S She] [C said] [Q the plant would close in May].',
    not: 'He said nothing.',
    confidence: 0.73,
  },
  'relative-clause': {
    example: 'They photographed rockets that [S the ministry] [C says] [Q were shot down over the bay].',
    not: 'The rockets that fell into the sea were old.',
    confidence: 0.51,
  },
  'trailing-cue': {
    example: '[Q The strike will end on Friday], [S two union officials] [C said].',
    not: 'The strike ended on Friday, and the trains ran.',
    confidence: 0.73,
  },
  'inserted-cue': {
    example: '[Q The bridge], [S engineers] [C say], [Q could fall within a year].',
    not: 'The bridge, however, could fall within a year.',
    confidence: 0.82,
  },
  'according-to': {
    example: '[C According to] [S the harbour master], [Q four ships were lost].',
    not: 'Prices rose according to plan.',
    confidence: 0.81,
  },
  participle: {
    example: 'Ilic defended the deal, [C adding] [Q that critics had not read it].',
    not: 'The cook stirred the pot, adding salt.',
    confidence: 0.72,
  },
  'to-infinitive': {
    example: '[S The president] [C promised] [Q to lower the tax].',
    not: 'The road led to a promised land.',
    confidence: 0.44,
  },
  'asked-to': {
    example: '[S Lind] [C urged] [Q the council to vote again].',
    not: 'An urgent call came in.',
    confidence: 0.5,
  },
  'noun-phrase': {
    example: '[S The ministry] [C denied] [Q any role in the affair].',
    not: 'The fire blasted through the roof.',
    confidence: 0.59,
  },
  called: {
    example: '[S Moscow] [C called] [Q the move “provocative”].',
    not: 'She called the police.',
    confidence: 0.69,
  },
  'no-comment': {
    example: '[S The company] [C would not comment] [Q on the report].',
    not: 'Readers can comment below.',
    confidence: 0.75,
  },
  passive: {
    example: 'It [C was reported] [Q that the pipeline had burst].',
    not: 'The parcel was reported.',
    confidence: 0.63,
  },
  'this-was-said': {
    example: '[Q The dam is safe]. This [C was stated] by [S the engineer Ana Pohl].',
    not: 'This was built by the engineer Ana Pohl.',
    confidence: 0.75,
  },
  'noun-cue': {
    example: "Few believed [S the minister]'s [C claim] [Q that the bridge was sound].",
    not: 'The claim form that he filled in was lost.',
    confidence: 0.2,
  },
  'dash-after-block': {
    example: '[Q We will rebuild every house in the valley before the snow comes.]\n\n- [S Lind] [C said].',
    not: 'We will rebuild.\n\n- Two spoons of sugar.',
    confidence: 0.75,
  },
  post: {
    example: '[Q The bridge is closed again, thank you very much.]\n\n— [S Mara Lind] (@maralind) June 21, 2024',
    not: 'The bridge is closed again.\n\n— More on page 4 (and in the app)',
    confidence: 0.75,
  },
  'dialogue-dash': {
    example: '— [Q If the bakery closes], [C said] [S Zofia Marek], [Q I shall talk to my neighbours].',
    not: '— Flour, sugar, two eggs, said recipe.',
    confidence: 0.75,
  },
  'headline-colon': {
    example: '# [S Minister]: [Q dam will hold]',
    not: '# Live: dam will hold',
    confidence: 0.74,
  },
  'headline-dash': {
    example: '# [Q Dam will hold] - [S harbour minister]',
    not: '# Dam will hold - live updates',
    confidence: 0.75,
  },
} as const satisfies Record<string, RuleRow>

export type RuleName = keyof typeof ruleTable
