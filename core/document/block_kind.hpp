#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace examwright {

/// What a stretch of a document is. Questions are made of prose, lists and tables; the rest only explains
/// them.
enum class block_kind { heading, prose, list, table, code, contents, references, note };

/// "heading", "prose" and so on: what is stored and sent.
std::string_view name_of(block_kind kind);
/// Returns nullopt for a name that is none of these.
std::optional<block_kind> block_kind_named(std::string_view name);

/// The bytes [begin, end) of a document's text, which are of this kind.
struct block_span {
    block_kind kind = block_kind::prose;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const block_span&) const = default;
};

}  // namespace examwright
