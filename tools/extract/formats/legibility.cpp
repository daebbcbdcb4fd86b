#include "tools/extract/formats/legibility.hpp"

#include <cstddef>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

struct tally {
    std::size_t signs = 0;     // all but blanks
    std::size_t unmapped = 0;  // replacement, control and private signs
    std::size_t latin1 = 0;    // U+00A1 to U+00FF
    std::size_t ascii_letters = 0;
    std::size_t vowels = 0;
    std::size_t marks = 0;           // combining
    std::size_t marks_at_start = 0;  // of a word
    std::size_t words = 0;
    std::size_t odd_words = 0;  // capitals or digits after small letters, signs between letters
};

bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

bool is_vowel(char32_t c) {
    return std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos;
}

bool is_plain_letter(char32_t c) {
    return c < 0x80 && is_letter(c);
}

tally count(std::string_view text) {
    tally found;
    char32_t before = ' ';
    bool odd = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode_at(text, i);
        i += length;
        if (is_space(c)) {
            found.odd_words += odd ? 1 : 0;
            odd = false;
            before = ' ';
            continue;
        }
        ++found.signs;
        found.words += before == ' ' ? 1 : 0;
        found.unmapped += c == 0xFFFD || is_private(c) || c < 0x20 || (c >= 0x7F && c < 0xA0) ? 1 : 0;
        found.latin1 += c > 0xA0 && c < 0x100 ? 1 : 0;
        const bool plain = is_plain_letter(c);
        found.ascii_letters += plain ? 1 : 0;
        found.vowels += plain && is_vowel(c) ? 1 : 0;
        found.marks += is_mark(c) ? 1 : 0;
        found.marks_at_start += is_mark(c) && before == ' ' ? 1 : 0;
        const bool within = is_plain_letter(before) && c < 0x80 && c != '-' && c != '\'' && c != '.' &&
                            c != ',' && c != ';' && c != ':' && c != ')' && c != '!' && c != '?' &&
                            c != '/' && c != '@' && c != '_' && c != '"';
        odd = odd || (within && (!is_letter(c) || (is_upper(c) && is_lower(before))));
        before = c;
    }
    found.odd_words += odd ? 1 : 0;
    return found;
}

}  // namespace

bool is_legible(std::string_view text) {
    const tally found = count(text);
    if (found.signs < 20)
        return found.unmapped * 2 < found.signs || found.signs == 0;
    const bool unmapped = found.unmapped * 100 >= found.signs * 20;
    const bool wrong_encoding = found.latin1 * 100 >= found.signs * 45;
    const bool parted_signs = found.marks_at_start * 100 >= found.words * 8 && found.marks_at_start >= 3;
    const bool is_latin = found.ascii_letters * 100 >= found.signs * 60 && found.ascii_letters >= 60;
    const auto few_vowels = [&](std::size_t percent) {
        return found.vowels * 100 < found.ascii_letters * percent;
    };
    const bool shifted =
        is_latin && (few_vowels(15) || (few_vowels(20) && found.odd_words * 100 >= found.words * 20));
    return !unmapped && !wrong_encoding && !parted_signs && !shifted;
}

}  // namespace examwright::extract
