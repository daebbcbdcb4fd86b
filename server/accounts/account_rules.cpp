#include "server/accounts/account_rules.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t least_password = 8;
constexpr std::size_t longest_password = 512;
constexpr std::size_t longest_email = 254;

/// Controls (C0 and C1), white space but the blank, and what is never seen or changes the direction of
/// writing.
bool is_unprintable(char32_t c) {
    return c < U' ' || (c >= 0x7f && c <= 0xa0) || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202f) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0xfffd ||
           (c > 0xa0 && is_space(c));
}

}  // namespace

std::string printable(std::string_view email) {
    std::string shown;
    for (std::size_t i = 0; i < email.size();) {
        const auto next = decode_at(email, i);
        append_utf8(shown, is_unprintable(next.value) ? U'\uFFFD' : next.value);
        i += next.length;
    }
    return shown;
}

result<void> by_session_only(const http_request& request) {
    if (request.by_session)
        return {};
    return problem{problem_kind::forbidden, "An API token can't do this. Sign in with your password."};
}

boost::json::object user_json(const user_record& user) {
    return {{"id", user.id}, {"email", user.email}, {"role", user.role}};
}

boost::json::object user_json(const user_overview& user) {
    auto shown = user_json(user.user);
    shown["created_at"] = to_rfc3339(user.user.created_at);
    shown["documents"] = user.documents;
    shown["tests"] = user.tests;
    return shown;
}

result<std::string> checked_email(std::string email) {
    const auto at = email.find('@');
    const bool plausible = at != email.npos && at > 0 && at + 1 < email.size() &&
                           email.find('@', at + 1) == email.npos && email.size() <= longest_email;
    if (!plausible || email.find(' ') != email.npos || printable(email) != email)
        return invalid("email must be an address such as you@example.org");
    return email;
}

result<std::string> checked_password(std::string password, std::string_view name) {
    const std::string field(name);
    const auto continues = [](char c) { return (c & 0xc0) == 0x80; };  // a character of UTF-8
    const auto bytes_more = std::count_if(password.begin(), password.end(), continues);
    if (password.size() - static_cast<std::size_t>(bytes_more) < least_password)
        return invalid(field + " must have at least " + std::to_string(least_password) + " characters");
    if (password.size() >= longest_password)
        return invalid(field + " must have fewer than " + std::to_string(longest_password) + " bytes");
    if (password.find('\0') != password.npos)
        return invalid(field + " must not hold a NUL character");
    return password;
}

result<std::string> checked_role(std::string role) {
    if (role != "faculty" && role != "admin")
        return invalid("role must be faculty or admin");
    return role;
}

}  // namespace examwright
