#include "db/session_store.hpp"

#include "db/database.hpp"
#include "db/statement.hpp"

namespace examwright {

void session_store::create(std::string_view user_id, std::string_view token_hash, timestamp now,
                           timestamp expires_at) {
    execute(database_,
            "INSERT INTO sessions (token_hash, id, user_id, created_at, expires_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5)",
            token_hash, new_id(), user_id, now, expires_at);
}

void session_store::remove(std::string_view token_hash) {
    execute(database_, "DELETE FROM sessions WHERE token_hash = ?1", token_hash);
}

void session_store::remove_others(std::string_view user_id, std::string_view token_hash) {
    execute(database_, "DELETE FROM sessions WHERE user_id = ?1 AND token_hash <> ?2", user_id, token_hash);
}

void session_store::remove_expired(timestamp now) {
    execute(database_, "DELETE FROM sessions WHERE expires_at <= ?1", now);
}

}  // namespace examwright
