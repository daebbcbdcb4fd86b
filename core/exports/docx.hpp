#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The test as a Word document (ECMA-376, transitional) in three parts, each from a page of its own: the
/// questions, the answer key, and the explanations with the words of the document that they stand on. Its
/// numbers and letters are Word's own lists. A question whose stem reads from right to left is set so as a
/// whole.
std::string write_docx(const exported_test& test);

}  // namespace examwright
