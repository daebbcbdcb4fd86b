#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// GIFT, Moodle's text format for questions (docs.moodle.org/en/GIFT_format): multiple choice, the
/// explanation as general feedback, difficulty and topic as tags. Every text is [html], so that Moodle shows
/// it as it stands and typesets its formulas. A key with an arrow does not come first, where it would begin a
/// matching question.
std::string write_gift(const exported_test& test);

}  // namespace examwright
