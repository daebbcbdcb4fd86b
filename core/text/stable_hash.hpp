#pragma once

#include <cstdint>
#include <string_view>

namespace examwright {

/// FNV-1a: the same number for the same bytes on every machine and in every version, unlike std::hash.
/// Nothing that must be hard to guess.
std::uint64_t stable_hash(std::string_view bytes);

}  // namespace examwright
