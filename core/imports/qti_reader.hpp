#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/imports/question_set.hpp"
#include "core/imports/xml_tree.hpp"

namespace examwright {

/// The XML files of a package, by their paths.
using xml_files = std::vector<std::pair<std::string, xml_node>>;

/// Reads IMS QTI: of version 2 the choice items (<assessmentItem>) in the order of the test, of version 1.2
/// the items of each <questestinterop>. The feedback on a question becomes its explanation.
result<question_set> read_qti(const xml_files& files);

}  // namespace examwright
