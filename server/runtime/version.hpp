#pragma once

#include <string_view>

namespace examwright {

/// The version of this build, such as "0.1.0": the one that the root's CMakeLists.txt names.
std::string_view product_version();

}  // namespace examwright
