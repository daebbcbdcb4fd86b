#include "tools/extract/formats/pdf_line_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/pdf_words.hpp"

namespace examwright::extract {

namespace {

enum class level { base, raised, lowered };

/// Each sign of text by its raised or lowered form; empty where one of them has none.
std::string in_small_signs(const std::string& text, level where) {
    constexpr std::u32string_view plain = U"0123456789+-−=()n";
    constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ";
    constexpr std::u32string_view lowered = U"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ";
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        i += c.length;
        const auto at = plain.find(c.value);
        if (at == plain.npos)
            return {};
        append_utf8(out, (where == level::raised ? raised : lowered)[at]);
    }
    return out;
}

std::string script_text(const std::string& text, level where) {
    if (auto small = in_small_signs(text, where); !small.empty())
        return small;
    const std::string sign = where == level::raised ? "^" : "_";
    const auto first = decode_at(text, 0);
    const bool single = first.length == text.size();
    return sign + (single ? text : "(" + text + ")");
}

level level_of(const placed_word& word, const placed_word* base, float size) {
    if (!base || word.place.height() > 0.84F * size)
        return level::base;
    const float gap = word.place.x0 - base->place.x1;
    if (gap > 0.25F * size || base->place.shared_height(word.place) < 0.15F)
        return level::base;
    const float up = base->place.y1 - word.place.y1;
    const float down = word.place.y0 - base->place.y0;
    if (up > 0.2F * size)
        return level::raised;
    return up < 0.1F * size && down > 0.3F * size ? level::lowered : level::base;
}

/// "²" behind a full stop or a quotation mark points to a note.
bool is_note_mark(const placed_word& word, const placed_word& base) {
    const auto last = decode_before(base.text, base.text.size()).value;
    const bool number = std::all_of(word.text.begin(), word.text.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '*'; });
    return number && word.text.size() <= 3 && last != ')' && last != ']' && last != '|' &&
           is_punctuation(last);
}

struct piece {
    std::string text;
    bool right_to_left;
    bool neutral;  // neither: takes the direction of its line
    bool glued;    // no blank before it
};

/// Brackets are drawn as they look: read from right to left, each stands for its twin.
std::string mirrored(const std::string& text) {
    constexpr std::u32string_view signs = U"()[]{}«»‹›";
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        const auto at = signs.find(c.value);
        append_utf8(out, at == signs.npos ? c.value : signs[at ^ 1]);
        i += c.length;
    }
    return out;
}

bool any_right_to_left(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        if (is_right_to_left(c.value))
            return true;
        i += c.length;
    }
    return false;
}

bool any_left_to_right(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        if ((is_letter(c.value) && !is_right_to_left(c.value)) || is_digit(c.value))
            return true;
        i += c.length;
    }
    return false;
}

bool is_closing(std::string_view text) {
    constexpr std::string_view signs[] = {".", ",", ":", ";", "!", "?", ")", "]", "،", "؛", "؟", "۔", "»"};
    return std::find(std::begin(signs), std::end(signs), text) != std::end(signs);
}

std::string text_of(const std::vector<piece>& pieces) {
    std::string text;
    for (const auto& each : pieces) {
        if (!text.empty() && !each.glued)
            text += ' ';
        text += each.text;
    }
    return text;
}

/// From the order on the page to the order of reading: runs from left to right keep theirs.
std::vector<piece> in_reading_order(std::vector<piece> pieces) {
    std::reverse(pieces.begin(), pieces.end());
    for (auto& each : pieces)
        if (each.right_to_left || each.neutral)
            each.text = mirrored(each.text);
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i;
        std::size_t last = i;
        while (end < pieces.size() && !pieces[end].right_to_left) {
            last = pieces[end].neutral ? last : end + 1;
            ++end;
        }
        if (last > i)
            std::reverse(pieces.begin() + static_cast<std::ptrdiff_t>(i),
                         pieces.begin() + static_cast<std::ptrdiff_t>(last));
        i = std::max(end, i + 1);
    }
    return pieces;
}

}  // namespace

std::string line_text(const placed_line& line) {
    const float size = line.size();
    std::vector<piece> pieces;
    const placed_word* base = nullptr;
    const placed_word* before = nullptr;
    bool rtl = false;
    for (const auto& word : line.words) {
        const auto where = level_of(word, base, size);
        if (where == level::base) {
            const bool right = any_right_to_left(word.text);
            const bool after_small = base && before != base;
            const bool small = word.place.height() < 0.84F * size;
            const float gap = before ? word.place.x0 - before->place.x1 : size;
            const bool glued = (after_small && gap < 0.12F * size) || (small && gap < 0.02F * size);
            rtl = rtl || right;
            pieces.push_back({word.text, right, !right && !any_left_to_right(word.text), glued});
            base = &word;
        } else if (!(where == level::raised && is_note_mark(word, *base))) {
            pieces.back().text += script_text(word.text, where);
        }
        before = &word;
    }
    if (rtl)
        pieces = in_reading_order(std::move(pieces));
    for (auto& each : pieces)
        each.glued = each.glued || (rtl && is_closing(each.text));
    return text_of(pieces);
}

bool is_monospaced(const placed_line& line) {
    float narrowest = 1e6F, widest = 0;
    std::size_t letters = 0;
    for (const auto& word : line.words) {
        const auto count = static_cast<float>(word.text.size());
        for (const char c : word.text)
            if (static_cast<unsigned char>(c) >= 0x80)
                return false;
        narrowest = std::min(narrowest, word.place.width() / count);
        widest = std::max(widest, word.place.width() / count);
        letters += word.text.size();
    }
    return letters >= 2 && widest - narrowest < 0.02F * widest && widest > 0.35F * line.size();
}

float letter_width(const placed_line& line) {
    return line.words.front().place.width() / static_cast<float>(line.words.front().text.size());
}

std::string code_text(const placed_line& line, float left, float width) {
    std::string text;
    for (const auto& word : line.words) {
        const float column = (word.place.x0 - left) / width;
        const auto wanted = static_cast<std::size_t>(std::clamp(std::lround(column), 0L, 200L));
        const std::size_t least = text.empty() ? 0 : text.size() + 1;
        text.resize(std::max(wanted, least), ' ');
        text += word.text;
    }
    return text;
}

}  // namespace examwright::extract
