#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// Blackboard's upload of questions: a line a question, its fields parted by tabs, texts as HTML. It knows no
/// explanation.
std::string write_blackboard(const exported_test& test);

}  // namespace examwright
