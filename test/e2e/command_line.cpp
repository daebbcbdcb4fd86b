#include <SQLiteCpp/Database.h>
#include <poll.h>
#include <signal.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

using namespace examwright::test;

namespace {

struct outcome {
    std::string output;
    int exit_code;
};

outcome run(const std::vector<std::string>& arguments, const child_process::variables& settings = {}) {
    child_process process(EXAMWRIGHT_BINARY, arguments, settings);
    outcome result;
    result.output = process.read_all();
    result.exit_code = process.wait();
    return result;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

/// Waits until the program has a child that reads a document: in the sandbox by the reader's name, and
/// without one, perhaps, as the "sleep" that the reader of the test becomes.
void wait_for_reader(const child_process& program) {
    const auto id = std::to_string(program.id());
    for (;;) {
        std::ifstream children("/proc/" + id + "/task/" + id + "/children");
        std::string child, command;
        if (children >> child)
            std::getline(std::ifstream("/proc/" + child + "/cmdline"), command);
        const bool reads = contains(command, "examwright-extract") || contains(command, "sleep");
        if (reads && !contains(command, "--report-sandbox"))
            return;
        poll(nullptr, 0, 1);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(generate_prints_a_whole_test) {
    temporary_folder folder;
    const auto file = (folder.path() / "history.txt").string();
    std::ofstream(file) << sample_text(5);
    const auto text = run({"generate", file, "-n", "12", "--difficulty", "hard", "--engine", "offline"});
    BOOST_TEST(text.exit_code == 0);
    BOOST_TEST(contains(text.output, "12 of 12 questions created"));
    BOOST_TEST(contains(text.output, "\n12. "));
    const auto json = run({"generate", file, "-n", "3", "--format", "json"});
    BOOST_TEST(json.exit_code == 0);
    const auto test = boost::json::parse(json.output).as_object();
    BOOST_TEST(test.at("questions").as_array().size() == 3u);
    BOOST_TEST(test.at("status").as_string() == "completed");
    const auto gift = run({"generate", file, "-n", "3", "--format", "gift"});
    BOOST_TEST(gift.exit_code == 0);
    BOOST_TEST(contains(gift.output, "{"));
    BOOST_TEST(run({"generate", file, "-n", "3", "--format", "docx"}).output.substr(0, 2) == "PK");
    BOOST_TEST(run({"generate", file, "--format", "papyrus"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(generate_that_is_stopped_prints_what_it_has) {
    temporary_folder folder;
    const auto file = (folder.path() / "history.txt").string();
    std::ofstream(file) << sample_text(10);
    simulator_process claude(0, "wrong_key@1-4:review,hang@5-:write");
    child_process process(EXAMWRIGHT_BINARY, {"generate", file, "-n", "12", "--format", "json"},
                          {{"ANTHROPIC_API_KEY", "test-key"}, {"ANTHROPIC_BASE_URL", claude.url()}});
    claude.wait_for("calls", 9);  // the second round, for the one that is missing
    process.signal(SIGINT);
    const auto test = boost::json::parse(process.read_all()).as_object();
    BOOST_TEST(process.wait() == 1);
    BOOST_TEST(test.at("status").as_string() == "partial");
    BOOST_TEST(test.at("questions").as_array().size() == 11u);
}

BOOST_AUTO_TEST_CASE(generate_that_is_stopped_while_it_reads_ends_and_leaves_nothing) {
    temporary_folder programs, scratch;
    const auto program = programs.path() / "examwright";
    std::filesystem::copy_file(EXAMWRIGHT_BINARY, program);
    const auto reader = programs.path() / "examwright-extract";
    std::ofstream(reader)
        << "#!/bin/sh\n"
           "case \"$*\" in *--report-sandbox*) echo '{\"landlock\": 0, \"seccomp\": false}'; "
           "exit;; esac\nexec sleep 60\n";
    std::filesystem::permissions(reader, std::filesystem::perms::owner_all);
    const auto file = (programs.path() / "history.txt").string();
    std::ofstream(file) << sample_text(5);
    child_process process(program.string(), {"generate", file, "--engine", "offline"},
                          {{"TMPDIR", scratch.path().string()}});
    wait_for_reader(process);
    process.signal(SIGINT);
    BOOST_TEST(process.wait(std::chrono::seconds(20)) == 1);
    BOOST_TEST(std::filesystem::is_empty(scratch.path()));
}

BOOST_AUTO_TEST_CASE(check_takes_what_generate_prints) {
    temporary_folder folder;
    const auto file = (folder.path() / "history.txt").string();
    std::ofstream(file) << sample_text(5);
    const auto test = (folder.path() / "test.json").string();
    std::ofstream(test) << run({"generate", file, "-n", "5", "--format", "json"}).output;
    const auto checked = run({"check", test, "--json"});
    BOOST_TEST(checked.exit_code == 0);
    BOOST_TEST(boost::json::parse(checked.output).as_array().size() == 5u);
    BOOST_TEST(run({"check", file}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(wrong_use_is_told_by_the_exit_code) {
    BOOST_TEST(run({}).exit_code == 2);
    BOOST_TEST(run({"fly"}).exit_code == 2);
    BOOST_TEST(run({"generate"}).exit_code == 2);
    BOOST_TEST(run({"generate", "no-such-file.pdf"}).exit_code == 1);
    BOOST_TEST(run({"generate", "x.pdf", "-n", "21"}).exit_code == 2);
    BOOST_TEST(run({"serve", "--port", "banana"}).exit_code == 2);
    BOOST_TEST(run({"serve", "--engine", "claude"}).exit_code == 2);
    BOOST_TEST(run({"serve", "--host", "not an address"}).exit_code == 2);
    BOOST_TEST(run({"serve", "--registration", "everyone"}).exit_code == 2);
    BOOST_TEST(run({"serve", "--api-key-header", "cookie"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(abbreviated_flags_are_refused) {
    const std::vector<std::string> abbreviated[] = {{"serve", "--por", "0", "--help"},
                                                    {"generate", "a.txt", "--form", "json"},
                                                    {"check", "--js", "a.json"},
                                                    {"simulate", "--laten", "5"},
                                                    {"migrate", "status", "--dat", "x"}};
    for (const auto& arguments : abbreviated)
        BOOST_TEST(run(arguments).exit_code == 2, arguments[0]);
}

BOOST_AUTO_TEST_CASE(help_lists_the_settings_in_force_and_hides_secrets) {
    const auto help = run({"serve", "--help", "--port", "8123"}, {{"ANTHROPIC_API_KEY", "sk-secret"}});
    BOOST_TEST(help.exit_code == 0);
    BOOST_TEST(contains(help.output, "EXAMWRIGHT_PORT"));
    BOOST_TEST(contains(help.output, "8123"));
    BOOST_TEST(contains(help.output, "hidden"));
    BOOST_TEST(!contains(help.output, "sk-secret"));
    for (const auto* name : {"HTTPS_PROXY", "https_proxy"}) {
        const auto proxy = run({"serve", "--help"}, {{name, "http://me:hunter2@proxy.example:3128"}});
        BOOST_TEST(contains(proxy.output, "@proxy.example:3128"));
        BOOST_TEST(!contains(proxy.output, "hunter2"));
    }
    BOOST_TEST(contains(run({"serve", "-h"}).output, "EXAMWRIGHT_PORT"));
    BOOST_TEST(contains(run({"--help"}).output, "simulate"));
    BOOST_TEST(contains(run({"--version"}).output, "examwright "));
}

BOOST_AUTO_TEST_CASE(a_data_folder_is_made_for_its_owner_alone_or_not_at_all) {
    namespace fs = std::filesystem;
    temporary_folder folder;
    const auto data = folder.path() / "data";
    BOOST_TEST(run({"migrate", "up", "--data", data.string()}).exit_code == 0);
    BOOST_TEST((fs::status(data).permissions() == fs::perms::owner_all));
    const auto no_folder = (data / "examwright.db").string();
    BOOST_TEST(run({"serve", "--port", "0"}, {{"EXAMWRIGHT_DATA", no_folder}}).exit_code == 1);
    BOOST_TEST(run({"migrate", "up", "--data", no_folder}).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(a_database_of_a_newer_schema_is_left_alone) {
    temporary_folder folder;
    BOOST_TEST(run({"migrate", "up", "--data", folder.path().string()}).exit_code == 0);
    {
        SQLite::Database database((folder.path() / "examwright.db").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE alembic_version SET version_num = '999'");
    }
    BOOST_TEST(run({"serve", "--port", "0"}, {{"EXAMWRIGHT_DATA", folder.path().string()}}).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(the_log_for_machines_is_an_object_a_line) {
    installation server("", {{"EXAMWRIGHT_LOG_JSON", "on"}});
    server.api().get("/nowhere");
    server.stop(SIGTERM);
    std::istringstream lines(server.log());
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const auto entry = boost::json::parse(line);
        BOOST_TEST(entry.as_object().contains("time"));
        BOOST_TEST(entry.as_object().contains("level"));
        BOOST_TEST(entry.as_object().contains("message"));
    }
    BOOST_TEST(count > 3);
}

BOOST_AUTO_TEST_SUITE_END()
