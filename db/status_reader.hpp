#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <optional>
#include <string_view>

#include "db/records.hpp"

namespace examwright {

/// What every request and the status need, read straight from the database on the I/O thread: its own
/// read-only connection, one prepared statement each, no waiting (busy_timeout 0).
class status_reader {
  public:
    explicit status_reader(const std::filesystem::path& file);

    /// Begins a read transaction, so that all reads until end_snapshot() see one snapshot (and SQLite locks
    /// the file once). Returns true if one is begun now, which the caller must end.
    bool begin_snapshot();
    void end_snapshot();

    /// The owner of a token that has not expired.
    std::optional<token_owner> owner_of_token(std::string_view token_hash, timestamp now);
    /// Nothing where there is no such test or it is another user's.
    std::optional<test_status_record> status_of_test(std::string_view test_id, std::string_view user_id);

  private:
    SQLite::Database database_;
    SQLite::Statement begin_;
    SQLite::Statement end_;
    SQLite::Statement owner_of_token_;
    SQLite::Statement status_of_test_;
    bool in_snapshot_ = false;
};

}  // namespace examwright
