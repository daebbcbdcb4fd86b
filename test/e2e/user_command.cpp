#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include "test/support/command_run.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

using namespace examwright::test;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

const std::string password = "a long password";

/// `examwright user ...` on a data folder.
class accounts {
  public:
    explicit accounts(std::filesystem::path folder) : folder_(std::move(folder)) {}

    command_run run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.begin(), "user");
        return run_command(words, {{"EXAMWRIGHT_DATA", folder_.string()}}, input);
    }
    command_run add(const std::string& email) const { return run({"add", email, "--json"}, password + "\n"); }
    json::object list() const { return run({"list", "--json"}).json(); }

  private:
    std::filesystem::path folder_;
};

int login(installation& server, const std::string& email, const std::string& word) {
    return server.api().post("/auth/login", json::object{{"email", email}, {"password", word}}).status;
}

/// The near end of a terminal.
class terminal {
  public:
    terminal() : near_(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        grantpt(near_);
        unlockpt(near_);
    }
    ~terminal() { ::close(near_); }
    terminal(const terminal&) = delete;
    terminal& operator=(const terminal&) = delete;

    std::string path() const { return ptsname(near_); }
    void type(const std::string& text) { BOOST_TEST(::write(near_, text.data(), text.size()) > 0); }
    /// What it shows so far: the echo of what was typed.
    std::string shown() const {
        ::fcntl(near_, F_SETFL, O_NONBLOCK);
        char bytes[4096];
        const auto got = ::read(near_, bytes, sizeof bytes);
        return {bytes, bytes + (got > 0 ? got : 0)};
    }

  private:
    int near_;
};

