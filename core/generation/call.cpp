#include "core/generation/call.hpp"

namespace examwright {

using std::chrono::milliseconds;

namespace {

token_usage negative(const token_usage& usage) {
    return {-usage.input, -usage.output, -usage.cache_write, -usage.cache_read};
}

}  // namespace

std::string_view to_string(call_outcome outcome) {
    switch (outcome) {
        case call_outcome::answered: return "answered";
        case call_outcome::refused: return "refused";
        case call_outcome::truncated: return "truncated";
        case call_outcome::failed: return "failed";
    }
    return "failed";
}

std::optional<call_outcome> parse_call_outcome(std::string_view text) {
    for (auto outcome :
         {call_outcome::answered, call_outcome::refused, call_outcome::truncated, call_outcome::failed})
        if (text == to_string(outcome))
            return outcome;
    return std::nullopt;
}

call_cost& call_cost::operator+=(const call_cost& other) {
    requests += other.requests;
    usage += other.usage;
    return *this;
}

call_cost& call_cost::operator-=(const call_cost& other) {
    requests -= other.requests;
    usage += negative(other.usage);
    return *this;
}

bool call_cost::empty() const {
    return requests == 0 && usage.input == 0 && usage.output == 0 && usage.cache_write == 0 &&
           usage.cache_read == 0;
}

void generation_call::prepares(const token_usage& expected) {
    expected_ = expected;
    due_ += {1, expected};
}

void generation_call::takes_back() {
    due_ -= {1, expected_};
}

call_step generation_call::receives(const attempt_reading& reading, bool divisible, double jitter,
                                    milliseconds time_left) {
    using action = call_step::action;
    stage_ = stage::answered;
    if (reading.reached != attempt_reading::delivery::unknown) {
        due_ -= {0, expected_};
        due_ += {0, reading.usage};
    }
    if (reading.reached == attempt_reading::delivery::not_sent)
        due_ -= {1, {}};
    usage_ += reading.usage;
    switch (reading.what) {
        case verdict::answered: return {action::finish, {id_, call_outcome::answered, reading.text}, {}};
        case verdict::refused: return {action::finish, {id_, call_outcome::refused, {}}, {}};
        case verdict::give_up: return {action::finish, {id_, call_outcome::failed, reading.sentence}, {}};
        case verdict::fatal: return {action::end_job, {id_, call_outcome::failed, reading.sentence}, {}};
        case verdict::truncated:
            if (divisible)
                return {action::finish, {id_, call_outcome::truncated, {}}, {}};
            break;
        case verdict::try_again:
        case verdict::timed_out: break;
    }
    if (time_left == milliseconds::zero())  // an attempt's limit is what is left of the job's time
        return {action::out_of_time, {}, {}};
    if (last_attempt_)
        return {action::leave, {}, {}};
    if (const auto wait = retry_.next(reading.what, reading.retry_after, jitter, time_left))
        return {action::retry, {}, *wait};
    return {action::finish, {id_, call_outcome::failed, reading.sentence}, {}};
}

bool generation_call::stop(bool in_flight_too) {
    const bool in_flight = stage_ == stage::sending || stage_ == stage::answered;
    last_attempt_ = true;
    if (stopped_ || (in_flight && !in_flight_too))
        return false;
    stopped_ = true;
    return stage_ == stage::queued || stage_ == stage::sending || stage_ == stage::resting;
}

}  // namespace examwright
