/** Verb forms that are nouns or adjectives as often: the word before decides. */

/** Past and third-person forms that are nouns or adjectives as often as verbs: the word before decides. */
export const AMBIGUOUS_FORMS: ReadonlySet<string> = new Set(
  (
    'state states report reports claim claims note notes promise promises pledge pledges demand demands request requests call calls answer answers reply replies ' +
    'question questions comment comments order orders plan plans hope hopes fear fears wish wishes doubt doubts estimate estimates forecast forecasts attack attacks back ' +
    'backs blame rule rules text texts post posts blog blogs email emails tweet tweets read point points object objects signal signals detail details outline show shows ' +
    'find finds thought felt stress blast appeal appeals protest protests offer offers praise welcome threat vow vows joke jokes lament brief briefs echo worry worries want wants echoes ' +
    'advise counter fire fires suspect suspects aim aims charge view views thanks remarks remark decline'
  ).split(' '),
)
