#pragma once

#include <filesystem>
#include <string>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "db/migrator.hpp"
#include "db/user_store.hpp"
#include "test/support/temporary_folder.hpp"

namespace examwright::test {

/// A new database of the newest schema in a folder of its own, and the means to put rows in.
struct database_fixture {
    temporary_folder folder;
    std::filesystem::path file = folder.path() / "examwright.db";
    SQLite::Database database = open_writer(file);
    timestamp now = timestamp(std::chrono::microseconds(1'700'000'000'123'456));

    database_fixture() { migrator(database).up(); }

    timestamp after(int seconds) const { return now + std::chrono::seconds(seconds); }

    std::string add_user(const std::string& email) {
        return user_store(database).create(email, "hash", "faculty", now).value().id;
    }

    /// Returns its id.
    std::string add_document(const std::string& user_id) {
        document_record document;
        document.id = new_id();
        document.user_id = user_id;
        document.source_type = "pdf";
        document.status = "processing";
        document.created_at = document.updated_at = now;
        document_store(database).insert(document);
        return document.id;
    }
};

}  // namespace examwright::test
