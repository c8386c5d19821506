/** Whether a request asks for JSON where a page would be the default. */

/** True when `Accept` gives JSON a higher weight than HTML, wildcards counting for HTML first. */
export function prefersJson(accept: string | undefined): boolean {
  if (accept === undefined) return false
  let json = 0
  let page = 0
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const weight = weightOf(parameters)
    if (type === 'application/json' || type === 'application/problem+json') json = Math.max(json, weight)
    if (type === 'text/html' || type === 'text/*' || type === '*/*') page = Math.max(page, weight)
  }
  // "application/json, */*" is what programs send: named exactly, JSON wins a tie unless HTML is named too.
  return json > page || (json > 0 && json === page && !/text\/html/i.test(accept))
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  if (q === undefined) return 1
  const weight = Number(q.slice(2))
  return weight >= 0 && weight <= 1 ? weight : 0
}
