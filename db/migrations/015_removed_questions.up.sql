-- Questions that were deleted or replaced, kept a while for whoever takes that back. `successor` took the place;
-- NULL: the others closed up.
CREATE TABLE removed_questions (
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
    quality_score REAL,
    source_quote TEXT,
    source_page INTEGER,
    document_id VARCHAR(36),
    created_at DATETIME NOT NULL,
    removed_at DATETIME NOT NULL,
    successor VARCHAR(36)
);
CREATE INDEX ix_removed_questions_test ON removed_questions (generated_test_id);
