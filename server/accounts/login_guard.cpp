#include "server/accounts/login_guard.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/asio/ip/address.hpp>
#include <locale>

#include "server/runtime/token.hpp"

namespace examwright {

namespace ip = boost::asio::ip;

namespace {

constexpr std::size_t most_for_account = 10;
constexpr std::size_t most_for_address = 10;  // and as many for each account that has signed in from there
constexpr std::size_t most_signed_in = 60;    // that count for an address

/// Hashed, so that no request decides how long a key is.
std::string account_key(std::string_view account) {
    return sha256_hex(boost::algorithm::to_lower_copy(std::string(account), std::locale::classic()));
}

problem too_many_guesses(std::chrono::seconds wait) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    return {problem_kind::too_many,
            "Too many attempts with a wrong password. Try again in " + std::to_string(minutes) +
                (minutes == 1 ? " minute." : " minutes."),
            wait};
}

}  // namespace

std::string address_key(const std::string& text) {
    boost::system::error_code error;
    const auto address = ip::make_address(text, error);
    if (error || address.is_v4())
        return text;
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ip::address_v6(bytes).to_string() + "/64";
}

std::size_t login_guard::limit_of(const std::string& address) const {
    const auto* const accounts = signed_in_.find(address);
    return most_for_address * (1 + (accounts ? accounts->size() : 0));
}

result<login_guard::attempt> login_guard::begin(const http_request& request, std::string_view account) {
    const auto now = now_();
    auto key = account_key(account);
    auto address = address_key(request.client);
    if (const auto wait = by_account_.wait(key, most_for_account, now))
        return too_many_guesses(*wait);
    const auto wait = by_address_.wait(address, limit_of(address), now);
    if (wait && !address.empty() && by_account_.counted(key, now) > 0)
        return too_many_guesses(*wait);
    return attempt(*this, std::move(key), std::move(address));
}

login_guard::attempt::attempt(login_guard& guard, std::string account, std::string address)
    : guard_(&guard), account_(std::move(account)), address_(std::move(address)), begun_(guard.now_()) {
    guard.by_account_.count(account_, begun_);
    guard.by_address_.count(address_, begun_);
}

void login_guard::attempt::succeeded() {
    guard_->by_account_.forget(account_);
    guard_->by_address_.take_back(address_, begun_);
    auto& accounts = guard_->signed_in_.touch(address_);
    if (accounts.size() < most_signed_in)
        accounts.insert(account_);
}

}  // namespace examwright
