#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

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

    /// The owner of a token that has not expired. One who was read before is remembered until anything in the
    /// database changes.
    std::optional<token_owner> owner_of_token(std::string_view token_hash, timestamp now);
    /// Nothing where there is no such test or it is another user's.
    std::optional<test_status_record> status_of_test(std::string_view test_id, std::string_view user_id);

  private:
    struct known_owner {
        token_owner owner;
        timestamp expires_at;
    };

    void forget_owners_if_changed();
    std::optional<known_owner> read_owner(std::string_view token_hash);

    SQLite::Database database_;
    SQLite::Statement begin_;
    SQLite::Statement end_;
    SQLite::Statement version_;
    SQLite::Statement owner_of_token_;
    SQLite::Statement status_of_test_;
    bool in_snapshot_ = false;
    std::int64_t known_version_ = 0;  // of the database, as SQLite counts its changes
    std::unordered_map<std::string, known_owner> owners_;
};

}  // namespace examwright
