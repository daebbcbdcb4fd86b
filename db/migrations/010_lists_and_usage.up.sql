-- Lists read their rows in the order of an index, past pages of it included.
CREATE INDEX ix_generated_tests_list ON generated_tests (user_id, created_at, id) WHERE replaces_question IS NULL;
CREATE INDEX ix_documents_list ON documents (user_id, created_at, id) WHERE status <> 'deleted';

-- What each user's requests took, besides what they cost.
ALTER TABLE spending ADD COLUMN calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE spending ADD COLUMN input_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE spending ADD COLUMN output_tokens INTEGER NOT NULL DEFAULT 0;

-- Replies are needed only until their test ends.
UPDATE claude_calls SET reply = '' WHERE generated_test_id IN
    (SELECT id FROM generated_tests WHERE status NOT IN ('pending', 'generating'));
