#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "test/support/command_run.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

using namespace examwright::test;

namespace {

command_run back_up(const std::filesystem::path& data, const std::vector<std::string>& words) {
    std::vector<std::string> arguments{"backup"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return run_command(arguments, {{"EXAMWRIGHT_DATA", data.string()}});
}

std::size_t files_in(const std::filesystem::path& folder) {
    const std::filesystem::directory_iterator begin(folder), end;
    return static_cast<std::size_t>(std::distance(begin, end));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(backup_command)

BOOST_AUTO_TEST_CASE(a_copy_made_while_tests_are_made_is_whole_and_can_be_served) {
    const temporary_folder folder;
    const auto copy = folder.path() / "data" / "examwright.db";
    std::filesystem::create_directory(folder.path() / "data");
    simulator_process api(200);
    installation server(api.url());
    const auto finished = server.start_test(server.add_document(sample_text(10)), 3);
    server.wait_for_test(finished);
    const auto running = server.start_test(server.add_document(sample_text(20)), 12);
    const auto run = back_up(server.data(), {copy.string(), "--json"});
    BOOST_TEST_REQUIRE(run.exit_code == 0, run.errors);
    BOOST_TEST(text(run.json(), "file") == copy.string());
    BOOST_TEST(run.json().at("bytes") == std::filesystem::file_size(copy));
    struct stat status = {};
    BOOST_TEST(::stat(copy.c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777) == 0600u);
    BOOST_TEST(files_in(copy.parent_path()) == 1u);
    check_database(copy);
    BOOST_TEST(text(server.wait_for_test(running), "status") == "completed");

    child_process restored(EXAMWRIGHT_BINARY,
                           {"serve", "--port", "0", "--data", copy.parent_path().string()});
    http_client client(restored.read_port());
    client.token = server.api().token;
    const auto test = client.get("/tests/" + finished);
    BOOST_TEST(test.status == 200);
    BOOST_TEST(test.json().at("questions").as_array().size() == 3u);
}

BOOST_AUTO_TEST_CASE(nothing_is_overwritten_unless_asked_for) {
    const temporary_folder folder;
    const auto data = folder.path() / "data";
    BOOST_TEST(run_command({"migrate", "up", "--data", data.string()}).exit_code == 0);
    const auto copy = folder.path() / "copy";
    std::ofstream(copy) << "precious";
    BOOST_TEST(back_up(data, {copy.string()}).exit_code == 1);
    BOOST_TEST(std::filesystem::file_size(copy) == 8u);
    BOOST_TEST(back_up(data, {copy.string(), "--force"}).exit_code == 0);
    check_database(copy);
    BOOST_TEST(back_up(data, {(data / "examwright.db").string(), "--force"}).exit_code == 1);
    BOOST_TEST(back_up(data, {folder.path().string(), "--force"}).exit_code == 1);
    BOOST_TEST(back_up(data, {(folder.path() / "no" / "copy").string()}).exit_code == 1);
    BOOST_TEST(back_up(folder.path() / "none", {copy.string() + "2"}).exit_code == 1);
    BOOST_TEST(back_up(data, {}).exit_code == 2);
    BOOST_TEST(files_in(folder.path()) == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
