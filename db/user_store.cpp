#include "db/user_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "db/session_store.hpp"
#include "db/statement.hpp"
#include "db/user_row.hpp"

namespace examwright {

namespace {

std::optional<user_credentials> first_of(SQLite::Statement query) {
    if (!query.executeStep())
        return std::nullopt;
    return user_credentials{read_user(query), query.getColumn(user_column_count).getString()};
}

/// In the caller's transaction.
result<user_record> insert(SQLite::Database& database, std::string_view email, std::string_view password_hash,
                           std::string_view role, timestamp now) {
    if (exists(database, "SELECT 1 FROM users WHERE email = ?1 COLLATE NOCASE", email))
        return conflict("There is an account with this e-mail address already.");
    user_record user{new_id(), std::string(email), std::string(role), now};
    execute(database,
            "INSERT INTO users (id, email, password_hash, role, created_at, updated_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
            user.id, email, password_hash, role, now);
    return user;
}

const problem no_such_user = not_found("There is no such user.");

/// A server without an admin could not be kept by anyone.
result<void> may_lose_admin(SQLite::Database& database, std::string_view id) {
    const std::string is_admin = "role IN ('admin', 'super_admin')";
    if (exists(database, "SELECT 1 FROM users WHERE id = ?1 AND " + is_admin, id) &&
        integer(database, "SELECT count(*) FROM users WHERE " + is_admin) == 1)
        return conflict("This is the only admin. Make another user an admin first.");
    return {};
}

const std::string select_user = std::string("SELECT ") + user_columns + ", u.password_hash FROM users u ";

}  // namespace

result<user_record> user_store::create(std::string_view email, std::string_view password_hash,
                                       std::string_view role, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    auto user = insert(database_, email, password_hash, role, now);
    if (user)
        transaction.commit();
    return user;
}

result<user_record> user_store::create_within(std::string_view email, std::string_view password_hash,
                                              std::string_view role, timestamp now) {
    return insert(database_, email, password_hash, role, now);
}

result<user_record> user_store::create_first(std::string_view email, std::string_view password_hash,
                                             timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (count() > 0)
        return conflict("The first account exists already. Ask its owner for an account of your own.");
    auto user = insert(database_, email, password_hash, "admin", now);
    if (user)
        transaction.commit();
    return user;
}

std::optional<user_credentials> user_store::find_by_email(std::string_view email) {
    // The old service told addresses apart by their case: where there are several, the exact one goes first.
    return first_of(prepare(database_,
                            select_user + "WHERE u.email = ?1 COLLATE NOCASE "
                                          "ORDER BY u.email = ?1 DESC, u.created_at, u.id LIMIT 1",
                            email));
}

std::optional<user_credentials> user_store::find(std::string_view id) {
    return first_of(prepare(database_, select_user + "WHERE u.id = ?1", id));
}

bool user_store::change_password(const user_credentials& verified, std::string_view password_hash,
                                 std::string_view kept_token_hash, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const int changed =
        execute(database_,
                "UPDATE users SET password_hash = ?3, updated_at = ?4 WHERE id = ?1 AND password_hash = ?2",
                verified.user.id, verified.password_hash, password_hash, now);
    if (changed == 0)
        return false;
    session_store(database_).remove_others(verified.user.id, kept_token_hash);
    transaction.commit();
    return true;
}

bool user_store::reset_password(std::string_view id, std::string_view password_hash, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (execute(database_, "UPDATE users SET password_hash = ?2, updated_at = ?3 WHERE id = ?1", id,
                password_hash, now) == 0)
        return false;
    session_store(database_).remove_all(id);
    transaction.commit();
    return true;
}

void user_store::renew_password_hash(std::string_view id, std::string_view before, std::string_view renewed) {
    execute(database_, "UPDATE users SET password_hash = ?3 WHERE id = ?1 AND password_hash = ?2", id, before,
            renewed);
}

page_of<user_overview> user_store::list(page_request page) {
    auto query =
        prepare(database_,
                std::string("SELECT ") + user_columns +
                    ", (SELECT count(*) FROM documents WHERE user_id = u.id AND status <> 'deleted'), "
                    "(SELECT count(*) FROM generated_tests WHERE user_id = u.id "
                    "AND replaces_question IS NULL) "
                    "FROM users u ORDER BY u.email COLLATE NOCASE, u.id LIMIT ?1 OFFSET ?2",
                page.limit, page.offset);
    page_of<user_overview> found;
    while (query.executeStep())
        found.items.push_back({read_user(query), query.getColumn(user_column_count).getInt64(),
                               query.getColumn(user_column_count + 1).getInt64()});
    found.total = count();
    return found;
}

result<user_record> user_store::set_role(std::string_view id, std::string_view role, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (const auto may = may_lose_admin(database_, id); !may && role != "admin")
        return may.error();
    if (execute(database_, "UPDATE users SET role = ?2, updated_at = ?3 WHERE id = ?1", id, role, now) == 0)
        return no_such_user;
    auto changed = find(id)->user;
    transaction.commit();
    return changed;
}

result<std::vector<std::string>> user_store::remove(std::string_view id) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (const auto may = may_lose_admin(database_, id); !may)
        return may.error();
    auto documents = document_store(database_).ids_of(id);
    if (execute(database_, "DELETE FROM users WHERE id = ?1", id) == 0)
        return no_such_user;
    transaction.commit();
    return documents;
}

std::int64_t user_store::count() {
    return database_.execAndGet("SELECT count(*) FROM users").getInt64();
}

}  // namespace examwright
