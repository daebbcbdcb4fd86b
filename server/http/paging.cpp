#include "server/http/paging.hpp"

#include <charconv>
#include <limits>
#include <string>

namespace examwright {
namespace {

result<int> number_in(const http_request& request, std::string_view name, int least, int most,
                      int otherwise) {
    const auto text = request.query_value(name);
    if (!text)
        return otherwise;
    int value = 0;
    const auto parsed = std::from_chars(text->data(), text->data() + text->size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text->data() + text->size() || value < least ||
        value > most)
        return invalid(std::string(name) + " must be a whole number from " + std::to_string(least) +
                       (most == std::numeric_limits<int>::max() ? " up" : " to " + std::to_string(most)));
    return value;
}

}  // namespace

result<page_request> read_page(const http_request& request, int limit_otherwise) {
    const auto limit = number_in(request, "limit", 1, 100, limit_otherwise);
    if (!limit)
        return limit.error();
    const auto offset = number_in(request, "offset", 0, std::numeric_limits<int>::max(), 0);
    if (!offset)
        return offset.error();
    return page_request{*limit, *offset};
}

}  // namespace examwright
