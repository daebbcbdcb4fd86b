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
    bool has_unknown_encoding = false;  // text in an older encoding, which has to be guessed
};

/// Reads the body of POST /tests/import as multipart/form-data: the field "file", and "format" and "title" if
/// they are there.
result<import_file> read_import_form(std::string_view boundary, std::string_view body);

/// The file with its text in UTF-8, if it is no archive and tells its encoding. A problem for UTF-16 that is
/// damaged.
result<import_file> with_decoded_text(import_file file);

/// What is said of bytes that are no characters in the encoding of their file.
problem undecodable_text();

}  // namespace examwright
