#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/imports/question_set.hpp"

namespace examwright {

/// The formats that questions can be imported in.
enum class import_format { json, gift, moodle_xml, qti, aiken, csv, docx };

/// "moodle-xml" and so on, as the API has it.
std::optional<import_format> parse_import_format(std::string_view name);
/// "json, gift, ...", for a sentence.
std::string import_format_names();

/// Tells a file's format by its content. A zip archive is docx or qti, which only its parts tell: qti here.
import_format detect_import_format(std::string_view content);

/// Whether the content is a zip archive.
bool is_archive(std::string_view content);

/// Reads a file that is no archive, in any format but json and docx.
result<question_set> read_question_text(import_format format, std::string_view content);

}  // namespace examwright
