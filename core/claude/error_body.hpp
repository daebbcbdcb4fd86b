#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

namespace examwright {

/// What the server itself says of an error: one line, shortened, without what may be a key. Each kind of
/// server has a place of its own for it.
std::string words_of_error(const boost::json::value& body);

/// The status that a body which holds an error and no reply should have come with: gateways send it with 200.
/// Nullopt if it is no error.
std::optional<int> status_of_error(const boost::json::value& body);

}  // namespace examwright
