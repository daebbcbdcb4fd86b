#pragma once

#include <chrono>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/problem.hpp"
#include "server/accounts/attempt_limit.hpp"
#include "server/accounts/recent_map.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// Limits the guessing of passwords to ten wrong ones in 15 minutes for an account, and from an address to
/// ten more than ten for each account that has signed in from there. An address over its limit still gets an
/// attempt at an account at which nobody has guessed, so that a class behind one address locks nobody out. On
/// the I/O thread.
class login_guard {
  public:
    using time_point = std::chrono::steady_clock::time_point;

    explicit login_guard(std::function<time_point()> now = std::chrono::steady_clock::now)
        : now_(std::move(now)) {}

    /// An attempt at a password, which counts as a wrong one until it succeeds: many at once are no more than
    /// one after another.
    class attempt {
      public:
        /// Forgets the account's wrong passwords. Those of the address stay: else its own account would set
        /// it free again.
        void succeeded();

      private:
        friend class login_guard;
        attempt(login_guard& guard, std::string account, std::string address);

        login_guard* guard_;
        std::string account_;
        std::string address_;
        time_point begun_;
    };
    /// To be called right before the password is compared. too_many, where that has to wait.
    result<attempt> begin(const http_request& request, std::string_view account);

  private:
    std::size_t limit_of(const std::string& address) const;

    std::function<time_point()> now_;
    attempt_limit by_account_{std::chrono::minutes(15)};
    attempt_limit by_address_{std::chrono::minutes(15)};
    recent_map<std::set<std::string>> signed_in_{10'000};  // accounts by address
};

/// What a client's address is counted by: an IPv6 client has its whole /64.
std::string address_key(const std::string& address);

}  // namespace examwright
