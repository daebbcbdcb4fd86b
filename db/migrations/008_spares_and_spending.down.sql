-- Spare questions, what the days cost, the sessions' names and the orphans of an old file go.
DROP TABLE orphans;
DROP INDEX ix_sessions_id;
ALTER TABLE sessions DROP COLUMN id;
DROP TABLE spending;
DROP TABLE spare_questions;
