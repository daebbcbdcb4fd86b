#include "tools/extract/formats/pdf_words.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

/// Of scripts whose fonts are often placed glyph by glyph.
bool is_clustered(char32_t c) {
    return is_right_to_left(c) || (c >= 0x0660 && c <= 0x0669) || (c >= 0x0900 && c <= 0x0DFF) ||
           (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
}

char32_t first_of(const placed_word& word) {
    return decode_at(word.text, 0).value;
}

char32_t last_of(const placed_word& word) {
    return decode_before(word.text, word.text.size()).value;
}

bool is_one_letter(const placed_word& word) {
    const auto c = decode_at(word.text, 0);
    return c.length == word.text.size() && is_letter(c.value) && !is_unspaced(c.value) &&
           !is_clustered(c.value);
}

float gap_between(const placed_word& left, const placed_word& right) {
    return right.place.x0 - left.place.x1;
}

bool is_parted_by_its_font(const placed_word& left, const placed_word& right) {
    const float size = std::max(left.place.height(), right.place.height());
    if (gap_between(left, right) > 0.075F * size || left.place.shared_height(right.place) < 0.7F)
        return false;
    const char32_t a = last_of(left), b = first_of(right);
    const bool either = is_clustered(a) || is_clustered(b);
    return either && (is_word_part(a) || is_clustered(a)) &&
           (is_word_part(b) || is_clustered(b) || is_punctuation(b));
}

void append(placed_word& left, const placed_word& right) {
    const bool from_the_right = is_right_to_left(first_of(left)) || is_right_to_left(first_of(right));
    left.text = from_the_right ? right.text + left.text : left.text + right.text;
    left.place.add(right.place);
}

/// Where the run of single letters that begins at `first` ends.
std::size_t end_of_letters(const std::vector<placed_word>& words, std::size_t first) {
    std::size_t end = first;
    while (end < words.size() && is_one_letter(words[end]) &&
           (end == first || gap_between(words[end - 1], words[end]) < 2.5F * words[end].place.height()))
        ++end;
    return end;
}

/// The gap up to which the letters of a run make one word; 0 where they are no letters set apart.
float letter_gap(const std::vector<placed_word>& words, std::size_t first, std::size_t end) {
    if (end - first < 4)
        return 0;
    std::vector<float> gaps;
    for (std::size_t i = first + 1; i < end; ++i)
        gaps.push_back(gap_between(words[i - 1], words[i]));
    auto sorted = gaps;
    std::sort(sorted.begin(), sorted.end());
    const float usual = std::max(sorted[sorted.size() / 3], 0.5F);
    const bool has_wider = sorted.back() > 1.6F * usual;
    const bool is_title = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                                      words.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const auto& word) { return is_upper(first_of(word)); });
    const bool is_even = sorted.back() < 1.6F * usual && end - first >= 5;
    return (has_wider && end - first >= 5) || is_title ||
                   (is_even && usual < 0.22F * words[first].place.height())
               ? 1.6F * usual
               : 0;
}

std::vector<placed_word> with_letters_joined(std::vector<placed_word> words) {
    std::vector<placed_word> joined;
    for (std::size_t i = 0; i < words.size();) {
        const auto end = end_of_letters(words, i);
        const float within = end > i ? letter_gap(words, i, end) : 0;
        if (within == 0) {
            joined.push_back(std::move(words[i++]));
            continue;
        }
        joined.push_back(words[i]);
        for (++i; i < end; ++i) {
            if (gap_between(words[i - 1], words[i]) <= within)
                append(joined.back(), words[i]);
            else
                joined.push_back(words[i]);
        }
    }
    return joined;
}

bool is_alef(const std::string& letter) {
    return letter == "ا" || letter == "أ" || letter == "إ" || letter == "آ";
}

/// The letters of a word, each with its marks.
std::vector<std::string> letters_of(const std::string& text) {
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        if (is_mark(c.value) && !letters.empty())
            letters.back().append(text, i, c.length);
        else
            letters.emplace_back(text, i, c.length);
        i += c.length;
    }
    return letters;
}

/// Whether the words of right-to-left writing are glyphs: what one of them draws is in the order of reading.
bool is_placed_by_glyphs(const placed_page& page) {
    std::size_t glyphs = 0, words = 0;
    for (const auto& line : page.lines)
        for (const auto& word : line.words) {
            words += is_right_to_left(first_of(word)) ? 1 : 0;
            glyphs += is_right_to_left(first_of(word)) && letters_of(word.text).size() == 1 ? 1 : 0;
        }
    return glyphs * 2 > words;
}

