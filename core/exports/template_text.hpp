#pragma once

#include <map>
#include <string>
#include <string_view>

namespace examwright {

/// pattern with the values in the place of their {names}. They go in as they are: what is in them is not
/// looked at again. std::out_of_range for a name without a value.
std::string expand_template(std::string_view pattern, const std::map<std::string_view, std::string>& values);

}  // namespace examwright
