-- Documents of the new formats become text: their text is all that is kept. One that is still to be read
-- can't be read by the schema before.
CREATE TABLE documents_010 (
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
UPDATE documents SET status = 'extraction_failed',
    failure_reason = 'This version does not read files of this format. Please upload it as a PDF or as text.'
WHERE status = 'processing' AND source_type NOT IN ('pdf', 'text', 'markdown', 'pasted_text');
INSERT INTO documents_010 (id, user_id, source_type, filename, file_path, file_size_bytes, title, status,
                           failure_reason, target_questions, character_count, word_count, page_count,
                           used_ocr_pages, created_at, updated_at, extracted_text)
SELECT id, user_id,
       CASE WHEN source_type IN ('pdf', 'text', 'markdown', 'pasted_text') THEN source_type ELSE 'text' END,
       filename, file_path, file_size_bytes, title, status, failure_reason, target_questions, character_count,
       word_count, page_count, used_ocr_pages, created_at, updated_at, extracted_text
FROM documents ORDER BY rowid;
DROP TABLE documents;
ALTER TABLE documents_010 RENAME TO documents;
CREATE INDEX ix_documents_user_id ON documents (user_id);
CREATE INDEX ix_documents_status ON documents (status);
CREATE INDEX ix_documents_list ON documents (user_id, created_at, id) WHERE status <> 'deleted';
