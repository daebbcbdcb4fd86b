#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "server/runtime/priority_semaphore.hpp"

namespace examwright {

/// Caps what runs at once, in all and per user, so that one user's many slow documents don't keep another
/// waiting: of each user at most `per_user` run or stand in the common line. On the I/O thread.
class user_turns {
  public:
    user_turns(std::size_t in_all, std::size_t per_user) : all_(in_all), per_user_(per_user) {}

    class turn {
      public:
        turn(std::shared_ptr<priority_semaphore> user, priority_semaphore::permit of_user,
             priority_semaphore::permit of_all)
            : user_(std::move(user)), of_user_(std::move(of_user)), of_all_(std::move(of_all)) {}

      private:
        std::shared_ptr<priority_semaphore> user_;  // outlives its permit
        priority_semaphore::permit of_user_;
        priority_semaphore::permit of_all_;
    };

    /// Waits for both. Cancellation (terminal) throws.
    boost::asio::awaitable<turn> acquire(std::string user_id);

    std::size_t running() const { return all_.in_use(); }
    std::size_t waiting() const { return waiting_; }

  private:
    std::shared_ptr<priority_semaphore> of_user(const std::string& user_id);

    priority_semaphore all_;
    std::size_t per_user_;
    std::size_t waiting_ = 0;
    std::map<std::string, std::weak_ptr<priority_semaphore>> users_;
};

}  // namespace examwright
