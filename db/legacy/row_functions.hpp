#pragma once

#include <SQLiteCpp/Database.h>

namespace examwright {

/// Gives the connection the functions by which migrations and the take-over rewrite rows. Each is NULL of
/// NULL.
///   sql_time(x)              x where it is a time as we write it, else NULL
///   options_object(x)        the options as {"A": "...", ...}, from whatever an old row holds
///   character_count(text), word_count(text), page_count(text)
void add_row_functions(SQLite::Database& database);

}  // namespace examwright
