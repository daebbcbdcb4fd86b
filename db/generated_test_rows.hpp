#pragma once

#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

#include "db/records.hpp"

namespace examwright {

/// "SELECT ... FROM generated_tests ", each row for read_test; a WHERE follows.
extern const std::string select_test;
generated_test_record read_test(const SQLite::Statement& row);
std::vector<generated_test_record> read_tests(SQLite::Statement query);

/// The condition of the index ix_generated_tests_unfinished, word for word, so that SQLite uses it.
extern const std::string is_unfinished;

}  // namespace examwright
