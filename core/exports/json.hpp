#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// {"title", "questions": [{"question", "options": {"A" ...}, "correct_option", "explanation", "difficulty",
/// "topic", "source_quote", "source_page"}]}, a question a line. `examwright check` reads it, too.
std::string write_json(const exported_test& test);

}  // namespace examwright
