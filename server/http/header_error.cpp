#include "server/http/header_error.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>

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

}  // namespace examwright
