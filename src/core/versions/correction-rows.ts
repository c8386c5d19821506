/** How pages say that they were changed: one row a way, each with a line that is one and a look-alike that is none. */

export interface CorrectionRow {
  readonly name: string
  /** Held against the beginning of a line, or of a sentence where `inside` says so. No repeated groups: lines come from outside. */
  readonly pattern: RegExp
  /** Also at the beginning of a later sentence of a line. */
  readonly inside: boolean
  readonly example: string
  readonly not: string
}

/** What a page calls itself. A report may be somebody else's, so that it has rows with more words. */
const PAGE = '(?:article|story|page|post|piece|headline|caption)'

export const correctionRows: readonly CorrectionRow[] = [
  {
    name: 'correction-label',
    pattern: /^(?:correction|corrections|clarification|clarifications|erratum)(?:,? [^.:;!?\n]{1,40})?:/i,
    inside: false,
    example: 'Correction, March 3: The minister said 12 million, not 12 billion.',
    not: 'Corrections officers said the prison was calm.',
  },
  {
    name: 'editors-note',
    pattern: /^editor[s’']{0,2} note(?: [^.:;!?\n]{1,40})?:/i,
    inside: false,
    example: 'Editor’s note: The name of the harbour master has been put right.',
    not: 'Editors note with concern that the law is vague.',
  },
  {
    name: 'earlier-version',
    pattern: new RegExp(
      `^(?:an|a|the) (?:earlier|previous|prior|former|original) (?:version|edition) of this ${PAGE}\\b`,
      'i',
    ),
    inside: true,
    example: 'An earlier version of this article misstated the year in which the bridge was built.',
    not: 'An earlier version of this law was thrown out by the court.',
  },
  {
    name: 'earlier-report',
    pattern:
      /^an (?:earlier|previous|original) version of this report (?:misstated|mis[a-z]{3,12}|incorrectly|wrongly|mistakenly|erroneously|omitted|did not)\b/i,
    inside: true,
    example: 'An earlier version of this report wrongly said that the ferries were free.',
    not: 'An earlier version of this report was rejected by the commission.',
  },
  {
    name: 'page-was-changed',
    pattern: new RegExp(
      `^this ${PAGE} (?:has been|was|has since been|has been since) (?:updated|corrected|amended|revised|edited|changed|clarified)\\b`,
      'i',
    ),
    inside: true,
    example: 'This story has been updated to include a reply from the ministry.',
    not: 'This story has been told on the island for a hundred years.',
  },
  {
    name: 'headline-was-changed',
    pattern:
      /^the (?:headline|caption|title)(?: [^.:;!?\n]{1,60})? (?:has been|was|has since been) (?:updated|corrected|amended|revised|changed)\b/i,
    inside: true,
    example: 'The headline on this article was changed to say that the vote is tomorrow.',
    not: 'The title was won by the team from the north shore.',
  },
  {
    name: 'we-have-corrected',
    pattern: new RegExp(
      `^we (?:have|’ve|'ve) (?:updated|corrected|amended|revised|clarified) this (?:report|${PAGE})\\b`,
      'i',
    ),
    inside: true,
    example: 'We have corrected this report: the ferry sails at noon.',
    not: 'We have corrected our course, the captain said.',
  },
]
