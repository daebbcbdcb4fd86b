#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// Moodle's XML format for questions (docs.moodle.org/en/Moodle_XML_format), its texts as HTML, so that
/// formulas in them are typeset. One right answer of 100 %, options shuffled, the explanation as general
/// feedback, difficulty and topic as tags.
std::string write_moodle_xml(const exported_test& test);

}  // namespace examwright
