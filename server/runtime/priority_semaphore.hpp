#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <memory>

namespace examwright {

enum class call_priority { review, write };

/// The semaphore that caps concurrent Claude requests over all jobs of the process. Reviews go before writes,
/// so that jobs end one after another; within each, first come first served. Belongs to a strand: every call
/// is made on it.
class priority_semaphore {
  public:
    explicit priority_semaphore(std::size_t capacity = 4);
    ~priority_semaphore();  // no permit and no waiter may be left
    priority_semaphore(const priority_semaphore&) = delete;
    priority_semaphore& operator=(const priority_semaphore&) = delete;

    /// Owns one slot and gives it back. Movable.
    class permit {
      public:
        permit() = default;
        explicit permit(priority_semaphore& owner) : owner_(&owner) {}
        permit(permit&& other) noexcept : owner_(other.owner_) { other.owner_ = nullptr; }
        permit& operator=(permit&& other) noexcept;
        ~permit() { release(); }
        void release() noexcept;

      private:
        priority_semaphore* owner_ = nullptr;
    };

    /// Waits for a slot. Cancellation (terminal) throws and loses nothing: a slot granted in the same turn is
    /// passed on.
    boost::asio::awaitable<permit> acquire(call_priority priority);

    /// No slot is granted before `until`; permits already given stay. The latest such time holds.
    void pause(std::chrono::steady_clock::time_point until);

    std::size_t in_use() const;
    std::size_t waiting() const;

  private:
    void give_back() noexcept;

    struct impl;
    std::unique_ptr<impl> impl_;
};

}  // namespace examwright
