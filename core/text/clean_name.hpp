#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// A name that somebody sent, fit to be stored and shown: valid UTF-8, control characters out, blanks at its
/// ends gone, 200 characters at most.
std::string display_text(std::string_view sent);

/// The same of a file's name, without the folders that some browsers send. Never a path to open.
std::string display_filename(std::string_view sent);

/// A file's name without its ending, "lecture 3" of "lecture 3.pdf".
std::string_view stem_of(std::string_view filename);

}  // namespace examwright
