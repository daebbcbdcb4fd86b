#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// 256 random bits as 43 characters of base64url: a bearer token or the set-up token.
std::string new_token();

/// 64 hex digits. What the database keeps of a token.
std::string sha256_hex(std::string_view text);

}  // namespace examwright
