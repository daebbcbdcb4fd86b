#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// CommonMark: the questions under headings with their numbers, then the answers with their explanations.
/// Every text is shown as it stands; what would be markup in it is escaped.
std::string write_markdown(const exported_test& test);

}  // namespace examwright
