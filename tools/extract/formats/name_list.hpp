#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace examwright::extract {

/// Whether a list of names holds one. The case of letters counts.
template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace examwright::extract
