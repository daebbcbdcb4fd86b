#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "server/accounts/attempt_limit.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// Slows the guessing of passwords down: ten wrong ones in 15 minutes for an account, or from an address, and
/// no more are looked at until those are over. On the I/O thread.
class login_guard {
  public:
    /// How long the next attempt has to wait, if at all.
    std::optional<std::chrono::seconds> wait(const http_request& request, std::string_view account,
                                             timestamp now) const;
    void failed(const http_request& request, std::string_view account, timestamp now);
    void succeeded(std::string_view account);

  private:
    attempt_limit by_account_{10, std::chrono::minutes(15)};
    attempt_limit by_address_{10, std::chrono::minutes(15)};
};

/// What a caller is told of the wait.
problem too_many_guesses(std::chrono::seconds wait);

}  // namespace examwright