/// poppler gives the letters of a word as they stand, from left to right; only what one glyph draws (lam with
/// alef) is in the order of reading, and has to be turned back.
void turn_around(placed_word& word) {
    if (!is_right_to_left(first_of(word)) && !is_right_to_left(last_of(word)))
        return;
    auto letters = letters_of(word.text);
    if (letters.size() < 2)
        return;
    std::reverse(letters.begin(), letters.end());
    for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
        const bool after_prefix = i == 1 && (letters[0] == "و" || letters[0] == "ب" || letters[0] == "ك" ||
                                             letters[0] == "ف" || letters[0] == "ل");
        if (is_alef(letters[i]) && letters[i + 1] == "ل" && !after_prefix)
            std::swap(letters[i], letters[i + 1]);
    }
    word.text.clear();
    for (const auto& letter : letters)
        word.text += letter;
}

bool is_copy(const placed_word& a, const placed_word& b) {
    return a.text == b.text && a.place.shared_width(b.place) > 0.6F && a.place.shared_height(b.place) > 0.6F;
}

placed_line mended(placed_line line, bool placed_by_glyphs) {
    std::vector<placed_word> words;
    for (auto& word : line.words) {
        if (!placed_by_glyphs)
            turn_around(word);
        if (!words.empty() && is_copy(words.back(), word))
            continue;
        if (!words.empty() && is_parted_by_its_font(words.back(), word))
            append(words.back(), word);
        else
            words.push_back(std::move(word));
    }
    return placed_line(with_letters_joined(std::move(words)));
}

/// Whether `right` goes on the line that `left` begins.
bool goes_on(const placed_line& left, const placed_line& right) {
    if (left.place.shared_height(right.place) < 0.35F)
        return false;
    const float gap = right.place.x0 - left.place.x1;
    const float left_size = left.size(), right_size = right.size();
    const float size = std::max(left_size, right_size);
    if (gap < -0.3F * size)
        return false;
    const bool is_script = std::min(left_size, right_size) < 0.82F * size;
    const bool same_line = std::abs(left.place.y1 - right.place.y1) < 0.3F * size;
    if (is_item_mark(left.plain_text()) && same_line)
        return gap < 3 * size;
    return is_script ? gap < 0.3F * size : same_line && gap < 0.45F * size;
}

}  // namespace

bool is_right_to_left(char32_t c) {
    if ((c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9))
        return false;  // digits
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE);
}

bool is_item_mark(std::string_view text) {
    if (text.empty() || text.size() > 6)
        return false;
    const auto c = decode_at(text, 0);
    constexpr std::u32string_view bullets = U"•◦‣▪▫■□●○–—-*·∙⁃➢➤✓►▶▷▸▹▻◆◇❖◾◽★☆✔✗➔➜❑❒";
    if (c.length == text.size())
        return bullets.find(c.value) != bullets.npos || (c.value >= 0xF000 && c.value <= 0xF0FF);
    if (text.back() != '.' && text.back() != ')')
        return false;
    if (text.front() == '(')
        text.remove_prefix(1);
    text.remove_suffix(1);
    const auto is_sign = [](char sign) {
        return (sign >= '0' && sign <= '9') || (sign | 32) == 'i' || (sign | 32) == 'v';
    };
    const bool one_letter = text.size() == 1 && std::isalpha(static_cast<unsigned char>(text[0])) != 0;
    return one_letter ||
           (!text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_sign));
}

void mend_words(placed_page& page) {
    const bool by_glyphs = is_placed_by_glyphs(page);
    for (auto& line : page.lines)
        line = mended(std::move(line), by_glyphs);
    std::stable_sort(page.lines.begin(), page.lines.end(),
                     [](const auto& a, const auto& b) { return a.place.x0 < b.place.x0; });
    std::vector<placed_line> joined;
    for (auto& line : page.lines) {
        const auto left = std::find_if(joined.rbegin(), joined.rend(),
                                       [&](const auto& each) { return goes_on(each, line); });
        if (left == joined.rend()) {
            joined.push_back(std::move(line));
            continue;
        }
        auto words = std::move(left->words);
        words.insert(words.end(), line.words.begin(), line.words.end());
        *left = placed_line(std::move(words));
    }
    page.lines = std::move(joined);
}

}  // namespace examwright::extract
