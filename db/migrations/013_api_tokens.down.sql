-- API tokens and links have no place before.
DROP TABLE links;
DELETE FROM sessions WHERE name IS NOT NULL;
ALTER TABLE sessions DROP COLUMN scope;
ALTER TABLE sessions DROP COLUMN name;
