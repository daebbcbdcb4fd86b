#include "tools/extract/formats/pdf_hyphens.hpp"

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

bool is_hyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0xAD || c == 0x2011;
}

bool is_in_word(char32_t c) {
    return is_word_part(c) || is_hyphen(c);
}

std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
        const auto c = decode_before(text, begin);
        if (!is_word_part(c.value))
            break;
        begin -= c.length;
    }
    return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const auto c = decode_at(text, end);
        if (!is_word_part(c.value))
            break;
        end += c.length;
    }
    return text.substr(0, end);
}

bool joins_without_blank(char32_t before, char32_t after) {
    const auto is_wide = [](char32_t c) {
        return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60) || is_unspaced(c);
    };
    return (is_unspaced(before) && is_wide(after)) || (is_wide(before) && is_unspaced(after));
}

}  // namespace

void hyphen_joiner::learn(std::string_view line) {
    std::string word;
    for (std::size_t i = 0; i <= line.size();) {
        const bool end = i == line.size();
        const auto c = end ? code_point{' ', 1} : decode_at(line, i);
        i += c.length;
        if (!end && is_in_word(c.value)) {
            append_utf8(word, is_hyphen(c.value) ? U'-' : c.value);
            continue;
        }
        const auto folded = casefold(word);
        word.clear();
        const auto inner = folded.find('-');
        if (folded.empty() || folded.back() == '-' || folded.front() == '-')
            continue;
        ++words_[folded];
        if (inner != folded.npos)  // its halves are words, too
            ++words_[folded.substr(0, inner)], ++words_[folded.substr(inner + 1)];
    }
}

std::size_t hyphen_joiner::count(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
}

bool hyphen_joiner::keeps_hyphen(std::string_view first, std::string_view second) const {
    const std::string a = casefold(first), b = casefold(second);
    const auto joined = count(a + b), parted = count(a + "-" + b);
    if (joined != parted)
        return parted > joined;
    const auto c = decode_at(second, 0).value;
    const auto last = decode_before(first, first.size()).value;
    if ((is_upper(c) && !is_upper(last)) || is_digit(c))
        return true;
    return a.size() > 2 && b.size() > 2 && count(a) > 0 && count(b) > 0;
}

void hyphen_joiner::append_line(std::string& paragraph, std::string_view line) const {
    if (paragraph.empty() || line.empty()) {
        paragraph += line;
        return;
    }
    const auto last = decode_before(paragraph, paragraph.size());
    const auto next = decode_at(line, 0);
    if (is_hyphen(last.value) && (is_letter(next.value) || is_digit(next.value)) &&
        paragraph.size() > last.length) {
        const std::string_view before = std::string_view(paragraph).substr(0, paragraph.size() - last.length);
        const auto first = last_word(before);
        const bool soft = last.value == 0xAD;
        if (!first.empty() && (soft || !keeps_hyphen(first, first_word(line))))
            paragraph.resize(before.size());
    } else if (!joins_without_blank(last.value, next.value) && last.value != 0x2014) {
        paragraph += ' ';
    }
    paragraph += line;
}

}  // namespace examwright::extract
