/** A fixed corpus for the benches: news-like plain text of about 4,000 characters a document, made from a seed. */

const names =
  'Marta Lind,Jonas Pohl,Ilse Varga,Tomas Reck,Ada Brandt,Nils Ostrow,Vera Halm,Oskar Dunn,Lena Quist,Pavel Moss'.split(
    ',',
  )
const roles =
  'harbour minister,union leader,mayor of Halm,head of the river commission,opposition leader,chief engineer,energy minister,spokeswoman for the ministry'.split(
    ',',
  )
const outlets = 'the Courier,Radio Osk,the Daily Lantern,Nordwire,TV Merrin,the Osk Herald'.split(',')
const days = 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday'.split(',')
const things =
  'the dam,the rail strike,the ferry contract,the new bridge,the budget,the border crossing,the satellite,the harbour tax'.split(
    ',',
  )
const claims = [
  'work on {thing} would be finished before the winter',
  '{thing} had cost {n} million more than planned',
  'nobody had been told about {thing} until last week',
  'the council would vote on {thing} again in the spring',
  'experts had looked at {thing} twice and found {n} faults',
  'there was no reason to fear for {thing}',
]
const quotes = [
  'We will not sign anything about {thing} before {day}.',
  'There are no problems with {thing}, and there never were any.',
  'I was told about {thing} in a corridor, by a man with {n} folders.',
  'The people of this town have waited {n} months for {thing}. They can read a calendar.',
  'Nobody is going to touch {thing} while I hold this office.',
]
const frames = [
  '{role} {name} said on {day} that {claim}.',
  '“{quote}” {name} told {outlet} on {day}.',
  'According to {name}, {claim}.',
  '{Outlet} reported, citing {n} officials, that {claim}.',
  '{Claim}, said {name}, adding that {claim}.',
  'The {role} denied that {claim}.',
  '{Claim}, {n} people familiar with the matter told {outlet}.',
  'Asked whether {claim}, {name} said: “{quote}”',
  'Trains ran every {n} minutes on {day}, and the market on the square was open until noon.',
  'A crane stood idle beside {thing}, its arm turned towards the river and the old customs house.',
  'Some {n} households in the valley depend on {thing}, which was opened in the year of the great flood.',
  'Rain fell on {day} and the water in the lock rose by {n} centimetres before the evening.',
]

/** A generator of numbers in [0, 1): Park and Miller's minimal standard, so that every machine makes the same corpus. */
export function seeded(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Document number `index` of the corpus, at least 4,000 characters long. */
export function pageOf(index: number): string {
  const random = seeded(index * 7919 + 17)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  const sentence = (template: string): string => {
    const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => sentence(valueFor(key)))
    return filled
  }
  const valueFor = (key: string): string => {
    if (key === 'n') return String(2 + Math.floor(random() * 90))
    if (key === 'claim' || key === 'Claim') return upper(sentence(pick(claims)), key === 'Claim')
    if (key === 'outlet' || key === 'Outlet') return upper(pick(outlets), key === 'Outlet')
    return pick({ name: names, role: roles, day: days, thing: things, quote: quotes }[key] ?? [key])
  }
  const paragraphs = [upper(sentence(pick(claims)), true), `${pick(days)}, June ${1 + (index % 28)}, 2024`]
  let length = 0
  while (length < 4000) {
    const paragraph = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
      upper(sentence(pick(frames)), true),
    ).join(' ')
    paragraphs.push(paragraph)
    length += paragraph.length + 2
  }
  return paragraphs.join('\n\n')
}

const upper = (text: string, wanted: boolean): string => (wanted ? `${text[0]!.toUpperCase()}${text.slice(1)}` : text)
