#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <vector>

namespace examwright {

/// The list that holds most questions (or reviews) among the values, or these themselves. Nullopt if none is
/// a list of objects or is named as one.
std::optional<boost::json::array> find_item_list(const std::vector<boost::json::value>& values,
                                                 bool (*fits)(const boost::json::object&));

}  // namespace examwright
