#pragma once

#include <SQLiteCpp/Database.h>

namespace examwright {

/// Gives the connection the functions by which migrations and the take-over rewrite rows. Each
/// returns NULL for NULL.
///   sql_time(x)              x where it is a time as we write it, else NULL
///   valid_utf8(x)            x with U+FFFD for bytes that are no UTF-8
///   options_cut(x)           how many options of an old row are more than a question can have
///   key_letter(x, options)   "A" of "a", "A.", "(a)", or the words of the option A; else NULL
///   json_object_of(x)        the JSON object x, also of JSON within a JSON string; else NULL
///   options_object(x)        the options as {"A": "...", ...}, from whatever an old row holds
///   character_count(text), word_count(text), page_count(text)
void add_row_functions(SQLite::Database& database);

}  // namespace examwright
