-- Rebuilt for the narrower CHECK. A key behind E changes places with option A.
UPDATE questions
SET options = json_set(options, '$.A', json_extract(options, '$.' || correct_option),
                       '$.' || correct_option, json_extract(options, '$.A')),
    correct_option = 'A'
WHERE correct_option > 'E';
CREATE TABLE questions_rebuilt (
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
    quality_score REAL,
    source_quote TEXT,
    source_page INTEGER,
    CONSTRAINT questions_correct_option_check CHECK (correct_option IN ('A', 'B', 'C', 'D', 'E')),
    CONSTRAINT questions_difficulty_check CHECK (difficulty IN ('easy', 'medium', 'hard'))
);
INSERT INTO questions_rebuilt (id, generated_test_id, sort_order, question, options, correct_option, explanation, difficulty, topic_id,
    validation_result, created_at, updated_at, quality_score, source_quote, source_page)
SELECT id, generated_test_id, sort_order, question, options, correct_option, explanation, difficulty, topic_id,
    validation_result, created_at, updated_at, quality_score, source_quote, source_page
FROM questions ORDER BY rowid;
DROP TABLE questions;
ALTER TABLE questions_rebuilt RENAME TO questions;
CREATE INDEX ix_questions_test ON questions (generated_test_id, sort_order);
