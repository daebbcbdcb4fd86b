#pragma once

#include <string>

namespace examwright {

/// The page at /: what runs here and how to use it. HTML, with nothing from elsewhere.
std::string front_page(const std::string& model);

}  // namespace examwright
