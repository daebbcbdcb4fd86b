#pragma once

#include <cstddef>
#include <string_view>

#include "core/imports/question_set.hpp"

namespace examwright {

/// What an archive of questions may inflate to. The characters of its XML are no characters of a text.
inline constexpr std::size_t most_archive_bytes = 40'000'000;

/// Reads what examwright-extract makes of an archive: its XML files, each after a form feed, its path and a
/// line feed; after an empty path the number of those that it passed over. It is a Word document if it has
/// word/document.xml, else a QTI package.
result<question_set> read_archive(std::string_view parts);

}  // namespace examwright
