#include "server/runtime/priority_semaphore.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cassert>
#include <list>
#include <optional>
#include <utility>

namespace examwright {

namespace asio = boost::asio;

namespace {

using std::chrono::steady_clock;

/// One who waits. Cancelling its timer wakes it; the timer fires by itself only when a pause ends. A slot
/// granted to one who leaves all the same goes back with its permit.
struct waiter {
    explicit waiter(const asio::any_io_executor& executor) : wake(executor) {}
    asio::steady_timer wake;
    std::optional<priority_semaphore::permit> granted;
};

}  // namespace

struct priority_semaphore::impl {
    std::size_t capacity;
    std::size_t in_use = 0;
    steady_clock::time_point paused_until = steady_clock::time_point::min();
    std::array<std::list<waiter*>, 2> queues;  // by priority

    bool paused() const { return steady_clock::now() < paused_until; }
    steady_clock::time_point next_wake() const {
        return paused() ? paused_until : steady_clock::time_point::max();
    }
    waiter* next() {
        for (auto& queue : queues)
            if (!queue.empty())
                return queue.front();
        return nullptr;
    }

    /// Free slots go to the next in line.
    void grant(priority_semaphore& owner) {
        while (in_use < capacity && !paused()) {
            waiter* const first = next();
            if (!first)
                return;
            for (auto& queue : queues)
                queue.remove(first);
            ++in_use;
            first->granted.emplace(owner);
            first->wake.cancel();
        }
    }
};

namespace {

/// A place in the queue for as long as its owner waits.
class place {
  public:
    place(std::list<waiter*>& queue, waiter& who) : queue_(queue), who_(who) { queue_.push_back(&who_); }
    ~place() { queue_.remove(&who_); }
    place(const place&) = delete;
    place& operator=(const place&) = delete;

  private:
    std::list<waiter*>& queue_;
    waiter& who_;
};

}  // namespace

priority_semaphore::priority_semaphore(std::size_t capacity) : impl_(std::make_unique<impl>()) {
    impl_->capacity = capacity;
}

priority_semaphore::~priority_semaphore() {
    assert(impl_->in_use == 0 && waiting() == 0);
}

asio::awaitable<priority_semaphore::permit> priority_semaphore::acquire(call_priority priority) {
    const auto executor = co_await asio::this_coro::executor;
    waiter self(executor);
    const place in_line(impl_->queues[static_cast<std::size_t>(priority)], self);
    impl_->grant(*this);
    while (!self.granted) {
        self.wake.expires_at(impl_->next_wake());
        boost::system::error_code woken;
        auto token = asio::redirect_error(asio::use_awaitable, woken);
        co_await self.wake.async_wait(token);
        const auto state = co_await asio::this_coro::cancellation_state;
        if (state.cancelled() != asio::cancellation_type::none)
            throw boost::system::system_error(asio::error::operation_aborted);
        impl_->grant(*this);
    }
    co_return std::move(*self.granted);
}

void priority_semaphore::pause(steady_clock::time_point until) {
    impl_->paused_until = std::max(impl_->paused_until, until);
    for (auto& queue : impl_->queues)
        for (waiter* each : queue)
            each->wake.cancel();  // to wait until then
}

void priority_semaphore::give_back() noexcept {
    --impl_->in_use;
    impl_->grant(*this);
}

std::size_t priority_semaphore::in_use() const {
    return impl_->in_use;
}

std::size_t priority_semaphore::waiting() const {
    return impl_->queues[0].size() + impl_->queues[1].size();
}

priority_semaphore::permit& priority_semaphore::permit::operator=(permit&& other) noexcept {
    if (this != &other) {
        release();
        owner_ = std::exchange(other.owner_, nullptr);
    }
    return *this;
}

void priority_semaphore::permit::release() noexcept {
    if (auto* owner = std::exchange(owner_, nullptr))
        owner->give_back();
}

}  // namespace examwright
