#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/records.hpp"

namespace examwright {

/// "read", "write" or "admin".
const char* name_of(token_scope scope);
std::optional<token_scope> parse_token_scope(std::string_view name);

/// Bearer tokens, by the hex SHA-256 of the token; the token itself is nowhere. On the database thread.
class session_store {
  public:
    explicit session_store(SQLite::Database& database) : database_(database) {}

    /// Returns false, and begins nothing, where the user is gone or no longer has this password hash: a new
    /// password ends the sessions of the old one, those of this instant too.
    bool create(std::string_view user_id, std::string_view password_hash, std::string_view token_hash,
                timestamp now, timestamp expires_at);
    /// Makes an API token, which no password change ends. Returns its id.
    std::string create_api_token(std::string_view user_id, std::string_view token_hash, std::string_view name,
                                 token_scope scope, timestamp now, timestamp expires_at);
    void remove(std::string_view token_hash);
    /// Those that have not expired, the latest first; current_hash: of the token that asks.
    std::vector<session_record> list(std::string_view user_id, std::string_view current_hash, timestamp now);
    /// False, where the user has no such session.
    bool remove_by_id(std::string_view user_id, std::string_view id);
    void remove_all(std::string_view user_id);
    /// API tokens stay.
    void remove_others(std::string_view user_id, std::string_view token_hash);
    void remove_expired(timestamp now);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
