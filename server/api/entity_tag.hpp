#pragma once

#include <string>

#include "db/records.hpp"

namespace examwright {

/// Strong entity tags, with their quotes. A test's changes with each of its questions.
std::string test_tag(const generated_test_record& test);
std::string question_tag(const question_record& question);

}  // namespace examwright
