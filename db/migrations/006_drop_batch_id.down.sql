ALTER TABLE generated_tests ADD COLUMN batch_id VARCHAR(128);
