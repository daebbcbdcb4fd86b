#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// The type by which it is asked for, in the place of a document's.
inline constexpr std::string_view archive_type = "archive";

/// Returns the XML files of a zip archive that hold questions, of QTI packages and Word documents: each after
/// a form feed, its path and a line feed; after an empty path the number of those beyond 5,000. Throws a
/// failure for what is no archive, has none of them, or inflates to more than most_archive_bytes.
std::string archive_text(std::string_view bytes);

}  // namespace examwright::extract
