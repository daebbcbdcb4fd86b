#include <SQLiteCpp/Database.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <thread>

#include "test/support/command_run.hpp"
#include "test/support/installation.hpp"

using namespace examwright::test;
namespace json = boost::json;

namespace {

command_run examine(const std::filesystem::path& data, child_process::variables settings) {
    settings["EXAMWRIGHT_DATA"] = data.string();
    return run_command({"doctor", "--json"}, settings);
}

/// The level of one check; "" where it is missing.
std::string level_of(const command_run& run, const std::string& check) {
    const auto report = run.json();
    for (const auto& each : report.at("checks").as_array())
        if (text(each.as_object(), "check") == check)
            return text(each.as_object(), "level");
    return "";
}

child_process::variables claude_at(const std::string& url) {
    return {{"ANTHROPIC_API_KEY", "test-key"}, {"ANTHROPIC_BASE_URL", url}};
}

/// A server that answers one request with this status.
class one_answer {
  public:
    explicit one_answer(const std::string& status) {
        server_ = std::thread([this, status] {
            tcp::socket client(context_);
            acceptor_.accept(client);
            std::string request;
            boost::asio::read_until(client, boost::asio::dynamic_buffer(request), "\r\n\r\n{}");
            boost::asio::write(client,
                               boost::asio::buffer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
        });
    }
    ~one_answer() { server_.join(); }
    one_answer(const one_answer&) = delete;
    one_answer& operator=(const one_answer&) = delete;

    std::string url() const {
        return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
    }

  private:
    using tcp = boost::asio::ip::tcp;
    boost::asio::io_context context_;
    tcp::acceptor acceptor_{context_, {boost::asio::ip::address_v4::loopback(), 0}};
    std::thread server_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(doctor_command)

BOOST_AUTO_TEST_CASE(a_fresh_installation_is_well_and_stays_untouched) {
    const temporary_folder folder;
    const auto run = examine(folder.path() / "data", {{"EXAMWRIGHT_ENGINE", "offline"}});
    BOOST_TEST(run.exit_code == 0);
    BOOST_TEST(run.json().at("ok") == true);
    BOOST_TEST(run.json().at("errors") == 0);
    for (const auto* check :
         {"pdftotext", "data folder", "disk", "permissions", "schema", "room", "clock", "claude"})
        BOOST_TEST(level_of(run, check) == "ok", check);
    BOOST_TEST(!level_of(run, "sandbox").empty());
    BOOST_TEST(!std::filesystem::exists(folder.path() / "data"));
}

BOOST_AUTO_TEST_CASE(the_link_of_the_first_account_is_told_until_there_is_one) {
    const temporary_folder folder;
    const auto data = folder.path() / "data";
    const child_process::variables settings{{"EXAMWRIGHT_ENGINE", "offline"},
                                            {"EXAMWRIGHT_PUBLIC_URL", "https://exam.example.org"}};
    BOOST_TEST(run_command({"migrate", "up", "--data", data.string()}, settings).exit_code == 0);
    const std::string token(43, 't');
    std::ofstream(data / "setup-token") << token << "\n";
    std::filesystem::permissions(data / "setup-token", std::filesystem::perms::owner_read);
    const auto run = examine(data, settings);
    BOOST_TEST(run.exit_code == 0);
    BOOST_TEST(level_of(run, "set-up") == "warning");
    BOOST_TEST(run.output.find("https://exam.example.org/#/welcome/" + token) != std::string::npos);
    run_command({"user", "add", "you@example.org", "--password-stdin", "--data", data.string()}, settings,
                "correct horse\n");
    BOOST_TEST(level_of(examine(data, settings), "set-up") == "");
}

BOOST_AUTO_TEST_CASE(the_way_to_claude_is_tried_without_a_call) {
    const temporary_folder folder;
    simulator_process api;
    const auto run = examine(folder.path(), claude_at(api.url()));
    BOOST_TEST(run.exit_code == 0);
    BOOST_TEST(level_of(run, "claude") == "ok");
    BOOST_TEST(api.stats().at("writes") == 0);
    BOOST_TEST(run.output.find("test-key") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refused_key_and_a_server_that_is_not_there_are_errors) {
    const temporary_folder folder;
    for (const auto* status : {"401 Unauthorized", "402 Payment Required", "404 Not Found"}) {
        const one_answer api(status);
        const auto refused = examine(folder.path(), claude_at(api.url()));
        BOOST_TEST(refused.exit_code == 1);
        BOOST_TEST(level_of(refused, "claude") == "error");
    }
    const auto closed = examine(folder.path(), claude_at("http://127.0.0.1:1"));
    BOOST_TEST(closed.exit_code == 1);
    BOOST_TEST(level_of(closed, "claude") == "error");
    BOOST_TEST(level_of(examine(folder.path(), {}), "claude") == "warning");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_settings_files_and_database_is_told) {
    const temporary_folder folder;
    const child_process::variables offline{{"EXAMWRIGHT_ENGINE", "offline"}};
    const auto wrong = examine(folder.path(), {{"EXAMWRIGHT_PORT", "banana"}});
    BOOST_TEST(wrong.exit_code == 1);
    BOOST_TEST(level_of(wrong, "settings") == "error");
    BOOST_TEST(run_command({"migrate", "up", "--data", folder.path().string()}).exit_code == 0);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    BOOST_TEST(level_of(examine(folder.path(), offline), "permissions") == "warning");
    {
        SQLite::Database database((folder.path() / "examwright.db").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE alembic_version SET version_num = '999'");
    }
    const auto newer = examine(folder.path(), offline);
    BOOST_TEST(newer.exit_code == 1);
    BOOST_TEST(level_of(newer, "schema") == "error");
    BOOST_TEST(run_command({"doctor", "--nope"}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
