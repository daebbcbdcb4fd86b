#pragma once

#include <string>
#include <vector>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// A test as rows of texts, the first one of names: number, question, option_a to option_e (or as far as the
/// test's options go), correct_option, explanation, difficulty, topic, source_quote, source_page.
std::vector<std::vector<std::string>> question_table(const exported_test& test);

}  // namespace examwright
