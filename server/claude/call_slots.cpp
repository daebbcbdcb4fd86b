#include "server/claude/call_slots.hpp"

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

/// One who waits. Its timer never fires: it is cancelled to wake it. A slot granted to one who leaves all the
/// same goes back with its permit.
struct waiter {
    explicit waiter(const asio::any_io_executor& executor)
        : wake(executor, asio::steady_timer::time_point::max()) {}
    asio::steady_timer wake;
    std::optional<call_slots::permit> granted;
};

}  // namespace

struct call_slots::impl {
    std::size_t capacity;
    std::size_t in_use = 0;
    std::array<std::list<waiter*>, 2> queues;  // by priority

    /// A slot is free: it goes to the next in line.
    void release(call_slots& owner) {
        --in_use;
        for (auto& queue : queues) {
            if (queue.empty())
                continue;
            waiter* next = queue.front();
            queue.pop_front();
            ++in_use;
            next->granted.emplace(owner);
            next->wake.cancel();
            return;
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

call_slots::call_slots(std::size_t capacity) : impl_(std::make_unique<impl>()) {
    impl_->capacity = capacity;
}

call_slots::~call_slots() {
    assert(impl_->in_use == 0 && waiting() == 0);
}

asio::awaitable<call_slots::permit> call_slots::acquire(call_priority priority) {
    auto& queue = impl_->queues[static_cast<std::size_t>(priority)];
    if (impl_->in_use < impl_->capacity) {  // then no one waits
        ++impl_->in_use;
        co_return permit(*this);
    }
    const auto executor = co_await asio::this_coro::executor;
    waiter self(executor);
    const place in_line(queue, self);
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    co_await self.wake.async_wait(token);
    const auto state = co_await asio::this_coro::cancellation_state;
    if (!self.granted || state.cancelled() != asio::cancellation_type::none)
        throw boost::system::system_error(asio::error::operation_aborted);
    co_return std::move(*self.granted);
}

std::size_t call_slots::in_use() const {
    return impl_->in_use;
}

std::size_t call_slots::waiting() const {
    return impl_->queues[0].size() + impl_->queues[1].size();
}

call_slots::permit& call_slots::permit::operator=(permit&& other) noexcept {
    if (this != &other) {
        release();
        owner_ = std::exchange(other.owner_, nullptr);
    }
    return *this;
}

void call_slots::permit::release() noexcept {
    if (auto* owner = std::exchange(owner_, nullptr))
        owner->impl_->release(*owner);
}

}  // namespace examwright
