#include "server/documents/housekeeper.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "db/document_store.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/run_coroutine.hpp"

using namespace examwright;
namespace asio = boost::asio;

namespace {

struct housekeeper_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    std::filesystem::path uploads = folder.path() / "uploads";

    housekeeper_fixture() { std::filesystem::create_directory(uploads); }

    std::string add_upload(const std::string& status) {
        document_record document;
        document.id = new_id();
        document.user_id = asha;
        document.source_type = "text";
        document.file_path = "uploads/" + document.id;
        document.status = status;
        document.created_at = document.updated_at = now;
        document_store(database).insert(document);
        write_file(document.id);
        return document.id;
    }
    void write_file(const std::string& name) { std::ofstream(uploads / name) << "text"; }
    bool has_file(const std::string& name) const { return std::filesystem::exists(uploads / name); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(housekeeper, housekeeper_fixture)

BOOST_AUTO_TEST_CASE(files_that_no_document_names_go_at_the_start) {
    const auto kept = add_upload("ready");
    const auto waiting = add_upload("processing");
    const auto removed = add_upload("ready");
    document_store(database).remove(removed, asha, now);
    write_file(new_id());
    std::filesystem::create_directory(uploads / "a folder");
    BOOST_TEST(sweep_uploads(database, folder.path()) == 2u);
    BOOST_TEST(has_file(kept));
    BOOST_TEST(has_file(waiting));
    BOOST_TEST(!has_file(removed));
    BOOST_TEST(sweep_uploads(database, folder.path()) == 0u);
}

BOOST_AUTO_TEST_CASE(old_uploads_go_and_it_stops_at_once) {
    const auto old = add_upload("ready");
    const auto waiting = add_upload("processing");
    asio::io_context context{1};
    asio::thread_pool workers{1};
    logger log{log_level::error};
    database_thread writer(file);
    examwright::housekeeper keeper({context.get_executor(),
                                    writer,
                                    workers,
                                    folder.path(),
                                    {.upload_days = 30},
                                    [this] { return after(31 * 24 * 3600); },
                                    log});
    auto whole = [&]() -> asio::awaitable<void> {
        co_await keeper.tidy();
        keeper.start();
        co_await keeper.stop();
    };
    test::run_coroutine(context, whole());
    BOOST_TEST(!has_file(old));
    BOOST_TEST(has_file(waiting));
    BOOST_TEST(document_store(database).find(old, asha)->status == "ready");
}

BOOST_AUTO_TEST_SUITE_END()
