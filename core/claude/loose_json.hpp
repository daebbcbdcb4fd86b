#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string_view>

namespace examwright {

/// JSON as models and proxies send it: a byte order mark in front is skipped, bytes that are no UTF-8 and
/// halves of surrogate pairs become U+FFFD, so that one bad character does not cost a whole reply. Nothing
/// where the text is no JSON even so.
std::optional<boost::json::value> parse_loose_json(std::string_view text);

/// The array that a model's text holds: the member `name` of an object, or a bare array of objects that have
/// the member `mark`; alone, in a Markdown fence or within prose. Read as by parse_loose_json. Nothing where
/// there is none, or its JSON is broken.
std::optional<boost::json::array> find_json_array(std::string_view text, std::string_view name,
                                                  std::string_view mark);

}  // namespace examwright
