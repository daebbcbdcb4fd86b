#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// Pages to print: the questions, an answer sheet, and the key with the explanations, each from a page of its
/// own. It needs nothing but itself and runs no script; its style stands in it.
std::string write_html(const exported_test& test);

/// The Content-Security-Policy to serve it with.
inline constexpr const char* html_export_policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors "
    "'none'";

}  // namespace examwright
