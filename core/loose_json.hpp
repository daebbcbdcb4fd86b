#pragma once

#include <boost/json/array.hpp>
#include <optional>
#include <string_view>

namespace examwright {

/// The array that a model's text holds: the member `name` of an object, or a bare array; alone, in a Markdown
/// fence or within prose. Nothing where there is none, or its JSON is broken.
std::optional<boost::json::array> find_json_array(std::string_view text, std::string_view name);

}  // namespace examwright
