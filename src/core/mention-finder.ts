/** The `mentions` layer: names of people, organisations, places and other things, by the network's scores, cleaned by rules. */

import type { Doc } from './doc.ts'
import { inAgreement } from './mention-agreement.ts'
import { withBodies, withoutScraps } from './mention-bodies.ts'
import { cleaned, joinedOverStops, type SentenceView } from './mention-cleaning.ts'
import { bestMentions } from './mention-decoding.ts'
import type { WordNetwork } from './network.ts'
import { readWithNetwork } from './network-reading.ts'
import { firstFrom } from './span.ts'
import type { Stage } from './stage.ts'
import { formsOf } from './token-forms.ts'
import { capitalsAt, sentenceCapitals } from './word-tagger.ts'

type Needs = 'blocks' | 'tokens' | 'sentences' | 'quotations' | 'words'

export const mentionFinder = (network: WordNetwork): Stage<Needs, 'mentions'> => ({
  name: 'mention-finder',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences', 'quotations', 'words'],
  gives: 'mentions',
  run(doc) {
    const scores = readWithNetwork(network, doc).scores.mentions
    // No name runs over the end of a sentence.
    const found = sentencesOf(doc).flatMap((view) =>
      withBodies(view, joinedOverStops(view, bestMentions(scores, view.first, view.end)))
        .flatMap((run) => cleaned(view, run))
        .map((mention) => ({ found: mention, isTitled: view.isTitled })),
    )
    return inAgreement(doc.text, withoutScraps(doc.text, found)).map((mention, i) => ({ id: `m${i + 1}`, ...mention }))
  },
})

function sentencesOf(doc: Doc<'tokens' | 'sentences' | 'words'>): SentenceView[] {
  const { tokens, sentences } = doc.layers
  const forms = formsOf(doc)
  return sentences.map((sentence) => {
    const first = firstFrom(tokens, sentence.start)
    const end = firstFrom(tokens, sentence.end)
    // Words of a sentence in which capitals tell the same to the end are no names for having one.
    const isTitled = end - first > 1 && capitalsAt(sentenceCapitals(forms, first, end), end - 1) !== 'all'
    return { doc, first, end, forms, isTitled }
  })
}
