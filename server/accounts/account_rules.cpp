#include "server/accounts/account_rules.hpp"

#include <algorithm>

namespace examwright {

namespace {

constexpr std::size_t least_password = 8;
constexpr std::size_t longest_password = 512;
constexpr std::size_t longest_email = 254;

}  // namespace

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
    for (const unsigned char c : email)
        if (c <= ' ' || c == 0x7f)
            return invalid("email must be an address such as you@example.org");
    if (!plausible)
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
