#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace examwright {

/// 256 random bits as 43 characters of base64url: a bearer token or the set-up token.
std::string new_token();

/// 12 hex digits of 48 random bits: what a log line and an answer are matched by.
std::string new_request_id(std::uint64_t random);

/// 64 hex digits. What the database keeps of a token.
std::string sha256_hex(std::string_view text);

}  // namespace examwright
