#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/timestamp.hpp"

namespace examwright {

// Questions that were deleted or replaced, kept for a day at least, so that whoever takes that back gets them
// as they were. All in the caller's transaction.

struct removed_question {
    int sort_order = 1;     // where it stood
    std::string successor;  // the question that took its place; empty: the others closed up
};

/// Takes the question out of its test.
void take_out(SQLite::Database& database, std::string_view id, timestamp now);
void name_successor(SQLite::Database& database, std::string_view id, std::string_view successor);
std::optional<removed_question> find_removed(SQLite::Database& database, std::string_view test_id,
                                             std::string_view id);
/// The question is one of its test again; no other may have that place.
void put_back(SQLite::Database& database, std::string_view id, int sort_order, timestamp now);
void forget_removed(SQLite::Database& database, timestamp before);

}  // namespace examwright
