/** The quotation state of each token, as the network reads it. */
import type { Quotation, Token } from './doc.ts'
import type { QuotationState } from './network.ts'
import { firstFrom } from './span.ts'

/**
 * One state a token; an inner quotation wins.
 * @param tokens in text order.
 * @param quotations in text order.
 */
export function quotationStates(tokens: readonly Token[], quotations: readonly Quotation[]): QuotationState[] {
  const states = tokens.map((): QuotationState => 'o')
  for (const { spans, balanced } of quotations) {
    for (const span of spans) {
      for (let i = firstFrom(tokens, span.start); i < tokens.length && tokens[i]!.end <= span.end; i++) {
        states[i] = !balanced ? 'u' : tokens[i]!.start === span.start ? 'b' : 'i'
      }
    }
  }
  return states
}
