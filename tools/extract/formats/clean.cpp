#include "tools/extract/formats/clean.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

constexpr std::array<std::string_view, 7> ligatures = {"ff",  "fi", "fl", "ffi",
                                                       "ffl", "st", "st"};  // from U+FB00

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\v' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

/// The joiners U+200C and U+200D are none: they change how a word is spelled.
bool is_direction_mark(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF ||
           (c & 0xFFFE) == 0xFFFE || is_direction_mark(c);
}

/// Arabic letters and their ligatures as they are drawn at the beginning, in the middle or at the end of a
/// word: no keyboard writes them, and no search finds them.
bool is_drawn_form(char32_t c) {
    return (c >= 0xFB50 && c <= 0xFBB1) || (c >= 0xFBD3 && c <= 0xFD3D) || (c >= 0xFD50 && c <= 0xFDC7) ||
           (c >= 0xFE80 && c <= 0xFEFC);
}

/// Puts characters together into lines and pages.
class cleaned_text {
  public:
    enum class blanks { squeezed, indentation_kept, kept };

    cleaned_text(std::size_t expected_size, blanks kept) : kept_(kept) { out_.reserve(expected_size); }

    void add(char32_t c) {
        if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029)
            ++line_ends_, blanks_ = 0;
        else if (c == '\f')
            end_page();
        else if (is_blank(c))
            blanks_ += c == '\t' && kept_ != blanks::squeezed ? 4 : 1;
        else if (!is_dropped(c))
            put(c);
    }
    std::string take() { return std::move(out_); }

  private:
    void put(char32_t c) {
        if (line_ends_ > 0 && !page_is_empty_ && !is_inside_word(c))
            out_.append(line_ends_ > 1 ? 2 : 1, '\n');
        const bool line_start = line_ends_ > 0 || page_is_empty_;
        const bool whole = kept_ == blanks::kept || (line_start && kept_ == blanks::indentation_kept);
        const std::size_t one = line_start || blanks_ == 0 ? 0 : 1;
        out_.append(whole ? blanks_ : one, ' ');
        blanks_ = line_ends_ = 0;
        page_is_empty_ = false;
        if (c >= 0xFB00 && c < 0xFB00 + ligatures.size())
            out_ += ligatures[c - 0xFB00];
        else if (is_drawn_form(c))
            append_letters_of_form(c);
        else
            append_utf8(out_, c);
    }
    void append_letters_of_form(char32_t c) {
        std::string letters;
        append_folded(letters, c);
        out_ += composed(letters);
    }
    /// Whether a single line end stands between two letters of a script without blanks: Chinese and Japanese
    /// break their lines anywhere.
    bool is_inside_word(char32_t next) const {
        return kept_ == blanks::squeezed && line_ends_ == 1 && !out_.empty() && is_unspaced(next) &&
               is_unspaced(decode_before(out_, out_.size()).value);
    }
    void end_page() {
        out_ += '\f';
        blanks_ = line_ends_ = 0;
        page_is_empty_ = true;
    }

    const blanks kept_;
    std::string out_;
    std::size_t blanks_ = 0;     // since the last character
    std::size_t line_ends_ = 0;  // since the last character
    bool page_is_empty_ = true;
};

std::string cleaned(std::string_view text, cleaned_text::blanks kept, bool has_pages) {
    cleaned_text out(text.size(), kept);
    bool after_return = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode_at(text, at);
        at += length;
        if (c == '\f' && !has_pages)
            out.add(U'\n');
        else if (!(after_return && c == '\n'))
            out.add(c == '\r' ? U'\n' : c);
        after_return = c == '\r';
    }
    return out.take();
}

}  // namespace

std::string clean_text(std::string_view text) {
    return cleaned(text, cleaned_text::blanks::indentation_kept, true);
}

std::string clean_block(std::string_view text, bool is_code) {
    return cleaned(text, is_code ? cleaned_text::blanks::kept : cleaned_text::blanks::squeezed, false);
}

}  // namespace examwright::extract
