#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/timestamp.hpp"

namespace examwright {

// Between our values and SQLite's, for the stores. Within db only.

inline void bind_value(SQLite::Statement& statement, int index, std::string_view value) {
    statement.bind(index, std::string(value));
}
inline void bind_value(SQLite::Statement& statement, int index, std::int64_t value) {
    statement.bind(index, value);
}
inline void bind_value(SQLite::Statement& statement, int index, int value) {
    statement.bind(index, value);
}
inline void bind_value(SQLite::Statement& statement, int index, double value) {
    statement.bind(index, value);
}
inline void bind_value(SQLite::Statement& statement, int index, timestamp value) {
    statement.bind(index, to_sql(value));
}
template <class T>
void bind_value(SQLite::Statement& statement, int index, const std::optional<T>& value) {
    if (value)
        bind_value(statement, index, *value);
    else
        statement.bind(index);
}

/// The values of ?1, ?2 and so on.
template <class... T>
void bind_all(SQLite::Statement& statement, const T&... values) {
    int index = 0;
    (bind_value(statement, ++index, values), ...);
}

template <class... T>
SQLite::Statement prepare(SQLite::Database& database, const std::string& sql, const T&... values) {
    SQLite::Statement statement(database, sql);
    bind_all(statement, values...);
    return statement;
}

/// Returns the number of rows changed.
template <class... T>
int execute(SQLite::Database& database, const std::string& sql, const T&... values) {
    return prepare(database, sql, values...).exec();
}

template <class... T>
bool exists(SQLite::Database& database, const std::string& sql, const T&... values) {
    return prepare(database, sql, values...).executeStep();
}

/// The first column of the first row; 0, where there is none.
template <class... T>
std::int64_t integer(SQLite::Database& database, const std::string& sql, const T&... values) {
    auto query = prepare(database, sql, values...);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

/// A value that NULL is none of.
template <class T>
std::optional<T> optional_column(const SQLite::Column& column) {
    if (column.isNull())
        return std::nullopt;
    if constexpr (std::is_same_v<T, std::string>)
        return column.getString();
    else if constexpr (std::is_same_v<T, double>)
        return column.getDouble();
    else
        return static_cast<T>(column.getInt64());
}

/// A time that the old service wrote otherwise than expected reads as 1970, so that its row can still be
/// seen.
inline timestamp time_column(const SQLite::Column& column) {
    return parse_sql(column.getString()).value_or(timestamp{});
}
inline std::optional<timestamp> optional_time_column(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : parse_sql(column.getString());
}

}  // namespace examwright
