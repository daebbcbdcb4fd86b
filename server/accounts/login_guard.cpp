#include "server/accounts/login_guard.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <locale>
#include <string>

#include "server/runtime/token.hpp"

namespace examwright {

namespace {

/// Hashed, so that no request decides how long a key is.
std::string key_of(std::string_view account) {
    return sha256_hex(boost::algorithm::to_lower_copy(std::string(account), std::locale::classic()));
}

}  // namespace

std::optional<std::chrono::seconds> login_guard::wait(const http_request& request, std::string_view account,
                                                      timestamp now) const {
    return std::max(by_account_.wait(key_of(account), now), by_address_.wait(request.client, now));
}

void login_guard::failed(const http_request& request, std::string_view account, timestamp now) {
    by_account_.failed(key_of(account), now);
    by_address_.failed(request.client, now);
}

/// What an address has guessed wrong stays counted: else its own account would set it free again.
void login_guard::succeeded(std::string_view account) {
    by_account_.succeeded(key_of(account));
}

problem too_many_guesses(std::chrono::seconds wait) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    return problem{problem_kind::too_many,
                   "Too many attempts with a wrong password. Try again in " + std::to_string(minutes) +
                       (minutes == 1 ? " minute." : " minutes."),
                   wait};
}

}  // namespace examwright
