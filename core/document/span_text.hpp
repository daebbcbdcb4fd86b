#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/block_kind.hpp"

namespace examwright {

/// The spans of a text as one string, such as "h0-13 p15-40": how the database keeps them.
std::string encode_spans(const std::vector<block_span>& spans);
/// Returns nullopt for what encode_spans() can't have written of a text of `size` bytes.
std::optional<std::vector<block_span>> decode_spans(std::string_view text, std::size_t size);

}  // namespace examwright
