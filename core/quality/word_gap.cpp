#include "core/quality/word_gap.hpp"

#include "core/text/unicode.hpp"

namespace examwright {

std::string_view gap_before(const text_words& text, std::size_t at) {
    const auto before = text.source_of({at - 1, 1});
    const auto* end = before.data() + before.size();
    return {end, static_cast<std::size_t>(text.source_of({at, 1}).data() - end)};
}

bool is_capitalized(const text_words& text, std::size_t at) {
    return is_upper(decode_at(text.source_of({at, 1}), 0).value);
}

}  // namespace examwright
