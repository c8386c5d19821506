/** Words that tell whether a time belongs to the saying or to something else. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** "said that on Friday", "told people who came on Friday": the clause behind these has times of its own. */
export const SUBORDINATING = words(
  'that who whom whose which where when while because if whether as although though since until unless than but',
)

/** "said ahead of Friday", "said by Friday", "since 2014": a limit, not the time of the saying. */
export const LIMITS = words('since until till by before after from for of ahead to through between about than despite')

/** "said after talks in Rome on Friday": the talks are dated, the saying is likely to be of that day. */
export const OCCASION_LINKS = words(
  'after following before ahead amid over regarding about despite against from for to with by',
)

/** Events and documents that are a saying themselves: "at Tuesday's briefing", "in a Friday interview". */
export const SPEECH_NOUNS = words(
  'interview briefing conference speech statement address remarks comments press news television tv radio call meeting talks summit hearing session post tweet message letter report article broadcast appearance event rally debate testimony announcement release show program programme podcast editorial column filing memo email book essay study survey poll memoir episode paper lecture letter',
)

/** Participles that date what somebody published: "a statement issued on Monday". */
export const PUBLISHING = words(
  'posted published issued released broadcast aired dated given held made recorded sent written delivered televised filmed uploaded tweeted shared circulated filed speaking conducted taped printed airing',
)

/** What opens a sentence that goes on with who said it: "Asked today whether …, he told …". */
export const OPENING = words(
  'asked speaking addressing responding questioned commenting writing answering appearing talking reacting pressed interviewed quoted citing testifying',
)

/** Words in -ed and -ing that are no participles. */
export const NO_PARTICIPLES = words(
  'during according morning evening meeting briefing hearing following regarding concerning red wedding building united including king being thing nothing something anything everything outgoing incoming ruling opening hundred beijing spring filing closing need indeed speed naked sacred gathering warning',
)

/** "Adding that", "he went on": goes on with a saying of the same sentence. */
export const CONTINUING = words('adding added continued continuing noting stressing insisting arguing saying')

/** May stand before a time that opens its sentence. */
export const BEFORE_OPENING = words(
  'on in at during over early late earlier later just and but then also so only even more as recently back the by of " “ ‘ \' -- – — • *',
)
