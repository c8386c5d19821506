/** The `utterances` layer: who speaks behind each attribution, to whom, where, when and through whom. */
import type { Attribution, SpeakerReading, Utterance } from './doc.ts'
import type { Stage } from './stage.ts'
import { BY_TURN } from './turns/turn-attributor.ts'
import { inTurns } from './turns/turn-utterances.ts'
import { addresseeOf } from './utterances/addressee-of.ts'
import { mediumOf } from './utterances/medium-of.ts'
import { sayingTime } from './utterances/saying-time.ts'
import { sayingView } from './utterances/saying-time-view.ts'
import { speakerOf } from './utterances/speaker.ts'
import { speakerView } from './utterances/speakers/speaker-view.ts'
import { type KnownSpeaker, reportView } from './utterances/via/report-view.ts'
import { citedSpeaker, viaOf } from './utterances/via-of.ts'

type Needs =
  | 'blocks'
  | 'tokens'
  | 'sentences'
  | 'words'
  | 'quotations'
  | 'mentions'
  | 'attributions'
  | 'timexes'
  | 'chains'
  | 'turns'

export const utteranceReader = (): Stage<Needs, 'utterances'> => ({
  name: 'utterance-reader',
  version: 1,
  needs: [
    'blocks',
    'tokens',
    'sentences',
    'words',
    'quotations',
    'mentions',
    'attributions',
    'timexes',
    'chains',
    'turns',
  ],
  gives: 'utterances',
  run(doc) {
    const speakers = speakerView(doc)
    const saying = sayingView(doc)
    const read = new Map<Attribution, SpeakerReading | null>()
    const view = reportView(doc, (attribution) => knownSpeaker(read.get(attribution) ?? null))
    // Of a turn its label and the title tell who speaks, and no clause does.
    const reported = doc.layers.attributions.filter(({ by }) => by !== BY_TURN)
    for (const attribution of reported) {
      // "Politico reported, citing officials": they are the ones who speak.
      const cited = citedSpeaker(doc, attribution, view)
      const spoken = cited === null ? attribution : { ...attribution, source: [cited] }
      read.set(attribution, speakerOf(doc, spoken, speakers))
    }
    const told = reported.map(
      (attribution): Utterance => ({
        attribution: attribution.id,
        speaker: read.get(attribution) ?? null,
        addressee: addresseeOf(doc, attribution, view),
        medium: mediumOf(doc, attribution, view),
        said: sayingTime(doc, attribution, saying),
        via: viaOf(doc, attribution, view),
      }),
    )
    return doc.layers.turns.length === 0 ? told : inTurns(doc, told)
  },
})

const knownSpeaker = (reading: SpeakerReading | null): KnownSpeaker | null =>
  reading === null || reading.kind === null ? null : { name: reading.name, chain: reading.chain, kind: reading.kind }
