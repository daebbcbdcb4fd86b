#pragma once

#include <boost/beast/http/message.hpp>

namespace examwright {

/// Why a header that can be parsed is refused nevertheless, in a sentence; null for one that is not. RFC
/// 9112: one Host (3.2), no transfer coding but chunked, and none in HTTP/1.0 (6.1).
const char* header_error(const boost::beast::http::request_header<>& header);

}  // namespace examwright
