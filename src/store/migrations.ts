/** The schema of a ledger, as numbered steps that only go forward. */
import type { DatabaseSync } from 'node:sqlite'

/** "onrc": tells a ledger from another program's SQLite file. */
export const applicationId = 0x6f6e7263

/** What counts as part of a word, beyond the default: vowel signs of Indic scripts. Texts come folded (fold.ts). */
export const tokenizer = `tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"`

/**
 * Step n takes `user_version` n to n + 1. A step that has been released is never edited.
 *
 * Narrow tables (documents, statements) hold what is filtered and sorted by; wide ones (…_bodies) what is shown.
 * The indexes are contentless: they hold folded text, which nobody should see.
 */
const steps: readonly string[] = [
  `CREATE TABLE publishers (
     seq INTEGER PRIMARY KEY,
     name ANY NOT NULL UNIQUE,
     caseless TEXT NOT NULL
   ) STRICT;
   CREATE INDEX publishers_by_caseless ON publishers (caseless);

   CREATE TABLE speakers (
     seq INTEGER PRIMARY KEY,
     name ANY NOT NULL UNIQUE,
     folded TEXT NOT NULL
   ) STRICT;

   CREATE TABLE documents (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     published TEXT NOT NULL, -- '' when undated, so that it sorts last
     language TEXT NOT NULL,
     publisher INTEGER REFERENCES publishers,
     statements INTEGER NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX documents_in_order ON documents (published DESC, id);
   CREATE INDEX documents_by_publisher ON documents (publisher);

   CREATE TABLE document_bodies (
     seq INTEGER PRIMARY KEY REFERENCES documents,
     sha256 TEXT NOT NULL,
     url ANY,
     added TEXT NOT NULL,
     pipeline TEXT,
     record TEXT NOT NULL, -- JSON, as are notices and blocks
     notices TEXT NOT NULL,
     blocks TEXT NOT NULL,
     text ANY NOT NULL
   ) STRICT;
   CREATE INDEX document_bodies_by_digest ON document_bodies (sha256);

   CREATE TABLE statements (
     seq INTEGER PRIMARY KEY,
     document INTEGER NOT NULL REFERENCES documents,
     ord INTEGER NOT NULL,
     form TEXT NOT NULL,
     manner TEXT NOT NULL,
     speaker INTEGER REFERENCES speakers,
     id TEXT NOT NULL UNIQUE
   ) STRICT;
   CREATE UNIQUE INDEX statements_in_order ON statements (document, ord, form, manner, speaker);
   CREATE INDEX statements_by_speaker ON statements (speaker, document);

   CREATE TABLE statement_bodies (
     seq INTEGER PRIMARY KEY REFERENCES statements,
     body TEXT NOT NULL -- JSON
   ) STRICT;

   CREATE TABLE runs (
     id INTEGER PRIMARY KEY,
     started TEXT NOT NULL,
     finished TEXT,
     stored INTEGER NOT NULL DEFAULT 0,
     already INTEGER NOT NULL DEFAULT 0,
     failed INTEGER NOT NULL DEFAULT 0
   ) STRICT;

   CREATE VIRTUAL TABLE document_search USING fts5(title, text, content = '', columnsize = 0, ${tokenizer});
   CREATE VIRTUAL TABLE statement_search USING fts5(content, speaker, content = '', columnsize = 0, ${tokenizer});
   -- Every document is a commit and so a segment of its own: merging them 16 at a time rewrites each entry less often.
   INSERT INTO document_search (document_search, rank) VALUES ('automerge', 16);
   INSERT INTO statement_search (statement_search, rank) VALUES ('automerge', 16);`,

  // Entities, and when something was said. What was stored before has neither: its entries get the fields they lack.
  `CREATE TABLE entities (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     record TEXT NOT NULL -- JSON
   ) STRICT;

   CREATE TABLE entity_keys (
     key TEXT NOT NULL,
     entity INTEGER NOT NULL REFERENCES entities,
     PRIMARY KEY (key, entity)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE entity_names ( -- in texts; all spellings have keys
     name INTEGER NOT NULL REFERENCES speakers,
     entity INTEGER NOT NULL REFERENCES entities,
     PRIMARY KEY (name, entity)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE entity_roles (
     entity INTEGER NOT NULL REFERENCES entities,
     role ANY NOT NULL,
     belongs ANY NOT NULL, -- '' where the text does not say to what
     first TEXT NOT NULL, -- '' where no text that has it has a date, as is last
     last TEXT NOT NULL,
     statement INTEGER NOT NULL REFERENCES statements,
     PRIMARY KEY (entity, role, belongs)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE entity_publishers (
     entity INTEGER NOT NULL REFERENCES entities,
     publisher INTEGER NOT NULL REFERENCES publishers,
     PRIMARY KEY (entity, publisher)
   ) STRICT, WITHOUT ROWID;

   ALTER TABLE statements ADD COLUMN entity INTEGER REFERENCES entities;
   ALTER TABLE statements ADD COLUMN principal INTEGER REFERENCES entities; -- for whom they speak
   -- First and last day; '' and '~' where one of them is open, null where nothing is known.
   ALTER TABLE statements ADD COLUMN said_from TEXT;
   ALTER TABLE statements ADD COLUMN said_to TEXT;
   CREATE INDEX statements_by_entity ON statements (entity, said_from) WHERE entity IS NOT NULL;
   CREATE INDEX statements_by_principal ON statements (principal) WHERE principal IS NOT NULL;
   CREATE INDEX statements_by_said ON statements (said_from, said_to) WHERE said_from IS NOT NULL;

   CREATE TABLE statement_members ( -- of a group that the text names one by one
     entity INTEGER NOT NULL REFERENCES entities,
     statement INTEGER NOT NULL REFERENCES statements,
     PRIMARY KEY (entity, statement)
   ) STRICT, WITHOUT ROWID;

   UPDATE statement_bodies SET body = json_set(body, '$.speaker.speaksFor', NULL, '$.speaker.members', json('[]'),
       '$.speaker.reason', NULL, '$.speaker.candidates', json('[]'))
     WHERE json_type(body, '$.speaker') = 'object' AND json_type(body, '$.speaker.members') IS NULL;
   UPDATE document_bodies SET notices =
       (SELECT json_group_array(json(json_set(value, '$.statement', NULL))) FROM json_each(notices))
     WHERE notices <> '[]';`,

  // Acts, subjects and links. What was stored before has no act and no subject until it is read again; "relink" links it.
  `CREATE TABLE subjects (
     seq INTEGER PRIMARY KEY,
     name ANY NOT NULL UNIQUE,
     folded TEXT NOT NULL
   ) STRICT;
   CREATE INDEX subjects_by_folded ON subjects (folded);
   CREATE VIRTUAL TABLE subject_search USING fts5(name, content = '', columnsize = 0, ${tokenizer});

   CREATE TABLE statement_subjects (
     subject INTEGER NOT NULL REFERENCES subjects,
     statement INTEGER NOT NULL REFERENCES statements,
     PRIMARY KEY (subject, statement)
   ) STRICT, WITHOUT ROWID;

   ALTER TABLE statements ADD COLUMN act TEXT;
   ALTER TABLE statements ADD COLUMN polarity TEXT;
   CREATE INDEX statements_by_act ON statements (act, polarity) WHERE act IS NOT NULL;

   -- Where candidates for links are found: see link-keys.ts. A place is a day and a digest in one number.
   CREATE TABLE link_keys (
     key INTEGER NOT NULL,
     place INTEGER NOT NULL,
     statement INTEGER NOT NULL REFERENCES statements,
     PRIMARY KEY (key, place, statement)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE turn_keys ( -- of what stands in primary documents
     key INTEGER NOT NULL,
     statement INTEGER NOT NULL REFERENCES statements,
     PRIMARY KEY (key, statement)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE links (
     later INTEGER NOT NULL REFERENCES statements, -- "from" of the link; "to" is the one made before
     earlier INTEGER NOT NULL REFERENCES statements,
     renders INTEGER NOT NULL, -- 1: a report and the turn of the record, which may have another link besides
     place INTEGER NOT NULL, -- of the later one
     weight INTEGER NOT NULL, -- of the keys under which they meet, in twelfths
     relation TEXT NOT NULL,
     type TEXT,
     level TEXT NOT NULL,
     confidence REAL NOT NULL,
     because TEXT NOT NULL, -- JSON: [[1 in the later one or 0, start, end, note], …]
     PRIMARY KEY (later, earlier, renders)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX links_by_earlier ON links (earlier);
   CREATE INDEX links_in_order ON links (place);
   CREATE INDEX links_by_relation ON links (relation, place);

   CREATE TABLE document_sketches ( -- MinHash of the text, to tell copies
     document INTEGER PRIMARY KEY REFERENCES documents,
     sketch BLOB NOT NULL
   ) STRICT;`,

  // What statements of a list are about is counted; the bytes of a page are kept as they came.
  `CREATE INDEX subjects_of_statements ON statement_subjects (statement);

   CREATE TABLE document_originals (
     document INTEGER PRIMARY KEY REFERENCES documents,
     bytes BLOB NOT NULL -- deflated
   ) STRICT;`,

  // Through which outlets statements came, and of which page a document says that it is a copy.
  `CREATE TABLE outlets (
     seq INTEGER PRIMARY KEY,
     name ANY NOT NULL UNIQUE
   ) STRICT;

   CREATE TABLE statement_outlets (
     outlet INTEGER NOT NULL REFERENCES outlets,
     statement INTEGER NOT NULL REFERENCES statements,
     PRIMARY KEY (outlet, statement)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX outlets_of_statements ON statement_outlets (statement);

   CREATE TABLE document_copies (
     document INTEGER PRIMARY KEY REFERENCES documents,
     original ANY NOT NULL -- an address or a name
   ) STRICT;
   CREATE INDEX copies_by_original ON document_copies (original);
   CREATE INDEX document_bodies_by_url ON document_bodies (url) WHERE url IS NOT NULL;

   INSERT INTO outlets (name)
     SELECT DISTINCT json_extract(r.value, '$.name') FROM statement_bodies b, json_each(b.body, '$.via') r
     WHERE json_extract(r.value, '$.kind') = 'publication';
   INSERT OR IGNORE INTO statement_outlets (outlet, statement)
     SELECT o.seq, b.seq FROM statement_bodies b, json_each(b.body, '$.via') r
     JOIN outlets o ON o.name = json_extract(r.value, '$.name') WHERE json_extract(r.value, '$.kind') = 'publication';
   INSERT INTO document_copies (document, original)
     SELECT seq, json_extract(record, '$.original') FROM document_bodies WHERE json_extract(record, '$.original') IS NOT NULL;`,

  // What a follower of feeds knows of each address, what a long task has still to do, and which pipeline read a document.
  `CREATE TABLE feeds (
     url TEXT PRIMARY KEY,
     state TEXT NOT NULL -- JSON
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE marks (
     name TEXT PRIMARY KEY,
     value TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;

   CREATE INDEX document_bodies_by_pipeline ON document_bodies (pipeline);`,
]

/** The schema version this program reads and writes. */
export const schemaVersion = steps.length

export function schemaVersionOf(db: DatabaseSync): number {
  return db.prepare('PRAGMA user_version').get()!.user_version as number
}

/** Brings a ledger to `schemaVersion`. Call inside a write transaction. */
export function migrate(db: DatabaseSync): void {
  const found = schemaVersionOf(db)
  for (let version = found; version < schemaVersion; version++) db.exec(steps[version]!)
  if (found < schemaVersion) db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
}
