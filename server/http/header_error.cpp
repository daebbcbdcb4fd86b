#include "server/http/header_error.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>
#include <string_view>

namespace examwright {

namespace http = boost::beast::http;

const char* header_error(const http::request_header<>& header) {
    const auto hosts = header.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && header.version() >= 11))
        return "A request names its host, once.";
    if (header.count(http::field::transfer_encoding) == 0)
        return nullptr;
    const bool chunked = boost::beast::iequals(header[http::field::transfer_encoding], "chunked");
    if (!chunked || header.count(http::field::transfer_encoding) > 1 || header.version() < 11)
        return "Of the transfer codings only chunked is known.";
    return nullptr;
}

void skip_empty_lines(boost::beast::flat_buffer& buffer) {
    const auto starts_with = [&](std::string_view line) {
        const auto bytes = buffer.cdata();
        return std::string_view(static_cast<const char*>(bytes.data()), bytes.size()).starts_with(line);
    };
    for (;;) {
        if (starts_with("\r\n"))
            buffer.consume(2);
        else if (starts_with("\n"))
            buffer.consume(1);
        else
            return;
    }
}

}  // namespace examwright
