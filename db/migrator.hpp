#pragma once

#include <SQLiteCpp/Database.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

struct migration {
    std::string_view number;  // "005"
    std::string_view name;    // "old_schema"
    std::string_view up;
    std::string_view down;
};

/// Embedded from db/migrations/NNN_name.up.sql and .down.sql, in order. The first is 005, the old service's
/// schema.
const std::vector<migration>& all_migrations();

/// The file can't be migrated as it is; what() is a sentence for its owner. The file is untouched.
struct schema_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Each step is one transaction, which moves alembic_version too. A file of a newer schema than this binary's
/// is refused with schema_error before anything is written, and so is one that is no database of ours.
class migrator {
  public:
    explicit migrator(SQLite::Database& database) : database_(database) {}

    /// "" for an empty file. Only reads. Of the old service's files the tables tell the version, because
    /// their alembic_version may be missing or behind.
    std::string current() const;
    static std::string_view newest();
    /// Applies what is missing; returns the numbers applied. A file of the old service is adopted first (see
    /// db/legacy/adoption.hpp).
    std::vector<std::string> up();
    /// What was odd about a file that up() adopted: sentences for its owner.
    const std::vector<std::string>& remarks() const { return remarks_; }
    /// Takes the newest step back; returns its number, "" at 005 (below it there is nothing to go back to).
    std::string down();

  private:
    void adopt();

    SQLite::Database& database_;
    std::vector<std::string> remarks_;
};

}  // namespace examwright
