#include "core/text/normalize.hpp"

#include <utility>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// Punctuation that parts or frames words. The rest ("%", "#", "&", "_") tells "C#" from "C".
bool is_framing(char32_t value) {
    static constexpr std::u32string_view kept = U"%#&@*/\\_‰§′″";
    return is_punctuation(value) && kept.find(value) == std::u32string_view::npos;
}

/// Without a letter a text is a formula, where "(0, 1)" is not "[0, 1]".
bool is_formula(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        if (is_letter(next.value))
            return false;
        i += next.length;
    }
    return true;
}

bool is_bracket(char32_t value) {
    static constexpr std::u32string_view brackets = U"()[]{}!";
    return brackets.find(value) != std::u32string_view::npos;
}

bool is_apostrophe(char32_t value) {
    return value == '\'' || value == U'’' || value == U'‘';
}

bool is_minus(char32_t value) {
    return value == '-' || value == U'−' || value == U'–';
}

/// Walks one text and squeezes it.
class squeezer {
  public:
    explicit squeezer(std::string_view text) : text_(text), formula_(is_formula(text)) {}

    void run() {
        for (at_ = 0; at_ < text_.size();) {
            const auto next = decode_at(text_, at_);
            add(next.value, at_ + next.length);
            previous_ = next.value;
            at_ += next.length;
        }
    }

    std::string squeezed;
    std::vector<std::uint32_t> offsets;

  private:
    void add(char32_t value, std::size_t after) {
        const auto following = after < text_.size() ? decode_at(text_, after).value : U' ';
        if (is_minus(value) && is_digit(following) && (is_space(previous_) || is_framing(previous_))) {
            emit('-');
        } else if (value == ',' && is_digit(previous_) && groups_digits(after)) {
            return;  // 1,500 is 1500
        } else if (is_framing(value) && is_digit(previous_) && is_digit(following)) {
            emit(value);  // 1.5 is not 15, 3:2 is not 3 2
        } else if (is_apostrophe(value) && is_letter(previous_) && is_letter(following)) {
            return;
        } else if (formula_ && is_bracket(value)) {
            emit(value);
        } else if (value == '_' && previous_ == '_') {
            return;  // a blank is a blank, however long
        } else if (is_space(value) || is_framing(value)) {
            gap_ = true;
        } else {
            emit(value);
        }
    }

    void emit(char32_t value) {
        if (gap_ && !squeezed.empty())
            squeezed += ' ';
        gap_ = false;
        append_folded(squeezed, is_minus(value) ? U'-' : value);
        offsets.resize(squeezed.size(), static_cast<std::uint32_t>(at_));
    }

    bool groups_digits(std::size_t after) const {
        std::size_t digits = 0;
        while (after + digits < text_.size() && text_[after + digits] >= '0' && text_[after + digits] <= '9')
            ++digits;
        return digits == 3;
    }

    std::string_view text_;
    bool formula_;
    std::size_t at_ = 0;
    char32_t previous_ = U' ';
    bool gap_ = false;
};

}  // namespace

std::string normalized(std::string_view text) {
    squeezer squeezed(text);
    squeezed.run();
    return std::move(squeezed.squeezed);
}

normalized_text::normalized_text(std::string_view source) : source_(source) {
    squeezer squeezed(source);
    squeezed.run();
    text_ = std::move(squeezed.squeezed);
    offsets_ = std::move(squeezed.offsets);
}

std::string_view normalized_text::source_of(std::size_t begin, std::size_t end) const {
    const std::size_t first = offsets_[begin];
    const std::size_t last = offsets_[end - 1];
    return source_.substr(first, last + decode_at(source_, last).length - first);
}

}  // namespace examwright
