#pragma once

#include "core/imports/xml_tree.hpp"
#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Reads an <item> of QTI 1.2.
result<question> read_qti1_item(const xml_node& item);

}  // namespace examwright
