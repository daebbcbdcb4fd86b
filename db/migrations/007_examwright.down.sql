-- Back to what the old service can open. Sessions, the records of calls, scores and quotes have no place
-- there and go. Accounts stay, but the old service can't check a password that was set by this one.

DROP TABLE claude_calls;

DROP INDEX ix_questions_test;
ALTER TABLE questions DROP COLUMN source_page;
ALTER TABLE questions DROP COLUMN source_quote;
ALTER TABLE questions DROP COLUMN quality_score;

DROP INDEX ix_generated_tests_unfinished;
ALTER TABLE generated_tests DROP COLUMN ended_at;
ALTER TABLE generated_tests DROP COLUMN started_runs;
ALTER TABLE generated_tests DROP COLUMN dropped;
ALTER TABLE generated_tests DROP COLUMN accepted;
ALTER TABLE generated_tests DROP COLUMN calls_total;
ALTER TABLE generated_tests DROP COLUMN calls_done;
ALTER TABLE generated_tests DROP COLUMN phase;

-- Text and Markdown become pasted text.
CREATE TABLE documents_006 (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    user_id VARCHAR(36) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    source_type VARCHAR(32) NOT NULL,
    filename VARCHAR(512),
    file_path VARCHAR(1024),
    file_size_bytes INTEGER,
    title VARCHAR(512),
    status VARCHAR(32) NOT NULL,
    extracted_text TEXT NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    target_questions INTEGER DEFAULT 15,
    CONSTRAINT documents_source_type_check CHECK (source_type IN ('pdf', 'pasted_text'))
);
INSERT INTO documents_006 (id, user_id, source_type, filename, file_path, file_size_bytes, title, status,
                           extracted_text, created_at, updated_at, target_questions)
SELECT id, user_id, CASE source_type WHEN 'pdf' THEN 'pdf' ELSE 'pasted_text' END, filename, file_path,
       file_size_bytes, title, status, extracted_text, created_at, updated_at, target_questions
FROM documents ORDER BY rowid;
DROP TABLE documents;
ALTER TABLE documents_006 RENAME TO documents;
CREATE INDEX ix_documents_user_id ON documents (user_id);
CREATE INDEX ix_documents_status ON documents (status);

-- A topic that questions use stays, as a seventh row: the old service reads its topics from the table, and to
-- file those questions under another topic would be false.
DELETE FROM topic_list
WHERE id = '5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a07' AND id NOT IN (SELECT topic_id FROM questions);

DROP TABLE sessions;
DROP INDEX ix_users_email_nocase;
