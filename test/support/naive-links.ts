/** All links of a record found the slow and obvious way, pair by pair, to hold a store against. */
import { codedKeys, ENOUGH } from '../../src/core/links/coded-keys.ts'
import type { Link, Linkable } from '../../src/core/links/link.ts'
import { meetingWeight } from '../../src/core/links/link-document.ts'
import type { Linker } from '../../src/core/links/linker.ts'
import { MOST_TURNS } from '../../src/core/links/renderer.ts'

/** The latest first, as stores list them. */
export function naiveLinks<View>(items: readonly Linkable[], linker: Linker<View>): Link[] {
  const viewed = items.map((item) => {
    const view = linker.viewOf(item)
    return { item, view, place: linker.placeOf(item), keys: new Set(codedKeys(linker.keysOf(view))) }
  })
  viewed.sort((a, b) => a.place - b.place || (a.item.statement.id < b.item.statement.id ? -1 : 1))
  const links: { readonly place: number; readonly link: Link }[] = []
  for (const [index, later] of viewed.entries()) {
    for (const [before, earlier] of viewed.slice(0, index).entries()) {
      const between = viewed.slice(before + 1, index)
      let weight = 0
      for (const key of later.keys) {
        if (!earlier.keys.has(key)) continue
        weight += meetingWeight(key, between.filter(({ keys }) => keys.has(key)).length + 1)
      }
      const relating = weight < ENOUGH ? null : linker.relate(earlier.view, later.view)
      if (relating === null) continue
      const isMixed = (earlier.item.document.kind === 'report') !== (later.item.document.kind === 'report')
      if (relating.relation === 'same-utterance' && isMixed) continue
      const ends = { from: later.item.statement.id, to: earlier.item.statement.id }
      links.push({ place: later.place, link: { ...ends, ...relating, level: 'suggested' } })
    }
  }
  for (const later of viewed) {
    for (const { turn, relating } of renderingsOf(later.item, items, linker)) {
      const ends = { from: later.item.statement.id, to: turn.statement.id }
      links.push({ place: later.place, link: { ...ends, ...relating, level: 'suggested' } })
    }
  }
  const ends = ({ link }: { link: Link }): string => `${link.from} ${link.to}`
  return links
    .sort(
      (a, b) =>
        b.place - a.place ||
        (ends(a) < ends(b) ? -1 : ends(a) > ends(b) ? 1 : Number(a.link.relation === 'renders') - 1),
    )
    .map(({ link }) => link)
}

function renderingsOf<View>(report: Linkable, items: readonly Linkable[], { renderer }: Linker<View>) {
  if (renderer === undefined || report.document.kind !== 'report') return []
  const keys = new Set(renderer.reportKeys(report))
  const days = (item: Linkable): number => Date.parse(item.statement.said.earliest ?? 'none') / 86_400_000
  const own =
    Date.parse((report.statement.said.earliest ?? report.document.published ?? 'none').slice(0, 10)) / 86_400_000
  const found = items
    .filter(({ document }) => document.kind !== 'report')
    .map((turn) => {
      const shared = new Set(renderer.turnKeys(turn).filter((key) => keys.has(key))).size
      const distance = Math.abs(days(turn) - own)
      return { turn, shared, distance: Number.isNaN(distance) ? 1e9 : distance }
    })
    .filter(({ shared }) => shared > 0)
    .sort(
      (a, b) => b.shared - a.shared || a.distance - b.distance || (a.turn.statement.id < b.turn.statement.id ? -1 : 1),
    )
  return (
    renderer.rendering(
      report,
      found.slice(0, MOST_TURNS).map(({ turn }) => turn),
    ) ?? []
  )
}
