#include "server/http/conditional_get.hpp"

#include <algorithm>
#include <boost/beast/http/field.hpp>
#include <string_view>

namespace examwright {

namespace http = boost::beast::http;

namespace {

/// The next tag of a list, with its quotes and without W/, cut off the list's front; empty at the end, and
/// where what follows is no tag.
std::string_view next_tag(std::string_view& list) {
    list.remove_prefix(std::min(list.find_first_not_of(" \t,"), list.size()));
    if (list.starts_with("W/"))
        list.remove_prefix(2);
    if (!list.starts_with('"'))
        return {};
    const auto end = list.find('"', 1);
    if (end == list.npos)
        return {};
    const auto tag = list.substr(0, end + 1);
    list.remove_prefix(end + 1);
    return tag;
}

bool names(std::string_view list, std::string_view wanted) {
    if (list == "*")
        return true;
    for (auto tag = next_tag(list); !tag.empty(); tag = next_tag(list))
        if (tag == wanted)
            return true;
    return false;
}

bool has_already(const http_request& request, std::string_view tag) {
    const auto [first, last] = request.headers.equal_range(http::field::if_none_match);
    for (auto field = first; field != last; ++field)
        if (names(std::string_view(field->value().data(), field->value().size()), tag))
            return true;
    return false;
}

}  // namespace

void apply_if_none_match(const http_request& request, http_response& response) {
    if (response.status != 200 || (request.method != http::verb::get && request.method != http::verb::head))
        return;
    for (const auto& [name, value] : response.headers) {
        if (name != "ETag")
            continue;
        std::string_view tag = value;
        if (tag.starts_with("W/"))
            tag.remove_prefix(2);
        if (!has_already(request, tag))
            return;
        response.status = 304;
        response.content_type.clear();
        response.body.clear();
        return;
    }
}

std::string if_match_of(const http_request& request) {
    std::string all;
    const auto [first, last] = request.headers.equal_range(http::field::if_match);
    for (auto field = first; field != last; ++field) {
        all += all.empty() ? "" : ", ";
        all.append(field->value().data(), field->value().size());
    }
    return all;
}

bool fits_if_match(std::string_view if_match, std::initializer_list<std::string> tags) {
    return if_match.empty() ||
           std::ranges::any_of(tags, [&](const std::string& tag) { return names(if_match, tag); });
}

}  // namespace examwright
