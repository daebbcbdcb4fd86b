#pragma once

#include <string>
#include <vector>

#include "db/records.hpp"

namespace examwright {

/// A test for people: the questions, then the key with explanations and pages, which page_name names:
/// "slide".
std::string print_test(const generated_test_record& test, const std::vector<question_record>& questions,
                       const std::string& page_name);

}  // namespace examwright
