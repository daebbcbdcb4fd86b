#include <signal.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "test/support/command_run.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

using namespace examwright::test;
namespace fs = std::filesystem;

namespace {

command_run restore(const fs::path& backup, const fs::path& data) {
    return run_command({"restore", backup.string(), "--data", data.string()});
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory())
            found.push_back(entry.path());
    return found;
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(restore_command)

BOOST_AUTO_TEST_CASE(a_backup_of_the_rotation_comes_back_with_its_uploads_and_what_was_there_is_kept) {
    const temporary_folder folder;
    const auto rotation = folder.path() / "backups";
    installation server("");
    const auto document = server.add_document(sample_text(3));
    const auto run =
        run_command({"backup", rotation.string(), "--keep", "2", "--json", "--data", server.data().string()});
    BOOST_TEST_REQUIRE(run.exit_code == 0, run.errors);
    BOOST_TEST(run.json().at("uploads") == 1);
    const fs::path backup = text(run.json(), "file");
    check_database(backup / "examwright.db");
    BOOST_TEST(files_in(backup / "uploads") == 1u);

    BOOST_TEST(restore(backup, server.data()).exit_code == 1);  // the server runs
    const auto later = server.add_document(sample_text(4));
    server.stop(SIGTERM);
    const auto restored = restore(backup, server.data());
    BOOST_TEST_REQUIRE(restored.exit_code == 0, restored.errors);
    BOOST_TEST(
        restored.output.find("accounts 1, documents 1, tests 0, uploaded files 1") != std::string::npos,
        restored.output);
    server.start();
    BOOST_TEST(server.api().get("/documents/" + document).status == 200);
    BOOST_TEST(server.api().get("/documents/" + later).status == 404);
    BOOST_TEST(files_in(server.data() / "uploads") == 1u);
    bool kept = false;
    for (const auto& each : folders_in(server.data()))
        kept |= each.filename().string().starts_with("before-restore-") &&
                fs::exists(each / "examwright.db") && files_in(each / "uploads") == 2u;
    BOOST_TEST(kept);
}

BOOST_AUTO_TEST_CASE(an_empty_machine_gets_the_data_and_nothing_is_no_backup) {
    const temporary_folder folder;
    const auto copy = folder.path() / "copy.db";
    installation server("");
    BOOST_TEST(run_command({"backup", copy.string(), "--data", server.data().string()}).exit_code == 0);
    BOOST_TEST(restore(copy, folder.path() / "new").exit_code == 0);
    check_database(folder.path() / "new" / "examwright.db");
    BOOST_TEST(files_in(folder.path() / "new") == 2u);  // the database, and the folder of uploads

    const auto empty = folder.path() / "empty";
    BOOST_TEST(run_command({"migrate", "up", "--data", empty.string()}).exit_code == 0);
    std::ofstream(folder.path() / "text") << "no database";
    for (const auto& no_backup :
         {empty / "examwright.db", folder.path() / "text", folder.path() / "none", folder.path()}) {
        const auto refused = restore(no_backup, folder.path() / "other");
        BOOST_TEST(refused.exit_code == 1);
        BOOST_TEST(!refused.errors.empty());
    }
    BOOST_TEST(fs::is_empty(folder.path() / "other"));
}

BOOST_AUTO_TEST_CASE(the_oldest_backups_go_when_the_new_one_is_made) {
    const temporary_folder folder;
    const auto data = folder.path() / "data", rotation = folder.path() / "backups";
    BOOST_TEST(run_command({"migrate", "up", "--data", data.string()}).exit_code == 0);
    for (const char* old : {"examwright-2020-01-01T00-00-00Z", "examwright-2020-01-02T00-00-00Z", "another"})
        fs::create_directories(rotation / old);
    const auto run = run_command({"backup", "--keep", "2", rotation.string(), "--data", data.string()});
    BOOST_TEST_REQUIRE(run.exit_code == 0, run.errors);
    BOOST_TEST(!fs::exists(rotation / "examwright-2020-01-01T00-00-00Z"));
    BOOST_TEST(fs::exists(rotation / "examwright-2020-01-02T00-00-00Z"));
    BOOST_TEST(fs::exists(rotation / "another"));
    BOOST_TEST(folders_in(rotation).size() == 3u);
    BOOST_TEST(run_command({"backup", "--keep", "0", rotation.string(), "--data", data.string()}).exit_code ==
               2);
}

BOOST_AUTO_TEST_CASE(a_backup_can_compact_the_database_itself_while_no_server_runs) {
    const temporary_folder folder;
    installation server("");
    const auto file = server.data() / "examwright.db";
    const auto compact = [&](const char* name) {
        return run_command(
            {"backup", (folder.path() / name).string(), "--compact", "--data", server.data().string()});
    };
    BOOST_TEST(compact("one").exit_code == 1);
    server.stop(SIGTERM);
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        database.exec("CREATE TABLE big AS SELECT randomblob(5000000) AS bytes; DROP TABLE big");
    }
    const auto before = fs::file_size(file);
    const auto run = compact("two");
    BOOST_TEST_REQUIRE(run.exit_code == 0, run.errors);
    BOOST_TEST(fs::file_size(file) + 4'000'000 < before);
    check_database(file);
}

BOOST_AUTO_TEST_CASE(the_tables_of_a_replication_are_no_damage_and_are_in_no_copy) {
    const temporary_folder folder;
    installation server("");
    const auto file = server.data() / "examwright.db";
    server.stop(SIGTERM);
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        database.exec(
            "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);"
            "CREATE TABLE _litestream_lock (id INTEGER)");
    }
    server.start();
    const auto copy = folder.path() / "copy.db";
    const auto run = run_command({"backup", copy.string(), "--data", server.data().string()});
    BOOST_TEST_REQUIRE(run.exit_code == 0, run.errors);
    SQLite::Database copied(copy.string(), SQLite::OPEN_READONLY);
    BOOST_TEST(
        copied.execAndGet("SELECT count(*) FROM sqlite_master WHERE name LIKE '%litestream%'").getInt() == 0);
    // A replica of an empty file has nothing but these tables.
    const auto empty = folder.path() / "empty";
    fs::create_directory(empty);
    {
        SQLite::Database database((empty / "examwright.db").string(),
                                  SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)");
    }
    const auto up = run_command({"migrate", "up", "--data", empty.string()});
    BOOST_TEST(up.exit_code == 0, up.errors);
}

BOOST_AUTO_TEST_SUITE_END()
