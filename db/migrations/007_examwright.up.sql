-- Not unique: the old service told addresses apart by their case, so a file of it may hold both spellings.
CREATE INDEX ix_users_email_nocase ON users (email COLLATE NOCASE);

CREATE TABLE sessions (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(36) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at DATETIME NOT NULL,
    expires_at DATETIME NOT NULL
) WITHOUT ROWID;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);

INSERT INTO topic_list (id, slug, name, sort_order)
SELECT '5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a07', 'general', 'General', 7
WHERE NOT EXISTS (SELECT 1 FROM topic_list WHERE slug = 'general');

-- Rebuilt for the wider CHECK. The text stands last: SQLite walks through all of a long text to reach the
-- columns behind it.
CREATE TABLE documents_007 (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    user_id VARCHAR(36) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    source_type VARCHAR(32) NOT NULL,
    filename VARCHAR(512),
    file_path VARCHAR(1024),
    file_size_bytes INTEGER,
    title VARCHAR(512),
    status VARCHAR(32) NOT NULL,
    failure_reason VARCHAR(512),
    target_questions INTEGER DEFAULT 15,
    character_count INTEGER,
    word_count INTEGER,
    page_count INTEGER,
    used_ocr_pages INTEGER,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    extracted_text TEXT NOT NULL,
    CONSTRAINT documents_source_type_check CHECK (source_type IN ('pdf', 'text', 'markdown', 'pasted_text'))
);
INSERT INTO documents_007 (id, user_id, source_type, filename, file_path, file_size_bytes, title, status,
                           target_questions, created_at, updated_at, extracted_text)
SELECT id, user_id, source_type, filename, file_path, file_size_bytes, title, status,
       target_questions, created_at, updated_at, extracted_text
FROM documents ORDER BY rowid;
UPDATE documents_007 SET character_count = character_count(extracted_text), word_count = word_count(extracted_text)
WHERE status = 'ready';
-- A text of the old service whose pages are not parted may have had any number of them.
UPDATE documents_007 SET page_count = page_count(extracted_text)
WHERE status = 'ready' AND (source_type <> 'pdf' OR instr(extracted_text, char(12)) > 0);
-- What the old service was still to read belongs to it; a file in our own folder can be read yet.
UPDATE documents_007 SET status = 'extraction_failed',
    failure_reason = 'The old service had not read this file. Please upload it again.'
WHERE status IN ('uploaded', 'processing') AND coalesce(file_path, '') <> 'uploads/' || id;
DROP TABLE documents;
ALTER TABLE documents_007 RENAME TO documents;
CREATE INDEX ix_documents_user_id ON documents (user_id);
CREATE INDEX ix_documents_status ON documents (status);

ALTER TABLE generated_tests ADD COLUMN phase VARCHAR(16) NOT NULL DEFAULT 'queued';
ALTER TABLE generated_tests ADD COLUMN calls_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE generated_tests ADD COLUMN calls_total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE generated_tests ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE generated_tests ADD COLUMN dropped JSON;
ALTER TABLE generated_tests ADD COLUMN started_runs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE generated_tests ADD COLUMN ended_at DATETIME;
UPDATE generated_tests
SET phase = 'done', accepted = questions_generated, ended_at = max(created_at, updated_at)
WHERE status NOT IN ('pending', 'generating');
CREATE INDEX ix_generated_tests_unfinished ON generated_tests (created_at)
WHERE status IN ('pending', 'generating');

ALTER TABLE questions ADD COLUMN quality_score REAL;
ALTER TABLE questions ADD COLUMN source_quote TEXT;
ALTER TABLE questions ADD COLUMN source_page INTEGER;
CREATE INDEX ix_questions_test ON questions (generated_test_id, sort_order);

-- Every finished Claude call, so that none is made twice. id keeps the order of their ends.
CREATE TABLE claude_calls (
    id INTEGER PRIMARY KEY,
    generated_test_id VARCHAR(36) NOT NULL REFERENCES generated_tests (id) ON DELETE CASCADE,
    kind VARCHAR(16) NOT NULL,
    round INTEGER NOT NULL,
    call_group INTEGER NOT NULL,
    outcome VARCHAR(16) NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cache_write_tokens INTEGER NOT NULL,
    cache_read_tokens INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    ended_at DATETIME NOT NULL,
    reply TEXT NOT NULL,
    UNIQUE (generated_test_id, kind, round, call_group)
);
