#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// GIFT, Moodle's text format for questions (docs.moodle.org/en/GIFT_format): multiple choice, the
/// explanation as general feedback, difficulty and topic as tags. What GIFT readers trip over is written
/// around: line breaks within a text are \n, so that no blank line ends a question; a question with a text
/// that could be taken for markup says that it is [plain]; a key with an arrow does not come first, where it
/// would begin a matching question.
std::string write_gift(const exported_test& test);

}  // namespace examwright
