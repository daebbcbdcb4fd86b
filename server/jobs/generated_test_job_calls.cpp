// How a generated_test_job makes its calls: slot, request, answer, retry, record.
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <random>
#include <utility>

#include "core/claude/price.hpp"
#include "core/claude/retry.hpp"
#include "server/jobs/generated_test_job.hpp"

namespace examwright {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds longest_pause = 60s;  // of all calls, whatever a reply asks for

/// A job's clock runs while one of these lives.
class clock_run {
  public:
    explicit clock_run(job_clock& clock) : clock_(clock) { clock_.call_begins(steady_clock::now()); }
    ~clock_run() { clock_.call_ends(steady_clock::now()); }
    clock_run(const clock_run&) = delete;
    clock_run& operator=(const clock_run&) = delete;

  private:
    job_clock& clock_;
};

double jitter() {
    static std::minstd_rand random(std::random_device{}());
    return std::uniform_real_distribution<double>(0, 1)(random);
}

}  // namespace

milliseconds generated_test_job::time_left() const {
    return std::chrono::duration_cast<milliseconds>(clock_.left(steady_clock::now()));
}

void generated_test_job::launch(std::vector<call_id> ids) {
    for (const auto& id : ids) {
        auto& call = running_[id];
        call.id = id;
        auto on_end = [this, id](std::exception_ptr error) { call_ended(id, error); };
        auto task = perform(call);
        asio::co_spawn(services_.strand, std::move(task),
                       asio::bind_cancellation_slot(call.stop.slot(), std::move(on_end)));
    }
}

void generated_test_job::call_ended(const call_id& id, std::exception_ptr error) {
    const bool stopped = running_.at(id).stopped;
    running_.erase(id);
    wake();
    if (!error || stopped)
        return;
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {  // a bug: it costs this call's group, not the job
        services_.log.error("a call broke off",
                            {{"test", test_.id}, {"kind", to_string(id.kind)}, {"error", e.what()}});
        results_.push_back({id, call_outcome::failed, "The server failed at a call. Try again."});
    }
}

void generated_test_job::stop_calls(bool in_flight_too) {
    for (auto& [id, call] : running_) {
        const bool in_flight = call.stage == call_stage::sending || call.stage == call_stage::recording;
        if (call.stopped || (in_flight && !in_flight_too))
            continue;
        call.stopped = true;
        // A record that is being written is written to its end.
        if (call.stage != call_stage::recording)
            call.stop.emit(asio::cancellation_type::terminal);
    }
}

asio::awaitable<void> generated_test_job::perform(running_call& call) {
    auto result = co_await make_attempts(call);
    if (!result)
        co_return;
    co_await record(call, *result);
    results_.push_back(std::move(*result));
}

/// Nothing: the job or the server stops, and the call is left for the next start.
asio::awaitable<std::optional<call_result>> generated_test_job::make_attempts(running_call& call) {
    const auto priority = call.id.kind == call_kind::review ? call_priority::review : call_priority::write;
    retry_state retry;
    asio::steady_timer rest(services_.strand);
    for (;;) {
        call.stage = call_stage::waiting;
        auto permit = co_await services_.slots.acquire(priority);
        const clock_run running(clock_);
        if (!begun_) {
            begun_ = true;
            wake();
        }
        const auto reading = co_await attempt(call);
        permit.release();
        switch (reading.what) {
            case verdict::answered: co_return call_result{call.id, call_outcome::answered, reading.text};
            case verdict::refused: co_return call_result{call.id, call_outcome::refused, {}};
            case verdict::give_up: co_return call_result{call.id, call_outcome::failed, reading.sentence};
            case verdict::fatal: end(job_end::fatal, reading.sentence); co_return std::nullopt;
            case verdict::truncated:
                if (job_->splittable(call.id))
                    co_return call_result{call.id, call_outcome::truncated, {}};
                break;
            case verdict::try_again:
            case verdict::timed_out: break;
        }
        if (time_left() == 0ms) {  // the limit of an attempt is what was left of the job's time
            end(job_end::deadline);
            co_return std::nullopt;
        }
        const auto wait = retry.next(reading.what, reading.retry_after, jitter(), time_left());
        if (!wait)
            co_return call_result{call.id, call_outcome::failed, reading.sentence};
        if (draining_)
            co_return std::nullopt;
        call.stage = call_stage::resting;
        rest.expires_after(*wait);
        co_await rest.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<attempt_reading> generated_test_job::attempt(running_call& call) {
    call.stage = call_stage::sending;
    auto body = render_message_request(services_.settings.messages, schema_of(call.id.kind),
                                       max_tokens_of(call.id.kind), job_->request(call.id));
    const auto limit = std::min<milliseconds>(services_.settings.call_limit, time_left());
    const auto start = steady_clock::now();
    const auto answer = co_await services_.client.send(std::move(body), limit);
    const auto time = steady_clock::now() - start;
    const auto spent = std::chrono::duration_cast<milliseconds>(time);
    auto reading = read_attempt(answer);
    call.spent += spent;
    call.usage += reading.usage;
    usage_ += reading.usage;  // paid for, whatever becomes of the call
    if (reading.what == verdict::answered && !usable_reply(call.id.kind, reading.text)) {
        reading.what = verdict::try_again;
        reading.sentence = "The model's reply was not in the form that was asked for. Try again.";
    }
    services_.metrics.called(call.id.kind, answer, reading, time, cost_usd(test_.model, reading.usage));
    // The limit is one for all calls: none of them tries before it is over.
    if (answer.status == 429 && reading.what == verdict::try_again && reading.retry_after)
        services_.slots.pause(steady_clock::now() +
                              std::min<milliseconds>(*reading.retry_after, longest_pause));
    if (reading.what != verdict::answered)
        services_.log.warning("a call was not answered", {{"test", test_.id},
                                                          {"kind", to_string(call.id.kind)},
                                                          {"round", call.id.round},
                                                          {"group", call.id.group},
                                                          {"status", answer.status},
                                                          {"request_id", answer.request_id},
                                                          {"error", answer.error},
                                                          {"reason", reading.sentence},
                                                          {"ms", spent.count()}});
    co_return reading;
}

/// A finished call costs money: while the disk is full the reply stays in memory, and the write is tried
/// again.
asio::awaitable<void> generated_test_job::record(running_call& call, const call_result& result) {
    const call_record row{
        call.id.kind, call.id.round, call.id.group,     std::string(to_string(result.outcome)),
        result.text,  call.usage,    call.spent.count()};
    auto write = [id = test_.id, row, now = services_.now()](SQLite::Database& db) {
        generated_test_store(db).record_call(id, row, now);
    };
    const clock_run running(clock_);
    asio::steady_timer rest(services_.strand);
    for (auto wait = 1s;; wait = std::min(2 * wait, 10s)) {
        std::string failure;
        call.stage = call_stage::recording;
        try {
            co_await services_.database.run(write);
        } catch (const SQLite::Exception& e) {
            failure = e.what();
        }
        if (failure.empty() || call.stopped)
            co_return;
        services_.log.error("a call was not recorded; trying again",
                            {{"test", test_.id}, {"error", failure}});
        call.stage = call_stage::resting;
        rest.expires_after(wait);
        boost::system::error_code stopped;
        auto token = asio::redirect_error(asio::use_awaitable, stopped);
        co_await rest.async_wait(token);
        if (stopped)
            co_return;
    }
}

}  // namespace examwright
