#pragma once

#include <chrono>

namespace examwright {

/// The time that a job has used. It runs while at least one of its calls is under way (a wait between two
/// attempts included) and stands still while all of them wait for a slot.
class job_clock {
  public:
    using time_point = std::chrono::steady_clock::time_point;
    using duration = std::chrono::steady_clock::duration;

    explicit job_clock(duration budget) : budget_(budget) {}

    void call_begins(time_point now) {
        if (running_++ == 0)
            since_ = now;
    }
    void call_ends(time_point now) {
        if (--running_ == 0)
            used_ += now - since_;
    }
    bool running() const { return running_ > 0; }
    /// Zero at least.
    duration left(time_point now) const {
        const duration used = used_ + (running() ? now - since_ : duration::zero());
        return used < budget_ ? budget_ - used : duration::zero();
    }

  private:
    duration budget_;
    duration used_ = duration::zero();
    time_point since_;
    int running_ = 0;
};

}  // namespace examwright
