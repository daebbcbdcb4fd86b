#include "db/session_store.hpp"

#include "db/database.hpp"
#include "db/statement.hpp"

namespace examwright {

const char* name_of(token_scope scope) {
    switch (scope) {
        case token_scope::read: return "read";
        case token_scope::write: return "write";
        case token_scope::admin: return "admin";
    }
    return "read";
}

std::optional<token_scope> parse_token_scope(std::string_view name) {
    for (const auto scope : {token_scope::read, token_scope::write, token_scope::admin})
        if (name == name_of(scope))
            return scope;
    return std::nullopt;
}

bool session_store::create(std::string_view user_id, std::string_view password_hash,
                           std::string_view token_hash, timestamp now, timestamp expires_at) {
    return execute(database_,
                   "INSERT INTO sessions (token_hash, id, user_id, created_at, expires_at) "
                   "SELECT ?1, ?2, id, ?4, ?5 FROM users WHERE id = ?3 AND password_hash = ?6",
                   token_hash, new_id(), user_id, now, expires_at, password_hash) > 0;
}

std::string session_store::create_api_token(std::string_view user_id, std::string_view token_hash,
                                            std::string_view name, token_scope scope, timestamp now,
                                            timestamp expires_at) {
    auto id = new_id();
    execute(database_,
            "INSERT INTO sessions (token_hash, id, user_id, created_at, expires_at, name, scope) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            token_hash, id, user_id, now, expires_at, name, name_of(scope));
    return id;
}

void session_store::remove(std::string_view token_hash) {
    execute(database_, "DELETE FROM sessions WHERE token_hash = ?1", token_hash);
}

std::vector<session_record> session_store::list(std::string_view user_id, std::string_view current_hash,
                                                timestamp now) {
    auto query = prepare(database_,
                         "SELECT id, created_at, expires_at, token_hash = ?2, name, scope FROM sessions "
                         "WHERE user_id = ?1 AND expires_at > ?3 ORDER BY created_at DESC, id",
                         user_id, current_hash, now);
    std::vector<session_record> sessions;
    while (query.executeStep())
        sessions.push_back({query.getColumn(0).getString(), time_column(query.getColumn(1)),
                            time_column(query.getColumn(2)), query.getColumn(3).getInt() != 0,
                            optional_column<std::string>(query.getColumn(4)),
                            parse_token_scope(query.getColumn(5).getString()).value_or(token_scope::read)});
    return sessions;
}

bool session_store::remove_by_id(std::string_view user_id, std::string_view id) {
    return execute(database_, "DELETE FROM sessions WHERE user_id = ?1 AND id = ?2", user_id, id) > 0;
}

void session_store::remove_all(std::string_view user_id) {
    execute(database_, "DELETE FROM sessions WHERE user_id = ?1", user_id);
}

void session_store::remove_others(std::string_view user_id, std::string_view token_hash) {
    execute(database_, "DELETE FROM sessions WHERE user_id = ?1 AND token_hash <> ?2 AND name IS NULL",
            user_id, token_hash);
}

void session_store::remove_expired(timestamp now) {
    execute(database_, "DELETE FROM sessions WHERE expires_at <= ?1", now);
}

}  // namespace examwright
