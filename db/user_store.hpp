#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "db/records.hpp"

namespace examwright {

struct user_credentials {
    user_record user;
    std::string password_hash;  // crypt(3): yescrypt, or the old service's bcrypt
};

/// Accounts. Synchronous; on the database thread.
class user_store {
  public:
    explicit user_store(SQLite::Database& database) : database_(database) {}

    /// conflict, where the e-mail is taken (in any case of letters).
    result<user_record> create(std::string_view email, std::string_view password_hash, std::string_view role,
                               timestamp now);
    /// The same within a transaction of the caller's.
    result<user_record> create_within(std::string_view email, std::string_view password_hash,
                                      std::string_view role, timestamp now);
    /// Creates the first account as admin, or says conflict where there is an account already; one
    /// transaction.
    result<user_record> create_first(std::string_view email, std::string_view password_hash, timestamp now);
    std::optional<user_credentials> find_by_email(std::string_view email);
    std::optional<user_credentials> find(std::string_view id);
    /// Changes the password, and ends the user's other sessions than the one of this token. Returns false,
    /// and changes nothing, where the hash is no longer the one that the old password was verified against: a
    /// reset that came in between holds.
    bool change_password(const user_credentials& verified, std::string_view password_hash,
                         std::string_view kept_token_hash, timestamp now);
    /// Sets a password and ends all of the user's sessions. Returns false where there is no such user.
    bool reset_password(std::string_view id, std::string_view password_hash, timestamp now);
    /// The same password, hashed anew; nothing where it has been changed meanwhile.
    void renew_password_hash(std::string_view id, std::string_view before, std::string_view renewed);
    std::int64_t count();

    page_of<user_overview> list(page_request page);  // by e-mail
    /// role: "faculty" or "admin". not_found; conflict, where no admin would be left.
    result<user_record> set_role(std::string_view id, std::string_view role, timestamp now);
    /// Removes a user with all documents, tests and sessions. Returns the ids of the documents, whose files
    /// are the caller's to remove. Problems as set_role.
    result<std::vector<std::string>> remove(std::string_view id);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
