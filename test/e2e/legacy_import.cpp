#include <poll.h>
#include <signal.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <optional>

#include "test/support/database_checks.hpp"
#include "test/support/installation.hpp"
#include "test/support/old_database.hpp"
#include "test/support/sample_text.hpp"

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace examwright::test;

namespace {

/// A folder of the old service, and one for the new.
struct legacy_import_fixture {
    temporary_folder folder;
    fs::path old_file = folder.path() / "old.db";
    fs::path data = folder.path() / "data";
    fs::path file = data / "examwright.db";
    std::optional<child_process> server;
    std::optional<http_client> api;

    std::string output;

    int import() {
        child_process process(EXAMWRIGHT_BINARY,
                              {"migrate", "import", old_file.string(), "--data", data.string()});
        output = process.read_all();
        return process.wait();
    }
    void serve() {
        server.emplace(EXAMWRIGHT_BINARY, std::vector<std::string>{"serve", "--port", "0"},
                       child_process::variables{{"EXAMWRIGHT_DATA", data.string()}});
        api.emplace(server->read_port());
    }
    int login(const std::string& email, const std::string& password = "old-password") {
        const auto reply = api->post("/auth/login", json::object{{"email", email}, {"password", password}});
        if (reply.status == 200)
            api->token = text(reply.json().as_object(), "access_token");
        return reply.status;
    }
    json::object get(const std::string& path) { return api->get(path).json().as_object(); }
    std::string hash_of(const char* user) {
        SQLite::Database database(file.string());
        SQLite::Statement query(database, "SELECT password_hash FROM users WHERE id = ?");
        query.bind(1, user);
        query.executeStep();
        return query.getColumn(0).getString();
    }
    void change_old(const std::string& sql, const std::string& value = "") {
        SQLite::Database database(old_file.string(), SQLite::OPEN_READWRITE);
        SQLite::Statement statement(database, sql);
        if (!value.empty())
            statement.bind(1, value);
        statement.exec();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(legacy_import, legacy_import_fixture)

BOOST_AUTO_TEST_CASE(a_user_of_the_old_service_goes_on_where_it_ended) {
    old_database{.revision = 5, .with_unfinished_tests = true, .with_orphans = true}.make(old_file);
    change_old("UPDATE documents SET extracted_text = ?1 WHERE title = 'Rivers'", sample_text(3));
    BOOST_TEST_REQUIRE(import() == 0);
    serve();
    BOOST_TEST(login("asha@example.org", "wrong") == 401);
    BOOST_TEST(hash_of(old_database::asha).starts_with("$2b$12$"));
    BOOST_TEST(login("asha@example.org") == 200);
    BOOST_TEST(hash_of(old_database::asha).starts_with("$y$"));
    BOOST_TEST(hash_of(old_database::ben).starts_with("$2b$12$"));
    BOOST_TEST(login("asha@example.org") == 200);

    BOOST_TEST(get("/documents").at("total").as_int64() == 2);
    const auto rivers = get(std::string("/documents/") + old_database::pdf);
    BOOST_TEST(rivers.at("word_count").as_int64() > 500);
    BOOST_TEST(text(rivers, "extracted_text") == sample_text(3));
    BOOST_TEST(get(std::string("/documents/") + old_database::pdf + "/extract").at("page_count").is_null());

    const std::string path = std::string("/tests/") + old_database::completed;
    const auto test = get(path);
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(text(test, "created_at") == "2025-03-03T11:00:00.000000Z");
    BOOST_TEST(test.at("elapsed_time").as_int64() == 42);
    const auto& questions = test.at("questions").as_array();
    BOOST_TEST_REQUIRE(questions.size() == 4u);
    BOOST_TEST(json::serialize(questions[2].at("options")) ==
               R"({"A":"Nile","B":"Rhine","C":"Ob","D":"Po","E":"Alps"})");
    BOOST_TEST(text(get(path + "/status"), "message") == "4 of 4 questions created");
    const auto waiting = get(std::string("/tests/") + old_database::waiting);
    BOOST_TEST(text(waiting, "status") == "failed");
    BOOST_TEST(text(waiting, "failure_reason").find("batch") != std::string::npos);

    const auto question = path + "/questions/" + text(questions[2].as_object(), "id");
    const auto edited = api->request("PATCH", question, {{"Content-Type", "application/json"}},
                                     R"({"question": "Which of them is no river?"})");
    BOOST_TEST(edited.status == 200, edited.body);
    BOOST_TEST(text(edited.json().as_object(), "correct_option") == "E");
    for (const char* format : {"docx", "gift", "moodle-xml", "qti", "anki", "csv", "markdown", "json"}) {
        const auto reply = api->get(path + "/export?format=" + format);
        BOOST_TEST(reply.status == 200, format);
        BOOST_TEST(!reply.body.empty(), format);
    }
    BOOST_TEST(api->get(path + "/export?format=gift").body.find("Which of them is no river?") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_old_document_makes_a_new_test) {
    old_database{}.make(old_file);
    change_old("UPDATE documents SET extracted_text = ?1 WHERE title = 'Rivers'", sample_text(3));
    BOOST_TEST_REQUIRE(import() == 0);
    serve();
    BOOST_TEST_REQUIRE(login("asha@example.org") == 200);
    const auto made =
        api->post("/tests/generate", json::object{{"document_id", old_database::pdf}, {"num_questions", 5}});
    BOOST_TEST_REQUIRE(made.status == 202, made.body);
    const auto path = "/tests/" + text(made.json().as_object(), "id");
    while (text(get(path + "/status"), "phase") != "done")
        poll(nullptr, 0, 5);
    BOOST_TEST(text(get(path), "status") == "completed");
    server->signal(SIGTERM);
    server->wait();
    check_database(file);
}

BOOST_AUTO_TEST_CASE(an_old_super_admin_is_an_admin) {
    old_database{}.make(old_file);
    BOOST_TEST_REQUIRE(import() == 0);
    serve();
    BOOST_TEST_REQUIRE(login("ben@example.org") == 200);
    BOOST_TEST(text(get("/auth/me"), "role") == "admin");
    const auto users = get("/admin/users");
    BOOST_TEST(users.at("total").as_int64() == 2);
    const std::string me = std::string("/admin/users/") + old_database::ben;
    const http_client::headers is_json{{"Content-Type", "application/json"}};
    BOOST_TEST(api->request("PATCH", me, is_json, R"({"role": "faculty"})").status == 409);
    BOOST_TEST_REQUIRE(login("asha@example.org") == 200);
    BOOST_TEST(api->get("/admin/users").status == 403);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_not_read_yet_is_read_by_the_server) {
    old_database{}.make(old_file);
    std::ofstream(folder.path() / "late.pdf") << "%PDF-1.4, but not much of one";
    change_old(
        "UPDATE documents SET status = 'uploaded', file_path = 'late.pdf' WHERE filename = 'scan.pdf'");
    BOOST_TEST_REQUIRE(import() == 0);
    serve();
    BOOST_TEST_REQUIRE(login("asha@example.org") == 200);
    const std::string path = std::string("/documents/") + old_database::failed;
    while (text(get(path), "status") == "processing")
        poll(nullptr, 0, 5);
    BOOST_TEST(text(get(path), "status") == "extraction_failed");
    BOOST_TEST(text(get(path), "failure_reason").find("PDF") != std::string::npos,
               text(get(path), "failure_reason"));
}

BOOST_AUTO_TEST_CASE(a_kill_in_the_middle_leaves_no_database_and_the_next_import_works) {
    old_database{}.make(old_file);
    change_old(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        "INSERT INTO documents (id, user_id, source_type, status, extracted_text) "
        "SELECT 'd' || i, ?1, 'pasted_text', 'ready', printf('%20000s', 'word ') FROM n",
        old_database::asha);
    for (int kill = 1; kill <= 3; ++kill) {
        child_process process(EXAMWRIGHT_BINARY,
                              {"migrate", "import", old_file.string(), "--data", data.string()});
        const auto work = data / "examwright.import-work";
        std::error_code not_there_yet;
        while (!(fs::file_size(work, not_there_yet) > 1'000'000 * static_cast<unsigned>(kill * kill) &&
                 !not_there_yet))
            poll(nullptr, 0, 1);
        process.signal(SIGKILL);
        BOOST_TEST(process.wait() == 128 + SIGKILL);
        BOOST_TEST(!fs::exists(file));
    }
    BOOST_TEST(import() == 0);
    check_database(file);
    for (const auto& entry : fs::directory_iterator(data))
        BOOST_TEST((entry.path() == file || entry.path() == data / "uploads"), entry.path());
}

BOOST_AUTO_TEST_CASE(a_running_server_is_not_surprised) {
    old_database{}.make(old_file);
    serve();  // on an empty folder: its database has no users yet
    BOOST_TEST(import() == 1);
    child_process second(EXAMWRIGHT_BINARY, {"serve", "--port", "0", "--data", data.string()});
    BOOST_TEST(second.wait() == 1);
    server->signal(SIGTERM);
    server->wait();
    BOOST_TEST(import() == 0);
    serve();
    BOOST_TEST(login("asha@example.org") == 200);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_put_in_place_by_hand_is_taken_over_at_the_start) {
    fs::create_directories(data);
    old_database{.revision = 5, .with_alembic_version = false, .with_orphans = true}.make(file);
    serve();
    BOOST_TEST(login("asha@example.org") == 200);
    BOOST_TEST(get("/documents").at("total").as_int64() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
