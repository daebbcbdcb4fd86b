-- Rebuilt for the wider CHECK. The text stands last, with its structure before it: SQLite walks through all of
-- a long text to reach the columns behind it.
CREATE TABLE documents_011 (
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
    pages VARCHAR(512) NOT NULL DEFAULT '',
    pages_done INTEGER,
    pages_total INTEGER,
    character_count INTEGER,
    word_count INTEGER,
    page_count INTEGER,
    page_name VARCHAR(16) NOT NULL DEFAULT 'page',
    used_ocr_pages INTEGER,
    ocr_pages TEXT NOT NULL DEFAULT '',
    unread_pages TEXT NOT NULL DEFAULT '',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    structure TEXT NOT NULL DEFAULT '',
    extracted_text TEXT NOT NULL,
    CONSTRAINT documents_source_type_check CHECK (source_type IN
        ('pdf', 'docx', 'odt', 'pptx', 'odp', 'epub', 'html', 'text', 'markdown', 'rtf', 'subtitles', 'image',
         'pasted_text'))
);
INSERT INTO documents_011 (id, user_id, source_type, filename, file_path, file_size_bytes, title, status,
                           failure_reason, target_questions, character_count, word_count, page_count,
                           used_ocr_pages, created_at, updated_at, extracted_text)
SELECT id, user_id, source_type, filename, file_path, file_size_bytes, title, status, failure_reason,
       target_questions, character_count, word_count, page_count, used_ocr_pages, created_at, updated_at,
       extracted_text
FROM documents ORDER BY rowid;
DROP TABLE documents;
ALTER TABLE documents_011 RENAME TO documents;
CREATE INDEX ix_documents_user_id ON documents (user_id);
CREATE INDEX ix_documents_status ON documents (status);
CREATE INDEX ix_documents_list ON documents (user_id, created_at, id) WHERE status <> 'deleted';
