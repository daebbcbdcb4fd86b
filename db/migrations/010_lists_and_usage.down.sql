ALTER TABLE spending DROP COLUMN output_tokens;
ALTER TABLE spending DROP COLUMN input_tokens;
ALTER TABLE spending DROP COLUMN calls;
DROP INDEX ix_documents_list;
DROP INDEX ix_generated_tests_list;
