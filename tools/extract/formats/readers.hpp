#pragma once

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads the document on stdin, which must be a file, as what options.type says it is.
extracted read_document(const options& wanted);

/// All bytes of stdin.
std::string read_stdin();

/// Whether `type` is one of those that can be read: "pdf", "text" and so on.
bool is_readable_type(std::string_view type);

}  // namespace examwright::extract
