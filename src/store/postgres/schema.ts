/** The tables of a ledger in PostgreSQL, as numbered steps that only go forward. */

/**
 * Step n takes version n to n + 1. A step that has been released is never edited.
 *
 * Every table of documents begins its key with the document's id, or has what it is looked up by as its key: nothing has to be
 * unique beyond one document, so that rows can lie on as many machines as there are (docs/scale.md). A statement is known by
 * document and order, never by a number that somebody would have to give out. Text sorts by code points everywhere.
 */
export const steps: readonly string[] = [
  `CREATE TABLE documents (
     id text COLLATE "C" PRIMARY KEY,
     published text COLLATE "C" NOT NULL, -- '' when undated, so that it sorts last
     language text NOT NULL,
     publisher text COLLATE "C",
     publisher_caseless text COLLATE "C",
     url text COLLATE "C",
     sha256 text COLLATE "C" NOT NULL,
     original text COLLATE "C", -- the address or name of what it says it is a copy of
     pipeline text COLLATE "C",
     added text COLLATE "C" NOT NULL,
     statements integer NOT NULL
   );
   CREATE INDEX documents_in_order ON documents (published DESC, id);
   CREATE INDEX documents_by_publisher ON documents (publisher_caseless, published DESC, id);
   CREATE INDEX documents_by_url ON documents USING hash (url) WHERE url IS NOT NULL;
   CREATE INDEX documents_by_digest ON documents USING hash (sha256);
   CREATE INDEX documents_by_original ON documents USING hash (original) WHERE original IS NOT NULL;
   CREATE INDEX documents_by_pipeline ON documents (pipeline);

   CREATE TABLE document_bodies (
     document text COLLATE "C" PRIMARY KEY,
     record text NOT NULL, -- JSON, as are notices and blocks; the type json would refuse what pages hold
     notices text NOT NULL,
     blocks text NOT NULL,
     text text NOT NULL,
     sketch bytea NOT NULL,
     bytes bytea -- what it was read from, deflated
   );

   -- Positions end at 16,383: longer documents have several rows, each with all words and the positions of its part.
   CREATE TABLE document_words (
     document text COLLATE "C" NOT NULL,
     part integer NOT NULL,
     words tsvector NOT NULL,
     PRIMARY KEY (document, part)
   );
   CREATE INDEX document_words_by_word ON document_words USING gin (words);

   -- With what its document is filtered and sorted by, so that no list has to join.
   CREATE TABLE statements (
     document text COLLATE "C" NOT NULL,
     ord integer NOT NULL,
     id text COLLATE "C" NOT NULL,
     added text COLLATE "C" NOT NULL,
     published text COLLATE "C" NOT NULL,
     publisher text COLLATE "C",
     publisher_caseless text COLLATE "C",
     language text NOT NULL,
     form text NOT NULL,
     manner text NOT NULL,
     act text,
     polarity text,
     speaker text COLLATE "C",
     speaker_folded text COLLATE "C",
     entity text COLLATE "C",
     principal text COLLATE "C", -- for whom they speak
     members text[] COLLATE "C" NOT NULL, -- entities of a group that the text names one by one
     said_from text COLLATE "C", -- first and last day; '' and '~' where one of them is open, null where nothing is known
     said_to text COLLATE "C",
     subjects text[] COLLATE "C" NOT NULL, -- folded
     outlets text[] COLLATE "C" NOT NULL, -- through which it came
     words tsvector NOT NULL, -- of content (weight A) and speaker (weight B)
     body text NOT NULL, -- JSON
     PRIMARY KEY (document, ord)
   );
   CREATE UNIQUE INDEX statements_by_id ON statements (document, id);
   CREATE INDEX statements_in_order ON statements (published DESC, document, ord);
   CREATE INDEX statements_as_added ON statements (added DESC, document DESC, ord DESC);
   CREATE INDEX statements_by_word ON statements USING gin (words);
   CREATE INDEX statements_by_subject ON statements USING gin (subjects);
   CREATE INDEX statements_by_member ON statements USING gin (members) WHERE members <> '{}';
   CREATE INDEX statements_by_outlet ON statements USING gin (outlets) WHERE outlets <> '{}';
   CREATE INDEX statements_by_entity ON statements (entity, said_from) WHERE entity IS NOT NULL;
   CREATE INDEX statements_by_principal ON statements (principal) WHERE principal IS NOT NULL;
   CREATE INDEX statements_by_speaker ON statements (speaker_folded) WHERE speaker_folded IS NOT NULL;
   CREATE INDEX statements_by_said ON statements (said_from, said_to) WHERE said_from IS NOT NULL;
   CREATE INDEX statements_by_act ON statements (act, polarity) WHERE act IS NOT NULL;
   CREATE INDEX statements_by_publisher ON statements (publisher_caseless);

   -- Small tables that every machine may have whole.
   CREATE TABLE speaker_names ( -- so that a part of a name is not looked for in every statement
     folded text COLLATE "C" PRIMARY KEY
   );
   CREATE TABLE subjects (
     folded text COLLATE "C" PRIMARY KEY,
     name text COLLATE "C" NOT NULL, -- of several spellings the first
     words tsvector NOT NULL
   );
   CREATE INDEX subjects_by_word ON subjects USING gin (words);

   CREATE TABLE entities (
     id text COLLATE "C" PRIMARY KEY,
     seq bigint GENERATED ALWAYS AS IDENTITY, -- grows with every entity; says nothing else
     record text NOT NULL -- JSON
   );
   CREATE INDEX entities_in_order ON entities (seq);
   CREATE TABLE entity_keys (
     key text COLLATE "C" NOT NULL,
     entity text COLLATE "C" NOT NULL,
     PRIMARY KEY (key, entity)
   );
   CREATE TABLE entity_names ( -- in texts; all spellings have keys
     entity text COLLATE "C" NOT NULL,
     name text COLLATE "C" NOT NULL,
     folded text COLLATE "C" NOT NULL
   );
   CREATE UNIQUE INDEX entity_names_once ON entity_names (entity, md5(name)); -- a name may be too long for an index
   CREATE TABLE entity_roles (
     entity text COLLATE "C" NOT NULL,
     role text COLLATE "C" NOT NULL,
     belongs text COLLATE "C" NOT NULL, -- '' where the text does not say to what
     first text COLLATE "C" NOT NULL, -- '' where no text that has it has a date, as is last
     last text COLLATE "C" NOT NULL,
     document text COLLATE "C" NOT NULL,
     statement text COLLATE "C" NOT NULL
   );
   CREATE UNIQUE INDEX entity_roles_once ON entity_roles (entity, md5(role), md5(belongs));
   CREATE INDEX entity_roles_by_document ON entity_roles (document);
   CREATE TABLE entity_publishers (
     entity text COLLATE "C" NOT NULL,
     publisher text COLLATE "C" NOT NULL
   );
   CREATE UNIQUE INDEX entity_publishers_once ON entity_publishers (entity, md5(publisher));

   -- Where candidates for links are found: see link-keys.ts. A place is a day and a digest in one number.
   CREATE TABLE link_keys (
     key bigint NOT NULL,
     place bigint NOT NULL,
     statement text COLLATE "C" NOT NULL, -- id, which begins with the document's
     PRIMARY KEY (key, place, statement)
   );
   CREATE TABLE turn_keys ( -- of what stands in primary documents
     key bigint NOT NULL,
     statement text COLLATE "C" NOT NULL,
     PRIMARY KEY (key, statement)
   );
   CREATE TABLE links (
     later text COLLATE "C" NOT NULL, -- "from" of the link; "to" is the one made before
     earlier text COLLATE "C" NOT NULL,
     renders smallint NOT NULL, -- 1: a report and the turn of the record, which may have another link besides
     place bigint NOT NULL, -- of the later one
     weight integer NOT NULL, -- of the keys under which they meet, in twelfths
     relation text NOT NULL,
     type text,
     level text NOT NULL,
     confidence double precision NOT NULL,
     because text NOT NULL, -- JSON: [[1 in the later one or 0, start, end, note], …]
     PRIMARY KEY (later, earlier, renders)
   );
   CREATE INDEX links_by_earlier ON links (earlier);
   CREATE INDEX links_in_order ON links (place DESC, later, earlier, renders);
   CREATE INDEX links_by_relation ON links (relation, place DESC);

   CREATE TABLE runs (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     started text NOT NULL,
     finished text,
     stored integer NOT NULL DEFAULT 0,
     already integer NOT NULL DEFAULT 0,
     failed integer NOT NULL DEFAULT 0
   );
   CREATE TABLE feeds ( -- what a follower of feeds knows of each address
     url text COLLATE "C" PRIMARY KEY,
     state text NOT NULL -- JSON
   );
   CREATE TABLE marks ( -- what a long task has still to do
     name text PRIMARY KEY,
     value text NOT NULL
   );
   CREATE TABLE intake ( -- pages that wait for a worker, and those that none could read
     id text COLLATE "C" PRIMARY KEY, -- digest of address and bytes
     told text NOT NULL, -- JSON: what is known of the page besides its bytes
     bytes bytea NOT NULL, -- deflated
     tries integer NOT NULL DEFAULT 0, -- that failed
     fault text -- why it was given up
   );`,
]

/** The version of the tables that this program reads and writes. */
export const schemaVersion = steps.length
