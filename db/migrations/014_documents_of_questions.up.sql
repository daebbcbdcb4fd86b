-- The document of a question whose test was put together of several; NULL: the test's. It may be gone.
ALTER TABLE questions ADD COLUMN document_id VARCHAR(36);
ALTER TABLE spare_questions ADD COLUMN document_id VARCHAR(36);
