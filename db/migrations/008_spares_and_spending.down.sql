-- Spare questions, what the days cost, the sessions' names and the orphans of an old file go.
UPDATE documents SET status = 'rejected' WHERE status = 'deleted';
DROP TABLE orphans;
DROP INDEX ix_sessions_id;
ALTER TABLE sessions DROP COLUMN id;
DROP TABLE spending;
-- Small jobs with what hangs on them: foreign keys are off here.
DELETE FROM claude_calls
WHERE generated_test_id IN (SELECT id FROM generated_tests WHERE replaces_question IS NOT NULL);
DELETE FROM questions
WHERE generated_test_id IN (SELECT id FROM generated_tests WHERE replaces_question IS NOT NULL);
DELETE FROM generated_tests WHERE replaces_question IS NOT NULL;
ALTER TABLE generated_tests DROP COLUMN replaces_question;
DROP TABLE spare_questions;
