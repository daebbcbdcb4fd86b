#include "server/jobs/job_call.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cassert>
#include <memory>
#include <random>
#include <utility>

#include "core/claude/price.hpp"
#include "db/job_store.hpp"
#include "server/jobs/disk_full_retry.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using stage = generation_call::stage;

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

/// Takes back, unless it is written, that a run's start counts.
struct start_count {
    bool& counted;
    bool pending;
    ~start_count() {
        if (pending)
            counted = false;
    }
};

double jitter() {
    static std::minstd_rand random(std::random_device{}());
    return std::uniform_real_distribution<double>(0, 1)(random);
}

attempt_reading read_reply(const http_answer& answer, call_kind kind) {
    auto reading = read_attempt(answer);
    if (reading.what == verdict::answered && !usable_reply(kind, reading.text)) {
        reading.what = verdict::try_again;
        reading.sentence = "The model's reply was not in the form that was asked for. Try again.";
    }
    return reading;
}

}  // namespace

milliseconds job_call::time_left() const {
    return std::chrono::duration_cast<milliseconds>(context_.clock.left(steady_clock::now()));
}

void job_call::stop(bool in_flight_too) {
    if (call_.stop(in_flight_too))
        interrupt_.emit(asio::cancellation_type::terminal);
}

asio::awaitable<call_end> job_call::run() {
    auto& services = context_.services;
    const auto id = call_.id();
    const auto priority = id.kind == call_kind::review ? call_priority::review : call_priority::write;
    asio::steady_timer rest(services.strand);
    for (;;) {
        call_.enter(stage::queued);
        assert(services.strand.running_in_this_thread());
        auto permit = co_await services.slots.acquire(priority);
        call_.enter(stage::preparing);
        context_.on_slot();
        auto messages = services.settings.messages;
        if (id.kind == call_kind::review)
            messages.effort = services.settings.review_effort;
        auto request = co_await context_.job.request_of(id, messages);
        co_await begin_request(request.expected);
        if (call_.stopped()) {
            call_.takes_back();
            co_await settle();
            co_return call_end{};
        }
        const clock_run running(context_.clock);
        const auto reading = co_await send(std::move(request.body));
        permit.release();
        auto step = call_.receives(reading, request.questions > 1, jitter(), time_left());
        if (step.what != call_step::action::retry)
            co_return co_await leave(std::move(step));
        co_await settle();
        if (call_.stopped())
            co_return call_end{};
        call_.enter(stage::resting);
        rest.expires_after(step.wait);
        co_await rest.async_wait(asio::use_awaitable);
    }
}

