#include "db/legacy/row_functions.hpp"

#include <sqlite3.h>

#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "core/document/document_text.hpp"
#include "core/question/option_finder.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"
#include "core/timestamp.hpp"
#include "db/json_columns.hpp"
#include "db/legacy/old_options.hpp"

namespace examwright {

namespace {

using context = sqlite3_context;

void answer(context* to, const std::string& text) {
    sqlite3_result_text64(to, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void sql_time(context* to, std::string_view text) {
    if (parse_sql(text))
        answer(to, std::string(text));
}

void valid_utf8(context* to, std::string_view text) {
    answer(to, to_valid_utf8(text));
}

void options_object(context* to, std::string_view json) {
    answer(to, options_to_json(read_old_options(json).texts));
}

void options_cut(context* to, std::string_view json) {
    sqlite3_result_int(to, read_old_options(json).cut);
}

/// Of the right option, which is told by its letter or in its words.
void key_letter(context* to, std::string_view key, std::string_view options) {
    auto index = read_old_letter(key);
    if (!index)
        index = find_option(key, read_old_options(options).texts);
    if (index)
        answer(to, std::string(1, static_cast<char>('A' + static_cast<char>(*index))));
}

void json_object_of(context* to, std::string_view json) {
    if (const auto object = read_old_object(json))
        answer(to, *object);
}

void character_count(context* to, std::string_view text) {
    sqlite3_result_int64(to, static_cast<sqlite3_int64>(count_characters(text)));
}

void word_count(context* to, std::string_view text) {
    sqlite3_result_int64(to, static_cast<sqlite3_int64>(count_words(text)));
}

void page_count(context* to, std::string_view text) {
    sqlite3_result_int(to, document_text(std::string(text)).page_count());
}

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// What SQLite calls: a function of texts, which is NULL where the first is. No exception may pass through
/// SQLite.
template <auto function, std::size_t... place>
void call_with(context* to, sqlite3_value** arguments, std::index_sequence<place...>) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    try {
        function(to, text_of(arguments[place])...);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(to);
    }
}

template <auto function, std::size_t count = 1>
void call(context* to, int, sqlite3_value** arguments) {
    call_with<function>(to, arguments, std::make_index_sequence<count>());
}

}  // namespace

void add_row_functions(SQLite::Database& database) {
    const auto add = [&](const char* name, auto* function, int arguments = 1) {
        database.createFunction(name, arguments, true, nullptr, function, nullptr, nullptr, nullptr);
    };
    add("sql_time", &call<sql_time>);
    add("valid_utf8", &call<valid_utf8>);
    add("options_object", &call<options_object>);
    add("options_cut", &call<options_cut>);
    add("key_letter", &call<key_letter, 2>, 2);
    add("json_object_of", &call<json_object_of>);
    add("character_count", &call<character_count>);
    add("word_count", &call<word_count>);
    add("page_count", &call<page_count>);
}

}  // namespace examwright
