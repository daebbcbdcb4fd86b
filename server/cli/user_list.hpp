#pragma once

#include <string>

#include "db/records.hpp"

namespace examwright {

/// A table for people: e-mail, role, day of creation, and how many documents and tests.
std::string users_as_text(const page_of<user_overview>& users);

/// As GET /admin/users answers: {"items": [...], "total": n}.
std::string users_as_json(const page_of<user_overview>& users);

}  // namespace examwright
