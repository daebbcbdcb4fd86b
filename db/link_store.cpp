#include "db/link_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include <utility>

#include "db/database.hpp"
#include "db/session_store.hpp"
#include "db/statement.hpp"
#include "db/user_store.hpp"

namespace examwright {

namespace {

const problem used_up = not_found("This link is used up or too old. Ask for a new one.");

}  // namespace

void link_store::remove_expired(timestamp now) {
    execute(database_, "DELETE FROM links WHERE expires_at <= ?1", now);
}

result<link_record> link_store::invite(std::string_view token_hash, std::string_view email,
                                       std::string_view role, timestamp now, timestamp expires_at) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (user_store(database_).find_by_email(email))
        return conflict("There is an account with this e-mail address already.");
    remove_expired(now);
    execute(database_, "DELETE FROM links WHERE email = ?1 COLLATE NOCASE AND user_id IS NULL", email);
    link_record link{new_id(), std::string(email), std::string(role), now, expires_at};
    execute(database_,
            "INSERT INTO links (token_hash, id, email, role, created_at, expires_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            token_hash, link.id, email, role, now, expires_at);
    transaction.commit();
    return link;
}

result<link_record> link_store::reset_link(std::string_view token_hash, std::string_view user_id,
                                           timestamp now, timestamp expires_at) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto user = user_store(database_).find(user_id);
    if (!user)
        return not_found("There is no such user.");
    remove_expired(now);
    execute(database_, "DELETE FROM links WHERE user_id = ?1", user_id);
    link_record link{new_id(), user->user.email, user->user.role, now, expires_at};
    execute(database_,
            "INSERT INTO links (token_hash, id, user_id, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            token_hash, link.id, user_id, now, expires_at);
    transaction.commit();
    return link;
}

std::vector<link_record> link_store::invitations(timestamp now) {
    auto query = prepare(database_,
                         "SELECT id, email, role, created_at, expires_at FROM links "
                         "WHERE user_id IS NULL AND expires_at > ?1 ORDER BY created_at DESC, id",
                         now);
    std::vector<link_record> links;
    while (query.executeStep())
        links.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                         query.getColumn(2).getString(), time_column(query.getColumn(3)),
                         time_column(query.getColumn(4))});
    return links;
}

bool link_store::revoke_invitation(std::string_view id) {
    return execute(database_, "DELETE FROM links WHERE id = ?1 AND user_id IS NULL", id) > 0;
}

result<user_record> link_store::join(std::string_view token_hash, std::string_view password_hash,
                                     timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    std::string email, role;
    {
        auto query = prepare(database_,
                             "SELECT email, role FROM links "
                             "WHERE token_hash = ?1 AND user_id IS NULL AND expires_at > ?2",
                             token_hash, now);
        if (!query.executeStep())
            return used_up;
        email = query.getColumn(0).getString();
        role = query.getColumn(1).getString();
    }
    auto user = user_store(database_).create_within(email, password_hash, role, now);
    if (!user)
        return user;
    execute(database_, "DELETE FROM links WHERE token_hash = ?1", token_hash);
    transaction.commit();
    return user;
}

bool link_store::reset_password(std::string_view token_hash, std::string_view password_hash, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const int changed = execute(database_,
                                "UPDATE users SET password_hash = ?2, updated_at = ?3 WHERE id = "
                                "(SELECT user_id FROM links WHERE token_hash = ?1 AND expires_at > ?3)",
                                token_hash, password_hash, now);
    if (changed == 0)
        return false;
    execute(database_,
            "DELETE FROM sessions WHERE user_id = (SELECT user_id FROM links WHERE token_hash = ?1)",
            token_hash);
    execute(database_, "DELETE FROM links WHERE token_hash = ?1", token_hash);
    transaction.commit();
    return true;
}

bool link_store::is_invitation(std::string_view token_hash, timestamp now) {
    return exists(database_,
                  "SELECT 1 FROM links WHERE token_hash = ?1 AND expires_at > ?2 AND user_id IS NULL",
                  token_hash, now);
}

bool link_store::is_reset_link(std::string_view token_hash, timestamp now) {
    return exists(database_,
                  "SELECT 1 FROM links WHERE token_hash = ?1 AND expires_at > ?2 AND user_id IS NOT NULL",
                  token_hash, now);
}

}  // namespace examwright
