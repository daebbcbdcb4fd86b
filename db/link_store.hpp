#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "db/records.hpp"

namespace examwright {

inline constexpr std::chrono::hours invitation_lifetime{24 * 7};
inline constexpr std::chrono::hours reset_link_lifetime{24};

/// A link that works once: an invitation, which makes an account, or one that sets a user's password.
struct link_record {
    std::string id;
    std::string email;
    std::string role;  // of an invitation
    timestamp created_at;
    timestamp expires_at;
};

/// Invitations and reset links, by the hex SHA-256 of their token; the token itself is nowhere. On the
/// database thread.
class link_store {
  public:
    explicit link_store(SQLite::Database& database) : database_(database) {}

    /// conflict, where the e-mail has an account. A new invitation of the same e-mail replaces the old one.
    result<link_record> invite(std::string_view token_hash, std::string_view email, std::string_view role,
                               timestamp now, timestamp expires_at);
    /// Replaces the user's old one. not_found, where there is no such user.
    result<link_record> reset_link(std::string_view token_hash, std::string_view user_id, timestamp now,
                                   timestamp expires_at);
    /// Those that can still be used, the latest first.
    std::vector<link_record> invitations(timestamp now);
    /// False, where there is no such invitation.
    bool revoke_invitation(std::string_view id);

    /// Makes the account of an invitation, which is used up then. not_found for a token that is none (any
    /// more).
    result<user_record> join(std::string_view token_hash, std::string_view password_hash, timestamp now);
    /// Sets the password of the link's user and ends all sessions. Returns false for a token that is none.
    bool reset_password(std::string_view token_hash, std::string_view password_hash, timestamp now);
    bool is_invitation(std::string_view token_hash, timestamp now);
    bool is_reset_link(std::string_view token_hash, timestamp now);

  private:
    void remove_expired(timestamp now);

    SQLite::Database& database_;
};

}  // namespace examwright
