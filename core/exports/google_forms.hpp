#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// A script that makes a quiz in Google Forms, which imports no file: pasted at script.google.com and run
/// once. Its texts stand in it as JSON, so that none can become code.
std::string write_google_forms(const exported_test& test);

}  // namespace examwright
