/** The closed classes of English that a comparison of texts looks at: words of grammar, of negation, of possibility and duty. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** They carry no subject: their presence on one side alone tells nothing. */
export const FUNCTION_WORDS = words(`
a an the this that these those such same other another each every either any some all both half many much more most few fewer less least several enough
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself herself itself ourselves themselves one ones
who whom whose which what when where why how whether if because as while although though since until unless than so
of in on at to for from with by about against among amid around before after between beyond during despite inside into near off onto out outside over per
through throughout toward towards under up upon via within along across behind down below above
and or but yet
is are was were be been being am 're 'm 's do does did done doing have has had having 've get gets got going
there here then now just also too very well even still already again however therefore thus rather quite really
currently presently moreover furthermore meanwhile additionally namely accordingly
today yesterday tomorrow tonight ago recently
`)

/** They deny what stands around them. "no" and its like stand with a noun. */
export const NEGATIONS = words(`not no never none nobody nothing nowhere neither nor without cannot`)

/** Verbs that deny what follows them: deny, refuse to, fail to, rule out. By lemma. */
export const DENYING_VERBS = words(
  `deni refus reject declin fail lack refut disput dismiss refrain abstain rebuf avoid prevent prohibit forbid ban`,
)

export type ModalClass = 'future' | 'possible' | 'obliged'

const modals = (list: string, modal: ModalClass): (readonly [string, ModalClass])[] =>
  list
    .trim()
    .split(/\s+/)
    .map((form) => [form, modal] as const)

/** Auxiliaries and their like, by folded form. In reported speech "would" is what "will" was. */
export const MODALS: ReadonlyMap<string, ModalClass> = new Map([
  ...modals(`will would shall 'll 'd`, 'future'),
  ...modals(`may might could can`, 'possible'),
  ...modals(`must should ought`, 'obliged'),
])

/** What binds like a modal, by folded form, where "to" or a noun follows. */
export const PLANNING = words(
  `plan plans planned planning intend intends intended intending set poised vow vows vowed pledge pledges pledged promise promises promised agreed
  ready willing prepared want wants wanted wish wishes wished expected due bound`,
)
/** Adverbs and adjectives that make a claim a possibility. */
export const HEDGES = words(`perhaps maybe possibly probably likely unlikely potentially`)
/** Somebody else's claim, and the speaker does not vouch for it. */
export const ALLEGED = words(`allegedly reportedly supposedly purportedly alleged`)

/** Words that begin another clause, after which a negation or a modal no longer holds. */
export const CLAUSE_OPENERS = words(
  `but because while although though whereas since when where who which whom whose if unless until so after before`,
)
/** What makes a statement hold under a condition alone. */
export const CONDITIONS = words(`if unless until provided`)

/** Everyday words of news: they count for less than what a statement is about. */
export const COMMON_WORDS = words(`
say state tell add note ask speak call claim stress underline emphasise reiterate argue explain suggest make take give come go see know think want need us work time
year month week day people person man woman thing way part part new last next first second good big large great high old long own only right important
public nation national international world country government minister president leader official spokesman spokeswoman spokesperson authority member group number lot
side place point case fact issue matter question problem situation monday tuesday wednesday thursday friday saturday sunday morning evening january february march april
june july august september october november december continue remain become turn put bring keep let seem happen show include provide carry hold believe expect hope
consider regard relate mr mrs ms dr sir stand amount total reach number count yet use able clear certain possible whole full
`)
