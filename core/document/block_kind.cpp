#include "core/document/block_kind.hpp"

#include <algorithm>
#include <array>

namespace examwright {

namespace {

constexpr std::array<std::string_view, 8> names = {"heading", "prose",    "list",       "table",
                                                   "code",    "contents", "references", "note"};

}  // namespace

std::string_view name_of(block_kind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<block_kind> block_kind_named(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<block_kind>(found - names.begin());
}

}  // namespace examwright
