#pragma once

#include <string>

#include "core/imports/question_set.hpp"
#include "core/problem.hpp"
#include "server/api/import_form.hpp"

namespace examwright {

/// Reads the body of POST /tests/import: a JSON export as it is, {"title", "questions"}; or {"format",
/// "content": the text of a file}. A title beside them goes before the one in the file. Problems name the
/// field, the question and, if there are lines, the line.
result<question_set> read_question_set(const std::string& body);

/// Reads a file that is no archive.
result<question_set> read_question_file(const import_file& file);

}  // namespace examwright
