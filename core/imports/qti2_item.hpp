#pragma once

#include "core/imports/xml_tree.hpp"
#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Reads an <assessmentItem> of QTI 2.
result<question> read_qti2_item(const xml_node& item);

}  // namespace examwright
