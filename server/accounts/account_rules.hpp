#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// An API token makes no tokens and links and changes no password: forbidden, where one asks for that.
result<void> by_session_only(const http_request& request);

/// {id, email, role}
boost::json::object user_json(const user_record& user);

/// The same with created_at, documents and tests (how many).
boost::json::object user_json(const user_overview& user);

/// An address as it may be printed: what moves the cursor or turns the text around is U+FFFD.
std::string printable(std::string_view email);

/// A plausible address of at most 254 bytes (RFC 5321).
result<std::string> checked_email(std::string email);
/// 8 characters or more, fewer than 512 bytes (libxcrypt takes no more). name: of the field, for the problem.
result<std::string> checked_password(std::string password, std::string_view name);
/// faculty or admin; the old service's super_admin is nothing to be given.
result<std::string> checked_role(std::string role);

}  // namespace examwright
