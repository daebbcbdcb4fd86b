#include "server/documents/extraction_queue.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>

#include "db/document_store.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/run_coroutine.hpp"

using namespace examwright;
using namespace examwright::test;
namespace asio = boost::asio;

namespace {

/// Answers at once, throws, or waits for its cancellation.
class stand_in_extractor : public text_extractor {
  public:
    enum class way { answers, throws, waits } way = way::answers;
    int running = 0;

    asio::awaitable<result<extraction_report>> extract(extraction_request) override {
        ++running;
        struct count_down {
            int& value;
            ~count_down() { --value; }
        } at_end{running};
        if (way == way::throws)
            throw std::runtime_error("no process could be started");
        if (way == way::waits) {
            asio::steady_timer never(co_await asio::this_coro::executor,
                                     asio::steady_timer::time_point::max());
            co_await never.async_wait(asio::use_awaitable);
        }
        extraction_report found;
        found.text = "Some text.\fMore.";
        co_return found;
    }
};

struct extraction_queue_fixture : database_fixture {
    std::string user = add_user("asha@example.org");
    std::string id = add_document(user);
    asio::io_context context{1};
    logger log{log_level::error};
    database_thread writer{file};
    stand_in_extractor extractor;
    examwright::extraction_queue intake{
        {context.get_executor(), writer, extractor, folder.path(), [this] { return now; }, log}};

    document_record document() { return document_store(database).find(id, user).value(); }
    void run_until_taken_in() {
        while (intake.running() > 0)
            context.run_one();
        context.restart();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(extraction_queue, extraction_queue_fixture)

BOOST_AUTO_TEST_CASE(what_was_read_is_stored_and_counted) {
    intake.start(document());
    run_until_taken_in();
    BOOST_TEST(document().status == "ready");
    BOOST_TEST(document().character_count.value() == 15);
    BOOST_TEST(document().word_count.value() == 3);
    BOOST_TEST(document().page_count.value() == 2);
    BOOST_TEST(document_store(database).text(id).value() == "Some text.\fMore.");
}

BOOST_AUTO_TEST_CASE(a_fault_of_the_machine_is_told_to_the_owner) {
    extractor.way = stand_in_extractor::way::throws;
    intake.start(document());
    run_until_taken_in();
    BOOST_TEST(document().status == "extraction_failed");
    BOOST_TEST(document().failure_reason.value().find("tell the server's owner") != std::string::npos);
    BOOST_TEST(document().failure_reason.value().find("no process") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_stop_leaves_the_document_for_the_next_start) {
    extractor.way = stand_in_extractor::way::waits;
    run_coroutine(context, intake.resume());
    while (extractor.running == 0)
        context.run_one();
    run_coroutine(context, intake.stop());
    BOOST_TEST(intake.running() == 0u);
    BOOST_TEST(extractor.running == 0);
    BOOST_TEST(document().status == "processing");

    extractor.way = stand_in_extractor::way::answers;
    run_coroutine(context, intake.resume());
    run_until_taken_in();
    BOOST_TEST(document().status == "ready");
}

BOOST_AUTO_TEST_CASE(a_removed_document_is_no_longer_read) {
    extractor.way = stand_in_extractor::way::waits;
    intake.start(document());
    while (extractor.running == 0)
        context.run_one();
    intake.cancel(id);
    run_until_taken_in();
    BOOST_TEST(extractor.running == 0);
    intake.cancel(id);  // gone already: nothing happens
}

BOOST_AUTO_TEST_CASE(a_document_that_is_being_read_is_not_begun_again) {
    extractor.way = stand_in_extractor::way::waits;
    intake.start(document());
    run_coroutine(context, intake.resume());  // as when a document comes before what was left is taken up
    while (extractor.running == 0)
        context.run_one();
    BOOST_TEST(intake.running() == 1u);
    context.poll();
    BOOST_TEST(extractor.running == 1);
    run_coroutine(context, intake.stop());
    intake.start(document());
    BOOST_TEST(intake.running() == 0u);
}

BOOST_AUTO_TEST_CASE(an_error_that_does_not_pass_fails_the_document_with_its_reason) {
    database.exec(
        "CREATE TRIGGER broken BEFORE UPDATE ON documents WHEN NEW.status = 'ready' "
        "BEGIN SELECT RAISE(ABORT, 'no such luck'); END");
    intake.start(document());
    run_until_taken_in();
    BOOST_TEST(document().status == "extraction_failed");
    BOOST_TEST(document().failure_reason.value().find("no such luck") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_upload_that_a_restored_copy_does_not_have_is_asked_for_again) {
    database.exec("UPDATE documents SET file_path = 'uploads/lost'");
    intake.start(document());
    run_until_taken_in();
    BOOST_TEST(document().status == "extraction_failed");
    BOOST_TEST(document().failure_reason.value().find("Upload it again") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
