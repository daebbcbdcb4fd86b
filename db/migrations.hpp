#pragma once

#include <string_view>
#include <vector>

namespace examwright {

struct migration {
    std::string_view number;  // "005"
    std::string_view name;    // "old_schema"
    std::string_view up;
    std::string_view down;
};

/// Embedded from db/migrations/NNN_name.up.sql and .down.sql, in order. The first is 005, the old service's
/// schema.
const std::vector<migration>& all_migrations();

}  // namespace examwright
