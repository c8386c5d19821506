/** JSON-LD 1.1: schema.org for what search engines know, PROV-O for the chain, our own vocabulary for the rest. */
import { codePointOffsets } from '../code-points.ts'
import type { DocumentRecord } from '../document.ts'
import type { Party, Relay, Said, Speaker, Statement } from '../statement.ts'
import { type Exported, urnOf } from './exported.ts'

type Json = Readonly<Record<string, unknown>>

const WIKIDATA = 'http://www.wikidata.org/entity/'

/** Every term that is used, so that no document has to be fetched to read one. */
export const JSON_LD_CONTEXT: Json = {
  '@version': 1.1,
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  onrecord: 'urn:onrecord:ns:',
}

/** The terms of our own vocabulary: name → what it says of its subject. The docs list them. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  form: '`direct`, `indirect` or `mixed`',
  manner: '`speech`, `writing` or `thought`',
  act: 'what kind of move the statement makes: `assertion`, `commitment`, …',
  polarity: '`positive` or `negative`',
  condition: 'the words under which it holds',
  deadline: 'by when, as a TIMEX3 value',
  cue: 'the words that say that it is said',
  source: 'the words that say who',
  earliest: 'first day on which it may have been said',
  latest: 'last day on which it may have been said',
  medium: 'where it was said',
  speaksFor: 'for whom the speaker speaks',
  relayedBy: 'who passed it on, in the report of whom the statement is derived',
  within: 'the statement in which this one is told',
  confidence: 'how often such a reading is right, 0 to 1',
  start: 'first code point of a span of the content, inclusive',
  end: 'code point after the last one of a span',
  span: 'where the content stands in the text of the document',
}

const own = (term: keyof typeof VOCABULARY): string => `onrecord:${term}`

/** One graph: the document, its statements, their speakers, and a node for every hop of the chain. */
export function jsonLd(exported: Exported): Json {
  const offset = codePointOffsets(exported.text)
  return {
    '@context': JSON_LD_CONTEXT,
    '@graph': [
      articleNode(exported.document),
      ...exported.statements.flatMap((statement) => statementNodes(statement, exported.document, offset)),
    ],
  }
}

const articleNode = (document: DocumentRecord): Json =>
  known({
    '@id': urnOf(document.id),
    '@type': ['schema:NewsArticle', 'prov:Entity'],
    'schema:headline': document.title,
    'schema:url': iri(document.url),
    'schema:datePublished': dated(document.published),
    'schema:inLanguage': document.language === 'und' ? null : document.language,
    'schema:publisher':
      document.publisher === null ? null : { '@type': 'schema:Organization', 'schema:name': document.publisher },
    'schema:author': document.authors.map((name) => ({ '@type': 'schema:Person', 'schema:name': name })),
    'schema:isBasedOn': document.original,
    'schema:identifier': `sha256:${document.sha256}`,
  })

function statementNodes(statement: Statement, document: DocumentRecord, offset: (unit: number) => number): Json[] {
  const id = urnOf(statement.id)
  const { via, content, act, said, within } = statement
  const speaker = speakerNode(statement.speaker)
  const hops = via.map((relay, index) => hopNode(id, relay, index, via.length))
  const node = known({
    '@id': id,
    // What stands in quotation marks is quoted; of indirect speech only the claim is known.
    '@type': [statement.form === 'indirect' ? 'schema:Claim' : 'schema:Quotation', 'prov:Entity'],
    'schema:text': content.text,
    'schema:creator': speaker,
    'schema:isPartOf': { '@id': urnOf(document.id) },
    'schema:about': statement.about,
    'schema:audience': statement.addressee === null ? null : partyNode(statement.addressee, 'schema:Audience'),
    'schema:dateCreated': said.precision === 'day' ? dated(said.value) : null,
    'prov:wasQuotedFrom': { '@id': urnOf(document.id) },
    'prov:wasAttributedTo': speaker,
    'prov:wasDerivedFrom': hops.length === 0 ? null : { '@id': hopId(id, 0) },
    [own('span')]: content.spans.map(({ start, end }) => ({
      [own('start')]: offset(start),
      [own('end')]: offset(end),
    })),
    [own('form')]: statement.form,
    [own('manner')]: statement.manner,
    [own('cue')]: worded(statement.cue.text),
    [own('source')]: worded(statement.source.text),
    [own('act')]: act.type,
    [own('polarity')]: act.polarity,
    [own('condition')]: worded(act.condition.text),
    [own('deadline')]: act.deadline,
    ...saidTerms(said),
    [own('medium')]: statement.medium?.name ?? null,
    [own('within')]: within === null ? null : { '@id': urnOf(within) },
    [own('confidence')]: statement.confidence.relation,
  })
  return [node, ...hops]
}

const saidTerms = ({ earliest, latest }: Said): Json => ({
  [own('earliest')]: dated(earliest),
  [own('latest')]: dated(latest),
})

const hopId = (statement: string, index: number): string => `${statement}#via-${index + 1}`

/** The report of one relay: derived from that of the next one in, the last from what the speaker said. */
const hopNode = (statement: string, relay: Relay, index: number, count: number): Json =>
  known({
    '@id': hopId(statement, index),
    '@type': 'prov:Entity',
    'prov:wasAttributedTo': partyNode(relay, 'prov:Agent'),
    [own('relayedBy')]: relay.name,
    'prov:wasDerivedFrom': index + 1 < count ? { '@id': hopId(statement, index + 1) } : null,
  })

const schemaTypes: Readonly<Record<string, string>> = {
  person: 'schema:Person',
  organisation: 'schema:Organization',
  state: 'schema:Country',
  publication: 'schema:Organization',
}

function speakerNode(speaker: Speaker | null): Json | null {
  if (speaker === null) return null
  return known({
    '@id': entityId(speaker.entity),
    '@type': [schemaTypes[speaker.kind ?? ''] ?? 'schema:Thing', 'prov:Agent'],
    'schema:name': speaker.name,
    'schema:jobTitle': speaker.kind === 'person' ? speaker.role : null,
    [own('speaksFor')]: speaker.speaksFor?.name ?? null,
  })
}

const partyNode = ({ name, entity }: Pick<Party, 'name' | 'entity'>, type: string): Json =>
  known({ '@id': entityId(entity), '@type': type, 'schema:name': name })

const entityId = (entity: string | null): string | null =>
  entity === null ? null : /^Q\d+$/.test(entity) ? WIKIDATA + entity : urnOf(entity)

const iri = (address: string | null): Json | null => (address === null ? null : { '@id': address })

function dated(value: string | null): Json | null {
  if (value === null) return null
  const type = /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? 'xsd:date'
    : /^\d{4}-\d{2}-\d{2}T/.test(value)
      ? 'xsd:dateTime'
      : null
  return type === null ? null : { '@value': value, '@type': type }
}

const worded = (text: string): string | null => (text === '' ? null : text)

/** Without the terms of which nothing is known. */
const known = (node: Json): Json =>
  Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
