#pragma once

#include <string>

#include "core/imports/question_set.hpp"
#include "core/problem.hpp"

namespace examwright {

/// The body of POST /tests/import: a JSON export as it is, {"title", "questions"}; or {"format": "gift" or
/// "json", "content": the text of an export}. A title beside them goes before the one in the export. Problems
/// name the field, the question and, in GIFT, the line.
result<question_set> read_question_set(const std::string& body);

}  // namespace examwright
