#include "core/question/same_option.hpp"

#include <optional>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// A text without the punctuation and blanks at its ends, its case folded and its blanks squeezed, if it is
/// prose: three words and more, with nothing in it that code or formulas have.
std::optional<std::string> folded_prose(std::string_view text) {
    static constexpr std::u32string_view plain = U".,;:!?'’‘\"“”„«»-–—…¿¡।。、，";
    std::string folded;
    std::size_t words = 0;
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        i += next.length;
        if (is_space(next.value)) {
            gap = true;
            continue;
        }
        const bool word = is_word_part(next.value);
        const bool flag = next.value == '-' && gap && i < text.size() && is_letter(decode_at(text, i).value);
        if (flag || (!word && plain.find(next.value) == plain.npos))
            return std::nullopt;  // "ls -a" is none
        if (gap && !folded.empty())
            folded += ' ';
        words += word && (gap || folded.empty());
        gap = false;
        if (word || !folded.empty())
            append_folded(folded, next.value);
    }
    while (!folded.empty()) {
        const auto last = decode_before(folded, folded.size());
        if (is_word_part(last.value))
            break;
        folded.resize(folded.size() - last.length);
    }
    return words >= 3 ? std::optional(folded) : std::nullopt;
}

}  // namespace

bool is_same_text(std::string_view left, std::string_view right) {
    return composed(trimmed(left)) == composed(trimmed(right));
}

bool is_same_option(std::string_view left, std::string_view right) {
    if (is_same_text(left, right))
        return true;
    const auto prose = folded_prose(left);
    return prose && prose == folded_prose(right);
}

}  // namespace examwright
