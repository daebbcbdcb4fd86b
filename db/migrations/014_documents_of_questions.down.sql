ALTER TABLE spare_questions DROP COLUMN document_id;
ALTER TABLE questions DROP COLUMN document_id;
