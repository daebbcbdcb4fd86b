#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/claude/attempt.hpp"
#include "core/claude/messages_api.hpp"
#include "core/claude/retry.hpp"
#include "core/generation/call_kind.hpp"

namespace examwright {

/// Names a call within its test.
struct call_id {
    call_kind kind = call_kind::write;
    int round = 1;
    int group = 0;
    auto operator<=>(const call_id&) const = default;
};

/// How a call ended, all attempts made.
enum class call_outcome { answered, refused, truncated, failed };
std::string_view to_string(call_outcome outcome);
std::optional<call_outcome> parse_call_outcome(std::string_view text);

struct call_result {
    call_id id;
    call_outcome outcome = call_outcome::failed;
    std::string text;  // of the reply; for failed the sentence that says why
};

/// Requests and the tokens that they took. The difference of two may be negative.
struct call_cost {
    int requests = 0;
    token_usage usage;
    call_cost& operator+=(const call_cost& other);
    call_cost& operator-=(const call_cost& other);
    bool empty() const;
};

/// What the caller does after an attempt.
struct call_step {
    enum class action {
        finish,       // record `result`
        retry,        // wait, then make another attempt
        leave,        // it was asked to stop: leave the call for the next start
        end_job,      // nothing will be answered until the owner acts: result.text says why
        out_of_time,  // the job's time is used up
    };
    action what = action::finish;
    call_result result;
    std::chrono::milliseconds wait{0};
};

/// One Claude call of a test as a state machine: its attempts, its cost, and whether it can be interrupted.
/// The caller waits for a slot, sends, sleeps and records.
class generation_call {
  public:
    enum class stage {
        queued,     // waits for a slot
        preparing,  // has a slot, makes its request
        sending,    // the request is under way
        answered,   // its answer is read and recorded
        resting,    // waits between two attempts
    };

    explicit generation_call(const call_id& id) : id_(id) {}

    const call_id& id() const { return id_; }
    void enter(stage now) { stage_ = now; }

    /// A request is going to be sent: it is due as expected until its answer tells what it took.
    void prepares(const token_usage& expected);
    /// It was not sent after all.
    void takes_back();
    /// An attempt has ended. `divisible`: the request asks for more than one question, so that a truncated
    /// reply can be made in two halves. jitter as for retry_state::next.
    call_step receives(const attempt_reading& reading, bool divisible, double jitter,
                       std::chrono::milliseconds time_left);

    /// What is not yet counted as spent. What was sent and not answered stays due as it was expected.
    const call_cost& due() const { return due_; }
    void paid(const call_cost& cost) { due_ -= cost; }
    const token_usage& usage() const { return usage_; }  // of its answers, as the API counted it

    /// Asks the call to stop. Returns true if its wait should be interrupted; else it notices by stopped()
    /// when the step at hand is done. A request that is under way or answered goes on unless in_flight_too,
    /// but is its last.
    bool stop(bool in_flight_too);
    bool stopped() const { return stopped_; }

  private:
    call_id id_;
    stage stage_ = stage::queued;
    bool stopped_ = false;
    bool last_attempt_ = false;
    retry_state retry_;
    token_usage expected_;  // of the attempt under way
    token_usage usage_;
    call_cost due_;
};

}  // namespace examwright
