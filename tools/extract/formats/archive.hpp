#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// Returns the XML files of a zip archive that hold questions, of QTI packages
/// and Word documents: each after a form feed, its path and a line feed. Throws
/// a failure for what is no archive and for what inflates to more than 40 MB.
/// The type by which it is asked for, in the place of a document's.
inline constexpr std::string_view archive_type = "archive";

std::string archive_text(std::string_view bytes);

}  // namespace examwright::extract
