#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// A QTI 1.2 package as Canvas's quizzes import it, and Brightspace, Schoology and Sakai: one assessment with
/// an item a question, its texts as HTML, the explanation as its general feedback.
std::string write_canvas(const exported_test& test);

}  // namespace examwright
