#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The table (.csv) that Brightspace's question library imports: a group of rows a question, texts as HTML.
std::string write_brightspace(const exported_test& test);

}  // namespace examwright
