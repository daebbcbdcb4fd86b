-- The whole schema of the old service at its Alembic revision 005. A file of the old service starts here or at
-- 006; a new one goes through all steps. alembic_version is kept by the migrator.

CREATE TABLE users (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    email VARCHAR(255) NOT NULL,
    password_hash VARCHAR(255) NOT NULL,
    role VARCHAR(32) NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT users_role_check CHECK (role IN ('faculty', 'admin', 'super_admin'))
);
CREATE UNIQUE INDEX ix_users_email ON users (email);

CREATE TABLE topic_list (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    slug VARCHAR(64) NOT NULL,
    name VARCHAR(128) NOT NULL,
    sort_order INTEGER NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX ix_topic_list_slug ON topic_list (slug);
INSERT INTO topic_list (id, slug, name, sort_order) VALUES
    ('5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a01', 'polity', 'Polity', 1),
    ('5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a02', 'economy', 'Economy', 2),
    ('5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a03', 'history', 'History', 3),
    ('5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a04', 'geography', 'Geography', 4),
    ('5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a05', 'science', 'Science', 5),
    ('5d0f3a52-6f0e-4c37-9b1c-0a5c8e7d1a06', 'environment', 'Environment', 6);

-- Quoted as SQLite writes the name after a RENAME, so that the way down from 007 ends in this very text.
CREATE TABLE "documents" (
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
CREATE INDEX ix_documents_user_id ON documents (user_id);
CREATE INDEX ix_documents_status ON documents (status);

CREATE TABLE generated_tests (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    user_id VARCHAR(36) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    document_id VARCHAR(36) NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    title VARCHAR(512),
    status VARCHAR(32) NOT NULL,
    prompt_version VARCHAR(64) NOT NULL,
    model VARCHAR(128) NOT NULL,
    generation_metadata JSON,
    estimated_input_tokens INTEGER,
    estimated_output_tokens INTEGER,
    estimated_cost_usd NUMERIC(12, 6),
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    failure_reason VARCHAR(512),
    target_questions INTEGER NOT NULL DEFAULT 15,
    questions_generated INTEGER NOT NULL DEFAULT 0, batch_id VARCHAR(128));
CREATE INDEX ix_generated_tests_user_id ON generated_tests (user_id);
CREATE INDEX ix_generated_tests_document_id ON generated_tests (document_id);

CREATE TABLE "questions" (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    generated_test_id VARCHAR(36) NOT NULL REFERENCES generated_tests (id) ON DELETE CASCADE,
    sort_order INTEGER NOT NULL,
    question TEXT NOT NULL,
    options JSON NOT NULL,
    correct_option VARCHAR(1) NOT NULL,
    explanation TEXT NOT NULL,
    difficulty VARCHAR(16) NOT NULL,
    topic_id VARCHAR(36) NOT NULL REFERENCES topic_list (id),
    validation_result TEXT,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT questions_correct_option_check CHECK (correct_option IN ('A', 'B', 'C', 'D', 'E')),
    CONSTRAINT questions_difficulty_check CHECK (difficulty IN ('easy', 'medium', 'hard'))
);
