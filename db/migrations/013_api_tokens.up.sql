-- A session with a name is an API token; what it may do is its scope: read, write or admin.
ALTER TABLE sessions ADD COLUMN name VARCHAR(200);
ALTER TABLE sessions ADD COLUMN scope VARCHAR(8) NOT NULL DEFAULT 'admin';

-- Links that let somebody in once: an invitation makes an account, another one sets a user's password.
CREATE TABLE links (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    id VARCHAR(36) NOT NULL UNIQUE,
    user_id VARCHAR(36) REFERENCES users (id) ON DELETE CASCADE,
    email VARCHAR(254),
    role VARCHAR(16),
    created_at DATETIME NOT NULL,
    expires_at DATETIME NOT NULL
) WITHOUT ROWID;
