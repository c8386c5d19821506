/** What the first bytes of a file say it is, without a parser. */

/** Whether the beginning of a file says that it holds JSON. A page that shows JSON has another ending. */
export function areArticles(head: Uint8Array, file: string | null): boolean {
  if (file !== null && /\.(?:html?|xhtml|shtml|txt|text|md)(?:\.gz)?$/i.test(file)) return false
  return /^\uFEFF?\s{0,100}(?:\[\s{0,100})?\{\s{0,100}"[\w.$@:-]{1,60}"\s{0,20}:/.test(Buffer.from(head).toString())
}

/** Header fields that only a message begins with. */
const SURE =
  /^(?:received|return-path|delivered-to|mime-version|message-id|dkim-signature|list-unsubscribe|x-[\w-]{1,40}):/im

/** Whether the beginning of a file is the head of a message: fields from the first line on, and one that only mail has. */
export function isMail(head: Uint8Array, file: string | null): boolean {
  const text = Buffer.from(head).toString('latin1')
  if (!/^[A-Za-z][\w-]{0,60}:[ \t]/.test(text)) return false
  if (file !== null && /\.eml(?:\.gz)?$/i.test(file)) return true
  const end = text.search(/\r?\n\r?\n/)
  const fields = end === -1 ? text : text.slice(0, end)
  return SURE.test(fields) && /^from:/im.test(fields)
}