/// Counts the request before it is sent: one that is cancelled in flight is paid for all the same. While the
/// disk is full nothing is sent, as nothing could be counted or recorded.
asio::awaitable<void> job_call::begin_request(const token_usage& expected) {
    call_.prepares(expected);
    const auto due = call_.due();
    const bool is_first = !std::exchange(context_.start_counted, true);
    start_count start{context_.start_counted, is_first};
    if (!is_first && cost_usd(context_.test.model, due.usage).value_or(0) == 0)
        co_return;
    auto& services = context_.services;
    auto write = [test = context_.test, is_first, due, now = services.now()](SQLite::Database& db) {
        job_store(db).begin_request(test, is_first, due, now);
    };
    asio::steady_timer rest(services.strand);
    disk_full_retry retry(services.log, "a call could not begin", context_.test.id);
    while (!call_.stopped()) {
        call_.enter(stage::preparing);
        try {
            co_await services.database.run(write);
            call_.paid(due);
            start.pending = false;
            co_return;
        } catch (const SQLite::Exception& e) {
            retry.failed(e);
        }
        call_.enter(stage::resting);
        rest.expires_after(retry.next_wait());
        co_await rest.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<attempt_reading> job_call::send(std::string body) {
    auto& services = context_.services;
    call_.enter(stage::sending);
    const auto limit = std::min<milliseconds>(services.settings.call_limit, time_left());
    const auto start = steady_clock::now();
    auto answer = co_await services.client.send(std::move(body), limit);
    call_.enter(stage::answered);
    co_return co_await read(std::move(answer), steady_clock::now() - start);
}

asio::awaitable<attempt_reading> job_call::read(http_answer received, steady_clock::duration time) {
    auto& services = context_.services;
    const auto kind = call_.id().kind;
    const auto shared = std::make_shared<const http_answer>(std::move(received));
    const http_answer& answer = *shared;
    auto work = [shared, kind] { return read_reply(*shared, kind); };
    auto reading = co_await run_on(services.workers, std::move(work));
    const auto spent = std::chrono::duration_cast<milliseconds>(time);
    spent_ += spent;
    context_.usage += reading.usage;  // paid for, whatever becomes of the call
    services.metrics.called(kind, answer, reading, time, cost_usd(context_.test.model, reading.usage));
    // The limit is one for all calls: none of them tries before it is over.
    if (answer.status == 429 && reading.what == verdict::try_again && reading.retry_after)
        services.slots.pause(steady_clock::now() +
                             std::min<milliseconds>(*reading.retry_after, longest_pause));
    if (reading.what != verdict::answered)
        log_failure(answer, reading, spent);
    co_return reading;
}

void job_call::log_failure(const http_answer& answer, const attempt_reading& reading,
                           milliseconds time) const {
    const auto& error = reading.server_words.empty() ? answer.error : reading.server_words;
    context_.services.log.warning("a call was not answered", {{"test", context_.test.id},
                                                              {"kind", to_string(call_.id().kind)},
                                                              {"round", call_.id().round},
                                                              {"group", call_.id().group},
                                                              {"status", answer.status},
                                                              {"request_id", answer.request_id},
                                                              {"error", error},
                                                              {"reason", reading.sentence},
                                                              {"ms", time.count()}});
}

/// Ends the call after its last attempt.
asio::awaitable<call_end> job_call::leave(call_step step) {
    if (step.what == call_step::action::finish)
        co_return co_await record(std::move(step.result));
    co_await settle();
    call_end end;
    if (step.what == call_step::action::end_job)
        end.ends_job = job_end::fatal;
    else if (step.what == call_step::action::out_of_time)
        end.ends_job = job_end::deadline;
    end.sentence = std::move(step.result.text);
    co_return end;
}

/// Corrects what was counted of requests that ended otherwise than expected.
asio::awaitable<void> job_call::settle() {
    if (call_.due().empty())
        co_return;
    auto& services = context_.services;
    auto write = [test = context_.test, due = call_.due(), now = services.now()](SQLite::Database& db) {
        job_store(db).spend(test, due, now);
    };
    try {
        co_await services.database.run(std::move(write));
        call_.paid(call_.due());
    } catch (const SQLite::Exception& e) {
        services.log.warning("what a request took was not counted",
                             {{"test", context_.test.id}, {"error", e.what()}});
    }
}

/// A finished call costs money: while the disk is full its reply stays in memory, and the write is tried
/// again.
asio::awaitable<call_end> job_call::record(call_result result) {
    auto& services = context_.services;
    const auto id = call_.id();
    const call_record row{id.kind,     id.round,      id.group,      std::string(to_string(result.outcome)),
                          result.text, call_.usage(), spent_.count()};
    auto write = [test = context_.test, row, due = call_.due(), now = services.now()](SQLite::Database& db) {
        job_store(db).record_call(test, row, due, now);
    };
    asio::steady_timer rest(services.strand);
    disk_full_retry retry(services.log, "a call was not recorded", context_.test.id);
    while (true) {
        call_.enter(stage::answered);
        try {
            co_await services.database.run(write);
            co_return call_end{std::move(result), {}, {}};
        } catch (const SQLite::Exception& e) {
            if (call_.stopped())
                co_return call_end{};
            retry.failed(e);
        }
        call_.enter(stage::resting);
        rest.expires_after(retry.next_wait());
        co_await rest.async_wait(asio::use_awaitable);
    }
}

}  // namespace examwright
