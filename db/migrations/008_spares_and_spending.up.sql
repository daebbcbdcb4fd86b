-- Accepted questions that a test had no place for: one fills in when its owner deletes a question.
CREATE TABLE spare_questions (
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
    source_page INTEGER
);
CREATE INDEX ix_spare_questions_test ON spare_questions (generated_test_id, sort_order);

-- A small job that makes one new question in the place of another; gone when it ends.
ALTER TABLE generated_tests ADD COLUMN replaces_question VARCHAR(36);

-- What each user's calls cost on each UTC day. Kept when the test or the user goes: the money is spent.
CREATE TABLE spending (
    day VARCHAR(10) NOT NULL,
    user_id VARCHAR(36) NOT NULL,
    cost_usd REAL NOT NULL,
    PRIMARY KEY (day, user_id)
) WITHOUT ROWID;

-- A name for a session by which its owner can end it.
ALTER TABLE sessions ADD COLUMN id VARCHAR(36);
UPDATE sessions SET id = lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' ||
    substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)));
CREATE UNIQUE INDEX ix_sessions_id ON sessions (id);

-- Rows of an old file whose parents are missing, as JSON objects.
CREATE TABLE IF NOT EXISTS orphans (
    id INTEGER PRIMARY KEY,
    table_name VARCHAR(64) NOT NULL,
    row_json TEXT NOT NULL,
    moved_at DATETIME NOT NULL
);
