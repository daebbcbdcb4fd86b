#include "test/support/old_database.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

namespace examwright::test {

namespace {

const char* const tables = R"sql(
CREATE TABLE users (
	id VARCHAR(36) NOT NULL,
	email VARCHAR(255) NOT NULL,
	password_hash VARCHAR(255) NOT NULL,
	role VARCHAR(20) NOT NULL,
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	updated_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	PRIMARY KEY (id),
	CONSTRAINT users_role_check CHECK (role IN ('faculty', 'admin', 'super_admin'))
);
CREATE UNIQUE INDEX ix_users_email ON users (email);
CREATE TABLE topic_list (
	id VARCHAR(36) NOT NULL,
	slug VARCHAR(50) NOT NULL,
	name VARCHAR(100) NOT NULL,
	sort_order INTEGER NOT NULL,
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_topic_list_slug ON topic_list (slug);
CREATE TABLE documents (
	id VARCHAR(36) NOT NULL,
	user_id VARCHAR(36) NOT NULL,
	source_type VARCHAR(20) NOT NULL,
	filename VARCHAR(255),
	file_path VARCHAR(512),
	file_size_bytes INTEGER,
	title VARCHAR(512),
	status VARCHAR(30) NOT NULL,
	extracted_text TEXT NOT NULL,
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	updated_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, target_questions INTEGER DEFAULT 15,
	PRIMARY KEY (id),
	CONSTRAINT documents_source_type_check CHECK (source_type IN ('pdf', 'pasted_text')),
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_documents_user_id ON documents (user_id);
CREATE INDEX ix_documents_status ON documents (status);
CREATE TABLE generated_tests (
	id VARCHAR(36) NOT NULL,
	user_id VARCHAR(36) NOT NULL,
	document_id VARCHAR(36) NOT NULL,
	title VARCHAR(512),
	status VARCHAR(20) NOT NULL,
	prompt_version VARCHAR(50) NOT NULL,
	model VARCHAR(100) NOT NULL,
	generation_metadata JSON,
	estimated_input_tokens INTEGER,
	estimated_output_tokens INTEGER,
	estimated_cost_usd NUMERIC(12, 6),
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	updated_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	failure_reason VARCHAR(512),
	target_questions INTEGER DEFAULT 15 NOT NULL,
	questions_generated INTEGER DEFAULT 0 NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX ix_generated_tests_user_id ON generated_tests (user_id);
CREATE INDEX ix_generated_tests_document_id ON generated_tests (document_id);
CREATE TABLE questions (
	id VARCHAR(36) NOT NULL,
	generated_test_id VARCHAR(36) NOT NULL,
	sort_order INTEGER NOT NULL,
	question TEXT NOT NULL,
	options JSON NOT NULL,
	correct_option VARCHAR(1) NOT NULL,
	explanation TEXT NOT NULL,
	difficulty VARCHAR(10) NOT NULL,
	topic_id VARCHAR(36) NOT NULL,
	validation_result TEXT,
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	updated_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
	PRIMARY KEY (id),
	CONSTRAINT uq_questions_test_sort UNIQUE (generated_test_id, sort_order),
	CONSTRAINT questions_correct_option_check CHECK (correct_option IN ('A', 'B', 'C', 'D', 'E')),
	CHECK (difficulty IN ('easy', 'medium', 'hard')),
	FOREIGN KEY(generated_test_id) REFERENCES generated_tests (id) ON DELETE CASCADE,
	FOREIGN KEY(topic_id) REFERENCES topic_list (id)
);
)sql";

const char* const rows = R"sql(
INSERT INTO users VALUES
 ('0a000000-0000-4000-8000-000000000001', 'asha@example.org', '$2b$12$abcdefghijklmnopqrstuuFn04rsgD/6cZ9HIMIAn46DAQSwCzdg2', 'faculty', '2025-03-01 08:00:00', '2025-03-01 08:00:00'),
 ('0a000000-0000-4000-8000-000000000002', 'Ben@Example.org', '$2b$12$abcdefghijklmnopqrstuuFn04rsgD/6cZ9HIMIAn46DAQSwCzdg2', 'super_admin', '2025-03-02 08:00:00.250000', '2025-03-02 08:00:00.250000');
INSERT INTO topic_list (id, slug, name, sort_order) VALUES
 ('0d000000-0000-4000-8000-000000000001', 'polity', 'Polity', 1),
 ('0d000000-0000-4000-8000-000000000002', 'economy', 'Economy', 2),
 ('0d000000-0000-4000-8000-000000000003', 'history', 'History', 3),
 ('0d000000-0000-4000-8000-000000000004', 'geography', 'Geography', 4),
 ('0d000000-0000-4000-8000-000000000005', 'science', 'Science', 5),
 ('0d000000-0000-4000-8000-000000000006', 'environment', 'Environment', 6);
INSERT INTO documents VALUES
 ('0b000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000001', 'pdf', 'rivers.pdf', 'uploads/rivers.pdf', 48211, 'Rivers', 'ready', 'The Nile flows north.', '2025-03-03 10:00:00.000001', '2025-03-03 10:00:05', 12),
 ('0b000000-0000-4000-8000-000000000002', '0a000000-0000-4000-8000-000000000002', 'pasted_text', NULL, NULL, NULL, NULL, 'ready', 'Salt dissolves in water.', '2025-03-04 10:00:00', '2025-03-04 10:00:00', 15),
 ('0b000000-0000-4000-8000-000000000003', '0a000000-0000-4000-8000-000000000001', 'pdf', 'scan.pdf', '/srv/old/uploads/scan.pdf', 9, NULL, 'extraction_failed', '', '2025-03-05 10:00:00', '2025-03-05 10:00:00', NULL);
INSERT INTO generated_tests VALUES
 ('0c000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001', 'Rivers', 'completed', 'mcq_v3', 'claude-3-5-sonnet', '{"num_questions": 4, "difficulty": "HARD", "stale_timeout_sec": 1200}', 1200, 800, 0.0156, '2025-03-03 11:00:00.000000', '2025-03-03 11:00:42.500000', NULL, 4, 4),
 ('0c000000-0000-4000-8000-000000000002', '0a000000-0000-4000-8000-000000000002', '0b000000-0000-4000-8000-000000000002', NULL, 'failed_timeout', 'mcq_v3', 'claude-3-5-sonnet', 'null', NULL, NULL, NULL, '2025-03-04 11:00:00', '2025-03-04 11:30:00', 'Timed out', 15, 0);
INSERT INTO questions VALUES
 ('0e000000-0000-4000-8000-000000000001', '0c000000-0000-4000-8000-000000000001', 1, 'Where does the Nile flow?', '{"A": "North", "B": "South", "C": "East", "D": "West"}', 'A', 'It flows north.', 'hard', '0d000000-0000-4000-8000-000000000004', 'ok', '2025-03-03 11:00:42', '2025-03-03 11:00:42'),
 ('0e000000-0000-4000-8000-000000000002', '0c000000-0000-4000-8000-000000000001', 2, 'Which is a river?', '[{"label": "A", "text": "Andes"}, {"label": "B", "text": "Nile"}, {"label": "C", "text": "Gobi"}, {"label": "D", "text": "Alps"}]', 'B', '', 'hard', '0d000000-0000-4000-8000-000000000004', NULL, '2025-03-03 11:00:42', '2025-03-03 11:00:42'),
 ('0e000000-0000-4000-8000-000000000003', '0c000000-0000-4000-8000-000000000001', 4, 'Which is no river?', '[{"label": "A", "text": "Nile"}, {"label": "B", "text": "Rhine"}, {"label": "C", "text": "Ob"}, {"label": "D", "text": "Po"}, {"label": "E", "text": "Alps"}]', 'E', 'A range.', 'easy', '0d000000-0000-4000-8000-000000000004', NULL, '2025-03-03 11:00:42', '2025-03-03 11:00:42'),
 ('0e000000-0000-4000-8000-000000000004', '0c000000-0000-4000-8000-000000000001', 5, 'Which sea?', '{"A": "Red", "B": "Black", "C": "Dead", "D": "North", "E": "Mediterranean"}', 'E', '', 'medium', '0d000000-0000-4000-8000-000000000003', NULL, '2025-03-03 11:00:42', '2025-03-03 11:00:42');
)sql";

const char* const unfinished_tests = R"sql(
INSERT INTO generated_tests (id, user_id, document_id, status, prompt_version, model, created_at, updated_at) VALUES
 ('0c000000-0000-4000-8000-000000000003', '0a000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001', 'generating', 'mcq_v3', 'claude-3-5-sonnet', '2025-03-06 11:00:00', '2025-03-06 11:00:00'),
 ('0c000000-0000-4000-8000-000000000004', '0a000000-0000-4000-8000-000000000002', '0b000000-0000-4000-8000-000000000002', 'generating', 'mcq_v3', 'claude-3-5-sonnet', '2025-03-07 11:00:00', '2025-03-07 11:00:00');
)sql";

const char* const orphans = R"sql(
PRAGMA foreign_keys = OFF;
INSERT INTO questions VALUES
 ('0e000000-0000-4000-8000-000000000009', '0c000000-0000-4000-8000-0000000000ff', 1, 'Whose?', '{"A": "a", "B": "b", "C": "c", "D": "d"}', 'A', '', 'easy', '0d000000-0000-4000-8000-000000000001', NULL, '2025-03-03 11:00:42', '2025-03-03 11:00:42');
INSERT INTO documents VALUES
 ('0b000000-0000-4000-8000-000000000009', '0a000000-0000-4000-8000-0000000000ff', 'pasted_text', NULL, NULL, NULL, NULL, 'ready', 'Nobody''s.', '2025-03-04 10:00:00', '2025-03-04 10:00:00', 15);
)sql";

}  // namespace

void old_database::make(const std::filesystem::path& file) const {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(tables);
    database.exec(rows);
    if (with_unfinished_tests)
        database.exec(unfinished_tests);
    if (revision == 5)
        database.exec("ALTER TABLE generated_tests ADD COLUMN batch_id VARCHAR(128)");
    if (revision == 5 && with_unfinished_tests)
        database.exec(std::string("UPDATE generated_tests SET batch_id = 'msgbatch_01' WHERE id = '") +
                      waiting + "'");
    if (with_orphans)
        database.exec(orphans);
    if (!with_alembic_version)
        return;
    const std::string right = revision == 5 ? "005" : "006";
    const std::string version = *alembic_version ? alembic_version : right;
    database.exec(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
    database.exec("INSERT INTO alembic_version VALUES ('" + version + "')");
}

}  // namespace examwright::test
