#pragma once

#include "core/imports/question_set.hpp"
#include "core/imports/xml_tree.hpp"

namespace examwright {

/// Reads Moodle's XML format (docs.moodle.org/en/Moodle_XML_format), whose root is <quiz>, by the same rules
/// as read_gift().
result<question_set> read_moodle_xml(const xml_node& quiz);

}  // namespace examwright
