#pragma once

#include <SQLiteCpp/Database.h>

#include <vector>

#include "db/records.hpp"

namespace examwright {

/// The topics a question can have: the old service's six and "general". On the database thread.
class topic_store {
  public:
    explicit topic_store(SQLite::Database& database) : database_(database) {}

    std::vector<topic_record> list();

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
