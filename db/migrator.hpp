#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>
#include <vector>

#include "db/schema_version.hpp"

namespace examwright {

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
    bool apply_next(std::vector<std::string>& applied);

    SQLite::Database& database_;
    std::vector<std::string> remarks_;
};

}  // namespace examwright
