/** Who, of what, to whom, where, when and through whom: what is known around the words of a statement. */
import type { Speaker, Statement } from '../core/statement.ts'
import { titleWords } from '../core/title-words.ts'
import { type Html, html } from './html.ts'
import { speakerAddress } from './query.ts'
import { saidElement } from './said-words.ts'

/**
 * `, Russian Foreign Minister`, and for whom they speak; nothing where nothing is known.
 * @param links false where the whole stands in a link already.
 */
export function standingOf(speaker: Speaker | null, links = true): Html | false {
  if (speaker === null) return false
  const { role, of, speaksFor, name } = speaker
  const title = titleWords(role, of, name)
  return (
    (title !== '' || speaksFor !== null) &&
    html`<span class="standing">${title !== '' && html`, <bdi>${title}</bdi>`}${
      speaksFor !== null && html`, for ${links ? named(speaksFor.name, speaksFor.entity) : named(speaksFor.name, null)}`
    }</span>`
  )
}

/**
 * One line under the speaker; nothing where nothing is known.
 * @param dated false where the time of saying stands elsewhere.
 */
export function circumstancesOf(statement: Statement, dated = true): Html | false {
  const { addressee, medium, via, speaker } = statement
  const said = dated ? saidElement(statement.said, 'sentence') : null
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
