#include "core/document/sentences.hpp"

#include <algorithm>

#include "core/document/abbreviations.hpp"
#include "core/document/lines.hpp"
#include "core/text/ordinals.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::u32string_view weak_stops = U".!?…؟۔";  // end a sentence before white space only
constexpr std::u32string_view strong_stops = U"፧፨։។៕᠃᠉᥄᭚᭛꓿。！？｡．।॥။።។‼⁇⁈⁉";  // end it wherever they stand
constexpr std::u32string_view closers = U")]}\"'”’»›」』）】〉》";
constexpr std::u32string_view openers = U"([{\"'“‘«‹¿¡「『（【〈《";

bool among(std::u32string_view set, char32_t value) {
    return set.find(value) != std::u32string_view::npos;
}

/// The word that ends at `end`, of at most 24 bytes, without what opens it.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
    const auto lowest = std::max(begin, end > 24 ? end - 24 : 0);
    auto start = end;
    while (start > lowest) {
        const auto previous = decode_before(text, start);
        if (is_space(previous.value) || among(openers, previous.value) || previous.value == '-')
            break;
        start -= std::min(previous.length, start);
    }
    return text.substr(start, end - start);
}

std::string_view word_after(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size() && end < begin + 24 && is_letter(decode_at(text, end).value))
        end += decode_at(text, end).length;
    return text.substr(begin, end - begin);
}

/// Splits one document. It walks the lines and keeps the start of the sentence that is open.
class splitter {
  public:
    explicit splitter(std::string_view text) : text_(text), lines_(split_lines(text)) {}

    std::vector<sentence_span> run() {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            add_line(i);
        close(lines_.empty() ? 0 : lines_.back().end);
        return std::move(sentences_);
    }

  private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    void close(std::size_t end) {
        if (open_ != none && end > open_)
            sentences_.push_back({open_, end});
        open_ = none;
        has_word_ = false;
    }

    void add_line(std::size_t index) {
        const auto& line = lines_[index];
        const auto words = text_.substr(line.begin, line.end - line.begin);
        const auto first = decode_at(words, 0).value;
        const bool goes_on = line.after_page && is_letter(first) && !is_upper(first);
        if (index > 0 && ((line.after_blank && !goes_on) || starts_item(words)))
            close(lines_[index - 1].end);
        const bool fresh = open_ == none;
        if (fresh)
            open_ = line.begin;
        const auto before = sentences_.size();
        find_stops(index);
        const bool whole = sentences_.size() == before && open_ == line.begin;
        if (fresh && whole && index + 1 < lines_.size() && looks_like_heading(text_, line, lines_[index + 1]))
            close(line.end);
    }

    void find_stops(std::size_t index) {
        const auto& line = lines_[index];
        for (auto i = line.begin; i < line.end;) {
            const auto next = decode_at(text_, i);
            const auto stop = i;
            i += next.length;
            has_word_ = has_word_ || is_letter(next.value) || is_digit(next.value);
            if (is_thai_gap(stop, line)) {
                close(stop);
                open_ = i;
                continue;
            }
            const bool strong = next.length > 1 && among(strong_stops, next.value);
            if (!strong && !among(weak_stops, next.value))
                continue;
            while (i < line.end && is_stop_or_closer(decode_at(text_, i).value))
                i += decode_at(text_, i).length;
            if (!has_word_)
                continue;  // the dots of a table of contents
            if (!strong && (!is_gap(i, line) || !ends_sentence(next.value, stop, i, index)))
                continue;
            close(i);
            while (i < line.end && is_space(decode_at(text_, i).value))
                i += decode_at(text_, i).length;
            open_ = i < line.end ? i : none;
        }
    }

    /// Whether a blank ends a sentence, as Thai and Lao have it, which know no full stop: between two of
    /// their letters, when the sentence is long enough to be one. A blank parts clauses and names, too.
    bool is_thai_gap(std::size_t at, const text_line& line) const {
        constexpr std::size_t least_bytes = 3 * 40;
        if (text_[at] != ' ' || at <= line.begin || at + 1 >= line.end || open_ == none ||
            at - open_ < least_bytes)
            return false;
        constexpr char32_t said_again = U'ๆ';  // with blanks around it
        const auto before = decode_before(text_, at).value;
        const auto after = decode_at(text_, at + 1).value;
        return is_thai_or_lao(before) && is_thai_or_lao(after) && before != said_again && after != said_again;
    }

    static bool is_thai_or_lao(char32_t value) { return value >= 0xE00 && value < 0xF00; }

    static bool is_stop_or_closer(char32_t value) {
        return among(weak_stops, value) || among(strong_stops, value) || among(closers, value);
    }

    bool is_gap(std::size_t at, const text_line& line) const {
        return at >= line.end || is_space(decode_at(text_, at).value);
    }

    /// Where the text goes on after `at`: on this line, or at the start of the next.
    std::size_t next_word(std::size_t at, std::size_t index) const {
        while (at < lines_[index].end && is_space(decode_at(text_, at).value))
            at += decode_at(text_, at).length;
        if (at >= lines_[index].end)
            at = index + 1 < lines_.size() ? lines_[index + 1].begin : text_.size();
        while (at < text_.size() && among(openers, decode_at(text_, at).value))
            at += decode_at(text_, at).length;
        return at;
    }

    /// Whether the stop in [stop, end), with what closes after it, ends the open sentence.
    bool ends_sentence(char32_t value, std::size_t stop, std::size_t end, std::size_t index) const {
        const auto next = next_word(end, index);
        if (next >= text_.size())
            return true;
        const auto follower = decode_at(text_, next).value;
        if (is_lower(follower))
            return false;
        if (value != '.')
            return true;
        const auto word = word_before(text_, open_, stop);
        if (stop + 1 == end && open_ + word.size() == stop &&
            starts_item(text_.substr(open_, end + 1 - open_)))
            return false;                           // the number of a list item
        constexpr std::size_t longest_ordinal = 2;  // digits
        if (word.size() <= longest_ordinal && word.find_first_not_of("0123456789") == word.npos &&
            follows_ordinal(word_after(text_, next)))
            return false;
        switch (classify_abbreviation(word)) {
            case abbreviation::none: return true;
            case abbreviation::before_word: return false;
            case abbreviation::before_number: return !is_digit(follower);
            case abbreviation::anywhere: return starts_sentences(word_after(text_, next));
        }
        return true;
    }

    std::string_view text_;
    std::vector<text_line> lines_;
    std::vector<sentence_span> sentences_;
    std::size_t open_ = none;
    bool has_word_ = false;  // in the open sentence
};

}  // namespace

std::vector<sentence_span> split_sentences(std::string_view text) {
    return splitter(text).run();
}

}  // namespace examwright
