#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "server/claude/claude_client.hpp"
#include "server/jobs/job_runner.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/sample_text.hpp"
#include "test/support/scripted_server.hpp"

namespace examwright::test {

/// A job on a short document of its own, against a server that does what a test says.
struct scripted_job : database_fixture {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work =
        boost::asio::make_work_guard(context);
    logger log{log_level::error};
    job_settings settings;
    int requests = 0;  // that the server got

    std::string new_test(int questions) {
        const auto user = add_user("teacher@example.org");
        const auto document = add_document(user);
        const auto text = sample_text(1).substr(0, 1400);  // one chunk: one call at a time
        document_store(database).set_ready(document, {.text = text, .characters = 1400, .words = 200}, now);
        generated_test_record test;
        test.user_id = user;
        test.document_id = document;
        test.target_questions = questions;
        test.created_at = test.updated_at = system_time();
        return job_store(database).create(test).value().id;
    }

    static timestamp system_time() {
        return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    }

    /// The test of a job whose every call fails.
    generated_test_record run_job(const claude_settings& way, int questions = 3) {
        const auto id = new_test(questions);
        const auto user = user_store(database).find_by_email("teacher@example.org")->user.id;
        database_thread on_thread(file);
        claude_client client(way);
        priority_semaphore slots;
        boost::asio::thread_pool workers{1};
        const auto strand = boost::asio::make_strand(context);
        job_runner jobs({strand, on_thread, workers, client, slots, log, settings, system_time});
        auto whole = [&]() -> boost::asio::awaitable<void> {
            jobs.start(*generated_test_store(database).find(id, user));
            co_await jobs.wait_until_ended(id, std::chrono::seconds(50));
            co_await jobs.stop(std::chrono::seconds(0));
        };
        run_coroutine(context, whole());
        const auto test = *generated_test_store(database).find(id, user);
        BOOST_TEST(test.status == "failed");
        BOOST_TEST(test.failure_reason.value_or("").find("secret") == std::string::npos);
        return test;
    }

    claude_settings way_to(const scripted_server& server) const {
        claude_settings way;
        way.base_url = "http://127.0.0.1:" + std::to_string(server.port());
        way.api_key = "test-key";
        return way;
    }

    /// A server whose every request is answered with these bytes.
    generated_test_record run_against(std::string bytes, int questions = 3) {
        requests = 0;
        auto answer = [this, bytes](scripted_peer& peer) -> boost::asio::awaitable<void> {
            for (;;) {
                co_await peer.request();
                ++requests;
                co_await peer.send(bytes);
            }
        };
        scripted_server server(context, {20, answer});
        return run_job(way_to(server), questions);
    }

    /// A server whose every connection ends after one request and these bytes.
    generated_test_record run_against_end(std::string bytes) {
        requests = 0;
        auto answer = [this, bytes](scripted_peer& peer) -> boost::asio::awaitable<void> {
            co_await peer.request();
            ++requests;
            co_await peer.send(bytes);
        };
        scripted_server server(context, {20, answer});
        return run_job(way_to(server));
    }

    /// No wait between attempts fits into this: a call that fails is not tried again.
    void leave_no_time() { settings.budget = std::chrono::milliseconds(740); }
};

}  // namespace examwright::test
