/** How SQLite answers what is asked of it for every page and every name: from an index, never by reading a whole table. */
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { knownEntitiesSql } from '../../src/store/known-entities.ts'
import { linkIndexSql } from '../../src/store/link-index.ts'
import { linksSql } from '../../src/store/links-page.ts'
import { migrate } from '../../src/store/migrations.ts'
import { putEntitiesSql } from '../../src/store/put-entities.ts'
import { renderingSql } from '../../src/store/put-renderings.ts'
import { subjectsNamed, underSubjects, underWords } from '../../src/store/query-conditions.ts'
import { sourcesSql } from '../../src/store/sources.ts'
import { ofEntity, ofVoices } from '../../src/store/speakers.ts'
import { versionsSql } from '../../src/store/versions.ts'

const db = new DatabaseSync(':memory:')
migrate(db)

/** The steps of SQLite's plan: `SEARCH table USING …` goes by an index, `SCAN table` reads all of it. */
function planOf(sql: string): string[] {
  return db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => String(detail))
}

const questions: Readonly<Record<string, string>> = {
  ...knownEntitiesSql,
  ...putEntitiesSql,
  ...linkIndexSql,
  ...linksSql,
  ...renderingSql,
  ...sourcesSql,
  ...versionsSql,
  'statements of an entity': `SELECT s.seq FROM statements s WHERE ${ofEntity}`,
  'what is said for a state': `SELECT s.seq FROM statements s WHERE ${ofVoices}`,
  'a subject by name': subjectsNamed,
  'statements under subjects': underSubjects,
  'statements under words of subjects': underWords,
  acts: 'SELECT count(*) FROM statements s WHERE s.act IN (?, ?)',
  'their number': 'SELECT count(*) FROM statements WHERE entity = ?',
  'for whom': 'SELECT seq FROM statements s WHERE s.principal IN (SELECT value FROM json_each(?))',
  'when said': 'SELECT count(*) FROM statements s WHERE s.said_from <= ? AND s.said_from IS NOT NULL',
}

for (const [what, sql] of Object.entries(questions)) {
  test(`no scan: ${what}`, () => {
    // `k` is what an inner query found by an index.
    const tables = /\bSCAN (?!json_each|CONSTANT|k$|subject_search VIRTUAL TABLE INDEX 0:M)/
    const scans = planOf(sql).filter((step) => tables.test(step))
    assert.deepEqual(scans, [], planOf(sql).join('; '))
  })
}

test('the test knows a scan when it sees one', () => {
  assert.match(planOf('SELECT seq FROM entities WHERE record = ?').join(), /\bSCAN entities/)
})
