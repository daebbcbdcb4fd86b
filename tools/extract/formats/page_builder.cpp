#include "tools/extract/formats/page_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_text_bytes = 32'000'000;
constexpr std::size_t long_page = 2500;       // characters after which a heading begins a page
constexpr std::size_t very_long_page = 4500;  // after which any block does

constexpr std::u32string_view plain_signs = U"0123456789+-−=()in";
constexpr std::u32string_view raised_signs = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ";
constexpr std::u32string_view lowered_signs = U"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

std::size_t characters_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Each sign replaced by the one at its place in `signs`; empty where one has none.
std::string replaced(std::string_view text, std::u32string_view signs) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        const auto at = plain_signs.find(next.value);
        if (at >= signs.size())
            return {};
        append_utf8(out, signs[at]);
        i += next.length;
    }
    return out;
}

std::string marked(char mark, std::string_view text) {
    const bool single = decode_at(text, 0).length == text.size();
    return single ? mark + std::string(text) : std::string(1, mark).append("(").append(text).append(")");
}

bool is_unspaced_end(std::string_view text) {
    const auto last = decode_before(text, text.size()).value;
    return is_unspaced(last) || (last >= 0x3001 && last <= 0x303F) || (last >= 0xFF00 && last <= 0xFFEF);
}

}  // namespace

void page_builder::add(block_kind kind, std::string text) {
    if (trimmed(text).empty())
        return;
    bytes_ += text.size();
    if (bytes_ > most_text_bytes)
        throw failure(extraction_exit::too_much_text, "there is too much text");
    page_characters_ += characters_of(text);
    document_.pages.back().blocks.push_back({kind, std::move(text), false});
}

void page_builder::break_page() {
    if (!document_.pages.back().blocks.empty())
        next_page();
}

void page_builder::next_page() {
    constexpr std::size_t most_pages = 100'000;
    if (document_.pages.size() == most_pages)
        throw failure(extraction_exit::too_many_pages, "there are too many pages");
    document_.pages.emplace_back();
    page_characters_ = 0;
}

void page_builder::break_long_page(block_kind next) {
    if (page_characters_ > (next == block_kind::heading ? long_page : very_long_page))
        break_page();
}

block* page_builder::last_block() {
    auto& blocks = document_.pages.back().blocks;
    return blocks.empty() ? nullptr : &blocks.back();
}

extracted page_builder::take(const char* page_name) {
    document_.page_name = page_name;
    return std::move(document_);
}

void append_line(std::string& text, std::string_view next) {
    next = trimmed(next);
    if (next.empty())
        return;
    const bool joined = !text.empty() && is_unspaced_end(text) && is_unspaced(decode_at(next, 0).value);
    if (!text.empty() && !joined)
        text += ' ';
    text += next;
}

std::string raised(std::string_view text, std::string_view before) {
    text = trimmed(text);
    if (text.empty())
        return {};
    const bool letters =
        std::all_of(text.begin(), text.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    const bool after_digit = !before.empty() && is_digit(decode_before(before, before.size()).value);
    if (letters && text.size() > 1 && (after_digit || text.size() > 2))
        return std::string(text);  // 1st, 2nd, Mlle
    const auto signs = replaced(text, raised_signs);
    return signs.empty() ? marked('^', text) : signs;
}

std::string lowered(std::string_view text) {
    text = trimmed(text);
    if (text.empty())
        return {};
    const auto signs = replaced(text, lowered_signs);
    return signs.empty() ? marked('_', text) : signs;
}

}  // namespace examwright::extract
