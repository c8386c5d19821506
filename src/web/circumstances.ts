/** Who, of what, to whom, where, when and through whom: what is known around the words of a statement. */
import type { Speaker, Statement } from '../core/statement.ts'
import { type Html, html } from './html.ts'
import { speakerAddress } from './query.ts'
import { saidElement } from './said-words.ts'

/** `, Foreign Minister, Russia`, and for whom they speak; nothing where nothing is known. */
export function standingOf(speaker: Speaker | null): Html | false {
  if (speaker === null) return false
  const { role, of, speaksFor } = speaker
  const office = [role, of].filter((part) => part !== null)
  return (
    (office.length > 0 || speaksFor !== null) &&
    html`<span class="standing">${office.map((part) => html`, <bdi>${part}</bdi>`)}${
      speaksFor !== null && html` <span class="for">for ${named(speaksFor.name, speaksFor.entity)}</span>`
    }</span>`
  )
}

/** One line under the speaker; nothing where nothing is known. */
export function circumstancesOf(statement: Statement): Html | false {
  const { addressee, medium, via, speaker } = statement
  const said = saidElement(statement.said)
  const reason = speaker?.reason ?? null
  const parts = [
    addressee && html`to ${named(addressee.name, addressee.entity)}`,
    medium && html`in ${named(medium.name, medium.entity)}`,
    said && html`said ${said}`,
    via.length > 0 &&
      html`via ${via.map((relay, index) => html`${index > 0 && ' › '}${named(relay.name, relay.entity)}`)}`,
    reason !== null && html`nameless: <bdi>${reason}</bdi>`,
    mayBe(speaker),
  ].filter((part) => part instanceof Object)
  return parts.length > 0 && html`<p class="circumstances">${parts.map((part) => html`<span>${part}</span> `)}</p>`
}

/** A name, as a link to all that its entity said where it is known. */
export const named = (name: string, entity: string | null): Html =>
  entity === null ? html`<bdi>${name}</bdi>` : html`<a href="${speakerAddress(entity)}"><bdi>${name}</bdi></a>`

const mayBe = (speaker: Speaker | null): Html | false => {
  const candidates = speaker?.candidates ?? []
  return (
    candidates.length > 0 &&
    html`may be ${candidates.map(({ name }, index) => html`${index > 0 && ' or '}<bdi>${name}</bdi>`)}`
  )
}
