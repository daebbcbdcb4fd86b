#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "core/timestamp.hpp"

#include "db/records.hpp"

namespace examwright {

/// The topics a question can have: at first the old service's six and "general". On the database thread.
class topic_store {
  public:
    explicit topic_store(SQLite::Database& database) : database_(database) {}

    std::vector<topic_record> list();
    /// conflict, where the slug is taken.
    result<topic_record> create(std::string_view slug, std::string_view name, timestamp now);
    /// Changes what is given. not_found; conflict, where the slug is taken, or is that of "general".
    result<topic_record> update(std::string_view id, std::optional<std::string> slug,
                                std::optional<std::string> name);
    /// Its questions move to "general", which itself stays: conflict.
    result<void> remove(std::string_view id);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
