/** Texts that are not news hold no statements, by the door that users take. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateNotNews, formatNotNews } from '../eval/not-news.ts'

test('recipes, code, tables, poems and other languages give at most one statement in 2,000 words', async () => {
  const report = await evaluateNotNews()
  assert.ok(report.words >= 8000, `${report.words} words`)
  assert.ok(report.per2000Words <= 1, formatNotNews(report))
})
