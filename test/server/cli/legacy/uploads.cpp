#include "server/cli/legacy/uploads.hpp"

#include <SQLiteCpp/Database.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "db/migrator.hpp"
#include "server/cli/migrate_command.hpp"
#include "test/support/old_database.hpp"
#include "test/support/takeover_fixture.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::bytes_of;
using test::old_database;
namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(uploads, test::takeover_fixture)

BOOST_AUTO_TEST_CASE(uploaded_files_come_along_where_they_are_what_they_should_be) {
    old_database{}.make(old_file);
    const auto pdf = [&](const fs::path& path) {
        fs::create_directories(path.parent_path());
        std::ofstream(path) << "%PDF-1.4 " << path.filename().string();
    };
    pdf(old_folder.path() / "uploads" / "rivers.pdf");
    pdf(old_folder.path() / "elsewhere" / "unread.pdf");
    std::ofstream(old_folder.path() / "secret.txt") << "no PDF";
    fs::create_symlink(old_folder.path() / "uploads" / "rivers.pdf", old_folder.path() / "link.pdf");
    const auto add = [&](const std::string& id, const std::string& status, const fs::path& path) {
        open_old().exec(
            "INSERT INTO documents (id, user_id, source_type, file_path, status, extracted_text) "
            "VALUES ('" +
            id + "', '" + old_database::asha + "', 'pdf', '" + path.string() + "', '" + status + "', '')");
    };
    add("a1", "uploaded", old_folder.path() / "elsewhere" / "unread.pdf");
    add("a2", "ready", old_folder.path() / "secret.txt");
    add("a3", "ready", old_folder.path() / "link.pdf");
    add("a4", "processing", "/nowhere/at/all.pdf");
    add("../a5", "ready", old_folder.path() / "uploads" / "rivers.pdf");
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    BOOST_TEST(out.has("uploaded files: 2 copied, 5 not found"), out.text());
    const std::string rivers = old_database::pdf;
    BOOST_TEST(bytes_of(data / "uploads" / rivers) == "%PDF-1.4 rivers.pdf");
    BOOST_TEST(text("SELECT file_path FROM documents WHERE title = 'Rivers'") == "uploads/" + rivers);
    BOOST_TEST(text("SELECT status FROM documents WHERE id = 'a1'") == "processing");
    BOOST_TEST(text("SELECT status FROM documents WHERE id = 'a4'") == "extraction_failed");
    BOOST_TEST(number("SELECT count(*) FROM documents WHERE file_path IS NULL") == 6);
    BOOST_TEST(std::distance(fs::directory_iterator(data / "uploads"), {}) == 2);
    BOOST_TEST((fs::status(data / "uploads" / rivers).permissions() ==
                (fs::perms::owner_read | fs::perms::owner_write)));
}

BOOST_AUTO_TEST_CASE(a_database_of_ours_moves_with_its_files) {
    old_database{}.make(old_file);
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    const auto id = std::string(old_database::pasted);
    std::ofstream(data / "uploads" / id) << "Pasted.";
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE documents SET file_path = 'uploads/" + id + "' WHERE id = '" + id + "'");
    old_file = file;
    data = new_folder.path() / "second";
    file = data / "examwright.db";
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    BOOST_TEST(out.has("which was at " + std::string(migrator::newest())));
    BOOST_TEST(bytes_of(data / "uploads" / id) == "Pasted.");
    BOOST_TEST(number("SELECT count(*) FROM users") == 2);
}

BOOST_AUTO_TEST_SUITE_END()
