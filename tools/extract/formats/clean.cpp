#include "tools/extract/formats/clean.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "tools/extract/formats/utf8.hpp"

namespace examwright::extract {

namespace {

constexpr std::array<std::string_view, 7> ligatures = {"ff",  "fi", "fl", "ffi",
                                                       "ffl", "st", "st"};  // from U+FB00

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\v' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF ||
           (c & 0xFFFE) == 0xFFFE;
}

/// Puts characters together into lines and pages.
class cleaned_text {
  public:
    explicit cleaned_text(std::size_t expected_size) { out_.reserve(expected_size); }

    void add(char32_t c) {
        if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029)
            ++line_ends_, blanks_ = 0;
        else if (c == '\f')
            end_page();
        else if (is_blank(c))
            ++blanks_;
        else if (!is_dropped(c))
            put(c);
    }
    std::string take() { return std::move(out_); }

  private:
    void put(char32_t c) {
        if (line_ends_ > 0 && !page_is_empty_)
            out_.append(line_ends_ > 1 ? 2 : 1, '\n');
        const bool line_start = line_ends_ > 0 || page_is_empty_;
        // Indentation stays, for the sake of code.
        out_.append(line_start ? blanks_ : (blanks_ > 0 ? 1 : 0), ' ');
        blanks_ = line_ends_ = 0;
        page_is_empty_ = false;
        if (c >= 0xFB00 && c < 0xFB00 + ligatures.size())
            out_ += ligatures[c - 0xFB00];
        else
            append_utf8(out_, c);
    }
    void end_page() {
        out_ += '\f';
        blanks_ = line_ends_ = 0;
        page_is_empty_ = true;
    }

    std::string out_;
    std::size_t blanks_ = 0;     // since the last character
    std::size_t line_ends_ = 0;  // since the last character
    bool page_is_empty_ = true;
};

}  // namespace

std::string clean_text(std::string_view text) {
    cleaned_text cleaned(text.size());
    bool after_return = false;
    while (!text.empty()) {
        const char32_t c = take_code_point(text).code_point;
        if (!(after_return && c == '\n'))
            cleaned.add(c == '\r' ? U'\n' : c);
        after_return = c == '\r';
    }
    return cleaned.take();
}

}  // namespace examwright::extract
