#include "server/extract/user_turns.hpp"

namespace examwright {

namespace {

/// Counts one who waits, for as long as it lives.
class counted {
  public:
    explicit counted(std::size_t& count) : count_(count) { ++count_; }
    ~counted() { --count_; }
    counted(const counted&) = delete;
    counted& operator=(const counted&) = delete;

  private:
    std::size_t& count_;
};

}  // namespace

boost::asio::awaitable<user_turns::turn> user_turns::acquire(std::string user_id) {
    const counted waiting(waiting_);
    auto user = of_user(user_id);
    auto permit_of_user = co_await user->acquire(call_priority::write);
    auto permit_of_all = co_await all_.acquire(call_priority::write);
    co_return turn(std::move(user), std::move(permit_of_user), std::move(permit_of_all));
}

std::shared_ptr<priority_semaphore> user_turns::of_user(const std::string& user_id) {
    std::erase_if(users_, [](const auto& entry) { return entry.second.expired(); });
    auto& known = users_[user_id];
    auto user = known.lock();
    if (!user) {
        user = std::make_shared<priority_semaphore>(per_user_);
        known = user;
    }
    return user;
}

}  // namespace examwright
