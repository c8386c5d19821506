/** How long a quotation takes to be held against a ledger of a hundred thousand statements: verbatim, altered, never said. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { perform } from '../src/app/perform.ts'
import { verifyQuote } from '../src/app/verify-quote.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { NewsCorpus, STATEMENTS } from './links-corpus.ts'

interface VerifyBench {
  readonly statements: number
  readonly kinds: readonly {
    readonly kind: string
    readonly quotes: number
    readonly verdicts: string
    readonly p50: number
    readonly p95: number
  }[]
}

const QUOTES = 100

export async function benchVerify(statements: number): Promise<VerifyBench> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-verify-'))
  const store = openSqliteStore(join(folder, 'verify.db'))
  try {
    const corpus = new NewsCorpus()
    const quotes: string[] = []
    const documents = Math.round(statements / STATEMENTS)
    for (let number = 0; number < documents; number++) {
      const entry = corpus.next()
      await store.putDocument(entry)
      // Spread over the whole ledger.
      if (number % Math.max(1, Math.floor(documents / QUOTES)) === 0)
        quotes.push(entry.statements[number % entry.statements.length]!.content.text)
    }
    const changed = (quote: string): string => {
      const words = quote.split(' ')
      return [...words.slice(0, 2), 'never', ...words.slice(3)].join(' ')
    }
    const kinds = []
    for (const [kind, asked] of [
      ['verbatim', quotes],
      ['altered', quotes.map(changed)],
      [
        'never said',
        quotes.map((_, at) => `The ${at}th zeppelin carried the queen of Samarkand over a lake of marmalade`),
      ],
    ] as const) {
      const times: number[] = []
      const verdicts = new Map<string, number>()
      for (const [at, quote] of [...asked.slice(0, 10), ...asked].entries()) {
        const started = performance.now()
        const { verdict } = await perform(verifyQuote, { store }, { quote })
        if (at < 10) continue
        times.push(performance.now() - started)
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
      }
      times.sort((a, b) => a - b)
      const at = (share: number): number => Math.round(times[Math.floor((times.length - 1) * share)]! * 10) / 10
      kinds.push({
        kind,
        quotes: times.length,
        verdicts: [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', '),
        p50: at(0.5),
        p95: at(0.95),
      })
    }
    return { statements: documents * STATEMENTS, kinds }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const formatVerify = ({ statements, kinds }: VerifyBench): string =>
  [
    `ledger of ${statements} statements; milliseconds a quotation`,
    ...kinds.map(
      ({ kind, p50, p95, verdicts }) =>
        `${kind.padEnd(12)} p50 ${String(p50).padStart(6)}  p95 ${String(p95).padStart(6)}  ${verdicts}`,
    ),
  ].join('\n')
