-- One's own attempts at a test. question_ids: JSON, in their order.
CREATE TABLE attempts (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    generated_test_id VARCHAR(36) NOT NULL REFERENCES generated_tests (id) ON DELETE CASCADE,
    user_id VARCHAR(36) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    question_ids JSON NOT NULL,
    started_at DATETIME NOT NULL,
    finished_at DATETIME,
    score INTEGER,
    total INTEGER,
    misses JSON
);
CREATE INDEX ix_attempts_test ON attempts (generated_test_id, started_at);
CREATE INDEX ix_attempts_user ON attempts (user_id);

CREATE TABLE attempt_answers (
    attempt_id VARCHAR(36) NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    question_id VARCHAR(36) NOT NULL,
    option VARCHAR(1) NOT NULL,
    answered_at DATETIME NOT NULL,
    PRIMARY KEY (attempt_id, question_id)
) WITHOUT ROWID;
