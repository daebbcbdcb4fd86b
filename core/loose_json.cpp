#include "core/loose_json.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/stream_parser.hpp>
#include <boost/json/value.hpp>

namespace examwright {

namespace json = boost::json;

namespace {

constexpr int most_tries = 64;  // brackets in prose that turn out to begin nothing

std::optional<json::array> array_in(json::value& value, std::string_view name) {
    if (auto* array = value.if_array()) {
        const bool of_objects = array->empty() || array->front().is_object();
        if (of_objects)
            return std::move(*array);
    }
    if (auto* object = value.if_object())
        if (auto* found = object->if_contains(name); found && found->is_array())
            return std::move(found->get_array());
    return std::nullopt;
}

/// The JSON value that begins at the front of the text, whatever follows it.
std::optional<json::value> leading_value(std::string_view text) {
    json::stream_parser parser;
    boost::system::error_code broken;
    parser.write_some(text, broken);
    if (broken || !parser.done())
        return std::nullopt;
    return parser.release();
}

}  // namespace

std::optional<json::array> find_json_array(std::string_view text, std::string_view name) {
    std::size_t at = 0;
    for (int tries = 0; tries < most_tries; ++tries) {
        at = text.find_first_of("{[", at);
        if (at == text.npos)
            break;
        if (auto value = leading_value(text.substr(at)))
            if (auto array = array_in(*value, name))
                return array;
        ++at;
    }
    return std::nullopt;
}

}  // namespace examwright
