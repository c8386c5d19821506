/** A title and a text that a container keeps apart → one text, the title its first line. */

/** What `text` begins with already is not set before it once more; nothing of either is changed. */
export const titledText = (title: string | null, text: string): Uint8Array =>
  Buffer.from(title === null || text.trimStart().startsWith(title) ? text : `${title}\n\n${text}`)
