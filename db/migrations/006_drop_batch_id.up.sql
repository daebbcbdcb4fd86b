-- Message Batches are gone. A test that still waits for its batch belongs to no job any more.
UPDATE generated_tests
SET status = 'failed', failure_reason = 'The message batch of this test is no longer followed. Please generate it again.'
WHERE batch_id <> '' AND status IN ('pending', 'generating');

ALTER TABLE generated_tests DROP COLUMN batch_id;
