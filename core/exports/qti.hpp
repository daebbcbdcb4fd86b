#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The test as an IMS QTI 2.1 content package: a manifest, an assessment test, and one choice item a question
/// with its identifiers made from the ids. The explanation, the quote and the page are the feedback that is
/// shown once a question has been answered.
std::string write_qti(const exported_test& test);

}  // namespace examwright
