/** A reading that is made once for each attribution of a view, however often it is asked for. */
import type { Attribution } from '../../doc.ts'
import type { ReportView } from './report-view.ts'

export function remembered<T>(
  make: (view: ReportView, attribution: Attribution) => T,
): (view: ReportView, attribution: Attribution) => T {
  const byView = new WeakMap<ReportView, Map<Attribution, { readonly value: T }>>()
  return (view, attribution) => {
    const known = byView.get(view) ?? new Map<Attribution, { readonly value: T }>()
    if (known.size === 0) byView.set(view, known)
    const found = known.get(attribution) ?? { value: make(view, attribution) }
    known.set(attribution, found)
    return found.value
  }
}
