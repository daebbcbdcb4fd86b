#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>

namespace examwright {

/// Why a header that can be parsed is refused nevertheless, in a sentence; null for one that is not. RFC
/// 9112: one Host (3.2), no transfer coding but chunked, and none in HTTP/1.0 (6.1).
const char* header_error(const boost::beast::http::request_header<>& header);

/// Takes empty lines off the front, which some clients send after a body (RFC 9112, 2.2).
void skip_empty_lines(boost::beast::flat_buffer& arrived);

}  // namespace examwright
