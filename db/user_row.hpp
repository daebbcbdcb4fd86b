#pragma once

#include "db/records.hpp"
#include "db/statement.hpp"

namespace examwright {

/// Of "users u", first in a SELECT.
inline constexpr const char* user_columns = "u.id, u.email, u.role, u.created_at";
inline constexpr int user_column_count = 4;

inline user_record read_user(const SQLite::Statement& row) {
    const std::string role = row.getColumn(2).getString();
    return {row.getColumn(0).getString(), row.getColumn(1).getString(),
            role == "super_admin" ? "admin" : role, time_column(row.getColumn(3))};
}

}  // namespace examwright
