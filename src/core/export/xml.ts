/** Text in XML: escaped, and without the characters that XML 1.0 forbids whatever one writes. */

/** https://www.w3.org/TR/xml/#charsets: everything else, lone surrogates included, becomes U+FFFD. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const xmlText = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"]/g, (character) => entities[character]!)
