#include "server/cli/legacy/import_command.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <boost/algorithm/string/replace.hpp>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/folder_lock.hpp"
#include "db/legacy/database_copy.hpp"
#include "db/migrator.hpp"
#include "server/cli/legacy/staged_database.hpp"
#include "server/cli/legacy/uploads.hpp"
#include "server/config/data_folder.hpp"
#include "server/documents/upload_file.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

struct import_report {
    std::string version;  // of the old file
    std::vector<std::string> remarks;
    int files_copied = 0;
    int files_gone = 0;
};

std::vector<std::string> first_columns(SQLite::Database& database, const std::string& sql) {
    SQLite::Statement query(database, sql);
    std::vector<std::string> values;
    while (query.executeStep())
        values.push_back(query.getColumn(0).getString());
    return values;
}

/// Of what SQLite finds wrong only broken pages matter: indexes and constraints are made anew.
void check_pages(SQLite::Database& database) {
    for (const auto& line : first_columns(database, "PRAGMA integrity_check"))
        if (line.starts_with("***"))
            throw schema_error(database.getFilename() + " is damaged: " + line);
}

void check_references(SQLite::Database& database) {
    if (!first_columns(database, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").empty())
        throw std::runtime_error("The new database would have rows without their parents.");
}

/// The copy is thrown away when anything fails, so it needs no journal.
void bring_up(new_database& made, old_uploads& uploads, import_report& report) {
    SQLite::Database database(made.work().string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode = OFF");
    database.exec("PRAGMA synchronous = OFF");
    check_pages(database);
    migrator steps(database);
    report.version = steps.current();
    if (report.version.empty())
        throw schema_error(database.getFilename() + " is empty: there is nothing to take over.");
    const auto unread =
        first_columns(database, "SELECT id FROM documents WHERE status IN ('uploaded', 'processing')");
    steps.up();
    report.remarks = steps.remarks();
    uploads.copy(database, {unread.begin(), unread.end()});
    report.files_copied = uploads.copied;
    report.files_gone = uploads.gone;
    made.compact(database);
}

void check(const fs::path& file) {
    auto database = open_reader(file);
    check_pages(database);
    check_references(database);
}

std::vector<fs::path> folders_of(const fs::path& old_file) {
    const auto folder = fs::absolute(old_file).parent_path();
    return {folder, folder.parent_path()};
}

/// What happened to a file of the owner, in words for the owner.
std::string told(const SQLite::Exception& error, const fs::path& old_file) {
    const int code = error.getErrorCode() & 0xFF;
    const std::string what = error.what();
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return old_file.string() + " is damaged: " + what;
    if (code == SQLITE_CONSTRAINT)
        return old_file.string() + " holds rows that can't stand beside each other: " + what;
    if (code == SQLITE_BUSY)
        return old_file.string() + " is locked by another program. Stop the old service, and run this again.";
    if (is_disk_failure(error))
        return "The disk failed or is full: " + what;
    return old_file.string() + " can't be taken over: " + what;
}

import_report take_over(const fs::path& old_file, const fs::path& data) {
    const folder_lock lock(data);
    prepare_upload_folder(data / "uploads");
    new_database made(data, old_file);
    old_uploads uploads(data, folders_of(old_file));
    import_report report;
    try {
        copy_database(old_file, made.work());
        bring_up(made, uploads, report);
        check(made.file());
    } catch (const SQLite::Exception& error) {
        throw std::runtime_error(told(error, old_file));
    } catch (const schema_error& error) {
        // The owner knows the file by its own name, not by the copy's.
        throw schema_error(boost::algorithm::replace_all_copy(std::string(error.what()), made.work().string(),
                                                              old_file.string()));
    }
    made.put_in_place();
    uploads.keep();
    return report;
}

void print_counts(SQLite::Database& database, const import_report& report) {
    for (const char* table : {"users", "topic_list", "documents", "generated_tests", "questions"})
        std::cout << "  " << table << ": "
                  << database.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64() << "\n";
    std::cout << "  uploaded files: " << report.files_copied << " copied, " << report.files_gone
              << " not found\n";
}

void print_oddities(SQLite::Database& database, const import_report& report) {
    if (!report.remarks.empty())
        std::cout << "What was odd:\n";
    for (const auto& remark : report.remarks)
        std::cout << "  " << remark << "\n";
    for (const auto& email :
         first_columns(database,
                       "SELECT email FROM users WHERE lower(email) IN (SELECT lower(email) FROM users "
                       "GROUP BY 1 HAVING count(*) > 1) ORDER BY lower(email), email"))
        std::cout << "    " << email << "\n";
}

}  // namespace

void import_database(const fs::path& old_file, const fs::path& data) {
    if (!fs::exists(old_file))
        throw std::runtime_error("There is no file " + old_file.string() + ".");
    make_data_folder(data);
    const auto report = take_over(old_file, data);
    const auto file = data / "examwright.db";
    auto database = open_reader(file);
    std::cout << "Took over " << old_file.string() << ", which was at " << report.version
              << " and is unchanged, as " << file.string() << ", at " << migrator::newest() << ":\n";
    print_counts(database, report);
    print_oddities(database, report);
    std::cout
        << "What to do next:\n  Start the server: examwright serve --data " << data.string()
        << "\n  All log in with their old passwords. Look at your tests, and then put the old file away.\n";
}

}  // namespace examwright
