#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/imports/import_format.hpp"
#include "core/problem.hpp"

namespace examwright {

/// A file of questions as it was sent.
struct import_file {
    std::optional<import_format> format;  // nullopt: told by the content
    std::string title;                    // empty: the file's own
    std::string content;
};

/// Reads the body of POST /tests/import as multipart/form-data: the field "file", and "format" and "title" if
/// they are there.
result<import_file> read_import_form(std::string_view boundary, std::string_view body);

}  // namespace examwright