void wait_for_text(const std::filesystem::path& file, const std::string& text) {
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    for (;;) {
        std::ifstream in(file);
        const std::string all(std::istreambuf_iterator<char>(in), {});
        if (all.find(text) != all.npos)
            return;
        BOOST_REQUIRE(std::chrono::steady_clock::now() < deadline);
        std::this_thread::sleep_for(5ms);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(user_command)

BOOST_AUTO_TEST_CASE(a_fresh_folder_gets_an_admin_and_then_others) {
    const temporary_folder folder;
    const accounts users(folder.path() / "data");
    BOOST_TEST(users.run({"list"}).exit_code == 1);
    const auto first = users.add("you@example.org");
    BOOST_TEST(first.exit_code == 0);
    BOOST_TEST(text(first.json(), "role") == "admin");
    BOOST_TEST(text(users.add("b@example.org").json(), "role") == "faculty");
    const auto chosen = users.run({"add", "c@example.org", "--role", "admin", "--password-stdin"}, password);
    BOOST_TEST(chosen.output == "added c@example.org (admin)\n");
    const auto list = users.list();
    BOOST_TEST(list.at("total") == 3);
    BOOST_TEST(text(list.at("items").at(0).as_object(), "email") == "b@example.org");
    BOOST_TEST(list.at("items").at(0).at("documents") == 0);
    BOOST_TEST(users.run({"list"}).output.find("c@example.org    admin") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_can_not_be_done_is_said_and_changes_nothing) {
    const temporary_folder folder;
    const accounts users(folder.path());
    users.add("you@example.org");
    const std::vector<std::pair<std::vector<std::string>, std::string>> refused{
        {{"add", "YOU@example.org"}, "already"},       {{"add", "nobody"}, "email must be"},
        {{"passwd", "b@example.org"}, "no account"},   {{"role", "you@example.org", "faculty"}, "only admin"},
        {{"remove", "you@example.org"}, "only admin"}, {{"remove", "b@example.org"}, "no account"},
    };
    for (const auto& [words, why] : refused) {
        const auto run = users.run(words, password);
        BOOST_TEST(run.exit_code == 1);
        BOOST_TEST(run.output == "");
        BOOST_TEST(run.errors.find(why) != std::string::npos, run.errors);
    }
    BOOST_TEST(users.run({"add", "b@example.org"}, "short\n").exit_code == 1);
    BOOST_TEST(users.run({"add", "b@example.org"}, "").exit_code == 1);
    BOOST_TEST(users.list().at("total") == 1);
}

BOOST_AUTO_TEST_CASE(wrong_use_is_2) {
    const temporary_folder folder;
    const accounts users(folder.path());
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"fly"},
        {"add"},
        {"add", "a@example.org", "b@example.org"},
        {"add", "a@example.org", "--password", password},
        {"add", "a@example.org", "--role", "king"},
        {"role", "a@example.org"},
        {"role", "a@example.org", "king"},
        {"list", "--jso"},
    };
    for (const auto& words : wrong) {
        const auto run = users.run(words, password);
        BOOST_TEST(run.exit_code == 2);
        BOOST_TEST(run.output == "");
        BOOST_TEST(run.errors.find("--help") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_terminal_is_asked_twice_and_shows_no_password) {
    const temporary_folder folder;
    const auto errors = folder.path() / "errors";
    terminal screen;
    child_process process(EXAMWRIGHT_BINARY,
                          {"user", "add", "you@example.org", "--data", (folder.path() / "data").string()}, {},
                          errors.string(), screen.path());
    wait_for_text(errors, "Password: ");
    screen.type(password + "\n");
    wait_for_text(errors, "Again: ");
    screen.type(password + "\n");
    BOOST_TEST(process.read_line() == "added you@example.org (admin)");
    BOOST_TEST(process.wait() == 0);
    BOOST_TEST(screen.shown().find(password) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_signal_at_the_prompt_gives_the_terminal_back) {
    const temporary_folder folder;
    const auto errors = folder.path() / "errors";
    terminal screen;
    const int kept_open = ::open(screen.path().c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    child_process process(EXAMWRIGHT_BINARY,
                          {"user", "add", "you@example.org", "--data", (folder.path() / "data").string()}, {},
                          errors.string(), screen.path());
    wait_for_text(errors, "Password: ");
    process.signal(SIGINT);
    BOOST_TEST(process.wait() == 128 + SIGINT);
    termios state{};
    BOOST_TEST(::tcgetattr(kept_open, &state) == 0);
    BOOST_TEST((state.c_lflag & ECHO) != 0u);
    ::close(kept_open);
}

BOOST_AUTO_TEST_CASE(a_running_server_sees_it_at_once) {
    installation server("");
    const accounts users(server.data());
    BOOST_TEST(users.add("b@example.org").exit_code == 0);
    BOOST_TEST(login(server, "b@example.org", password) == 200);
    BOOST_TEST(server.api().get("/auth/me").status == 200);
    BOOST_TEST(users.run({"passwd", "teacher@example.org"}, "battery staple\n").exit_code == 0);
    BOOST_TEST(server.api().get("/auth/me").status == 401);
    BOOST_TEST(login(server, "teacher@example.org", "correct horse") == 401);
    BOOST_TEST(login(server, "teacher@example.org", "battery staple") == 200);
    BOOST_TEST(text(users.run({"role", "b@example.org", "admin", "--json"}).json(), "role") == "admin");
    BOOST_TEST(users.run({"remove", "teacher@example.org"}).exit_code == 0);
    BOOST_TEST(login(server, "teacher@example.org", "battery staple") == 401);
}

BOOST_AUTO_TEST_CASE(a_reset_link_sets_a_new_password_once) {
    installation server("");
    const accounts users(server.data());
    const auto made = users.run(
        {"reset-link", "teacher@example.org", "--json", "--public-url", "https://exam.example.org/tests/"});
    BOOST_TEST(made.exit_code == 0);
    const auto link = text(made.json(), "link");
    const std::string start = "https://exam.example.org/tests/#/reset/";
    BOOST_REQUIRE(link.starts_with(start));
    const json::object change{{"token", link.substr(start.size())}, {"new_password", "battery staple"}};
    BOOST_TEST(server.api().post("/auth/reset", change).status == 204);
    BOOST_TEST(login(server, "teacher@example.org", "battery staple") == 200);
    BOOST_TEST(server.api().post("/auth/reset", change).status == 404);
    BOOST_TEST(users.run({"reset-link", "b@example.org"}).exit_code == 1);
    BOOST_TEST(users.run({"reset-link", "teacher@example.org", "--public-url", "x"}).exit_code == 2);
}

/// The job's writes then find nothing to write to; no other account's may suffer from it.
BOOST_AUTO_TEST_CASE(a_user_goes_with_files_and_tests_while_one_of_them_is_made) {
    simulator_process api(300);
    installation server(api.url());
    const accounts users(server.data());
    users.run({"add", "b@example.org", "--role", "admin"}, password);
    server.start_test(server.add_document(sample_text(20)), 12);
    api.wait_for("calls", 1);
    const auto uploads = server.data() / "uploads";
    BOOST_TEST(!std::filesystem::is_empty(uploads));
    const auto removed = users.run({"remove", "teacher@example.org", "--json"});
    BOOST_TEST(removed.exit_code == 0);
    BOOST_TEST(removed.json().at("documents") == 1);
    BOOST_TEST(std::filesystem::is_empty(uploads));

    const json::object account{{"email", "b@example.org"}, {"password", password}};
    server.api().token = text(server.api().post("/auth/login", account).json().as_object(), "access_token");
    const auto test = server.start_test(server.add_document(sample_text(5)), 3);
    BOOST_TEST(text(server.wait_for_test(test), "status") == "completed");
    server.restart(SIGTERM);
    BOOST_TEST(server.api().get("/health").status == 200);
    BOOST_TEST(users.list().at("total") == 1);
    server.stop(SIGTERM);
    check_database(server.data() / "examwright.db");
}

BOOST_AUTO_TEST_SUITE_END()
