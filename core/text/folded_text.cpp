#include "core/text/folded_text.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

bool is_hyphen(char32_t value) {
    return value == '-' || value == 0xAD || value == U'‐' || value == U'‑' || value == U'–';
}

/// Quotation marks, apostrophes, and what is never seen.
bool is_dropped(char32_t value) {
    static constexpr std::u32string_view dropped =
        U"'\"`´‘’‚‛“”„‟«»‹›′″「」『』\u00AD\u200B\u200C\u200D\u2060\uFEFF";
    return dropped.find(value) != std::u32string_view::npos;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto next = decode_at(text, at);
        if (!is_space(next.value))
            break;
        at += next.length;
    }
    return at;
}

bool letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_letter(decode_at(text, at).value);
}

}  // namespace

folded_text::folded_text(std::string_view source, std::size_t base) : base_(base) {
    text_.reserve(source.size());
    begins_.reserve(source.size());
    lengths_.reserve(source.size());
    for (std::size_t i = 0; i < source.size();) {
        const auto next = decode_at(source, i);
        const auto after = i + next.length;
        if (is_hyphen(next.value) && !gap_ && (is_letter(previous_) || is_mark(previous_))) {
            // "well-known", "photo-<line's end>synthesis": the letters on both sides are one word.
            const bool dash = next.value == U'–';
            const auto beyond = dash ? after : skip_space(source, after);
            if (letter_at(source, beyond)) {
                i = beyond;
                continue;
            }
        }
        add(i, next.length, next.value);
        i = after;
    }
}

std::size_t folded_text::offset_of(std::size_t offset) const {
    const auto found = std::lower_bound(begins_.begin(), begins_.end(), offset);
    return static_cast<std::size_t>(found - begins_.begin());
}

void folded_text::add(std::size_t at, std::size_t length, char32_t value) {
    if (is_dropped(value))
        return;
    const bool word = is_word_part(value);
    const bool sign = !word && is_math_or_currency(value);
    if (!word && !sign) {
        gap_ = true;
        return;
    }
    if (sign)
        gap_ = true;
    if (gap_ && !text_.empty() && !is_unspaced(value) && !is_unspaced(previous_))
        emit(" ", at, 0);
    scratch_.clear();
    append_folded(scratch_, value);
    emit(scratch_, at, length);
    previous_ = value;
    gap_ = sign;
}

void folded_text::emit(std::string_view bytes, std::size_t at, std::size_t length) {
    text_ += bytes;
    begins_.insert(begins_.end(), bytes.size(), base_ + at);
    lengths_.insert(lengths_.end(), bytes.size(), static_cast<std::uint8_t>(length));
}

}  // namespace examwright
