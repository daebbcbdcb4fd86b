#include "core/imports/option_letters.hpp"

#include <algorithm>
#include <optional>

#include "core/imports/csv_columns.hpp"
#include "core/question/option_finder.hpp"
#include "core/question/question.hpp"
#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

constexpr std::string_view blanks = " \t\n";
constexpr std::string_view joining_signs = ",;/&+|-";
constexpr std::string_view joining_words[] = {"and", "or", "und", "oder", "et", "ou",
                                              "y",   "o",  "e",   "और",   "या"};
constexpr std::string_view reason_words[] = {"because", "weil",   "denn", "parce",
                                             "car",     "porque", "pois", "क्योंकि"};

std::optional<std::size_t> letter_index(char letter) {
    const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter & ~0x20) : letter;
    return option_index(std::string_view(&upper, 1));
}

/// Reads letters one after another, and what joins them.
class letter_reader {
  public:
    explicit letter_reader(std::string_view text) : text_(text) {}

    /// "B", "(b)", "b." at this place. Nothing is read if there is none.
    std::optional<std::size_t> read_letter() {
        const auto from = at_ + (at_ < text_.size() && is_one_of(text_[at_], "([") ? 1 : 0);
        const auto end = std::min(text_.find_first_of(" \t\n.,;:)]/&+|-(\xE2", from), text_.size());
        const auto token = text_.substr(from, end - from);
        const auto index = token.size() == 1 ? letter_index(token[0]) : hindi_place(token);
        if (!index)
            return std::nullopt;
        at_ = std::min(text_.find_first_not_of(")].:", end), text_.size());
        closed_ = at_ > end;
        is_small_ = token[0] >= 'a' && token[0] <= 'z';
        return index;
    }

    /// All letters that follow one another, each of them once.
    std::vector<std::size_t> read_letters() {
        std::vector<std::size_t> letters;
        const auto first = read_letter();
        const bool small = is_small_;
        for (auto letter = first; letter;) {
            if (std::ranges::find(letters, *letter) == letters.end())
                letters.push_back(*letter);
            const auto end = at_;
            const bool was_closed = closed_;
            const bool by_word = skip_joint();
            letter = read_letter();
            // "B, a dog": a word.
            if (!letter || (is_small_ != small && !by_word && !closed_)) {
                at_ = end;
                closed_ = was_closed;
                break;
            }
        }
        return letters;
    }

    void skip(std::string_view characters) {
        at_ = std::min(text_.find_first_not_of(characters, at_), text_.size());
    }

    std::optional<int> read_digits() {
        int number = 0;
        const auto from = at_;
        for (; at_ < text_.size() && at_ < from + 4 && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
            number = number * 10 + (text_[at_] - '0');
        return at_ > from ? std::optional(number) : std::nullopt;
    }

    std::size_t at() const { return at_; }
    std::string_view rest() const { return text_.substr(at_); }
    bool closed() const { return closed_; }

  private:
    /// Returns whether there was a word among what joins.
    bool skip_joint() {
        bool by_word = false;
        for (;;) {
            skip(blanks);
            const auto from = at_;
            skip(joining_signs);
            if (rest().starts_with("–"))
                at_ += std::string_view("–").size();
            const auto end = std::min(text_.find_first_of(blanks, at_), text_.size());
            // A letter that ends the text is no word: "A, e".
            if (end < text_.size() && is_among(casefold(text_.substr(at_, end - at_)), joining_words)) {
                at_ = end;
                by_word = true;
            }
            if (at_ == from)
                return by_word;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool closed_ = false;    // whether a bracket or a point stands behind the last letter
    bool is_small_ = false;  // whether the last letter is
};

/// "BC": capital letters in their order, which are no word.
std::vector<std::size_t> letters_in_a_row(std::string_view text) {
    if (text.ends_with('.'))
        text.remove_suffix(1);
    std::vector<std::size_t> letters;
    for (const char c : text) {
        const auto index = option_index(std::string_view(&c, 1));
        if (!index || (!letters.empty() && letters.back() >= *index))
            return {};
        letters.push_back(*index);
    }
    return letters;
}

/// "x and C) z": the letter of another option within the words of the first one's.
std::optional<std::size_t> another_letter(std::string_view text) {
    for (auto close = text.find(')'); close != text.npos; close = text.find(')', close + 1)) {
        const auto letter =
            close < 2 || is_ascii_letter(text[close - 2]) ? std::nullopt : letter_index(text[close - 1]);
        if (!letter)
            continue;
        auto before = text.substr(0, close - 1);
        if (before.ends_with('('))
            before.remove_suffix(1);
        before = trimmed(before);
        const auto word = before.substr(before.find_last_of(blanks) + 1);
        if (before.empty() || is_one_of(before.back(), joining_signs) ||
            is_among(casefold(word), joining_words))
            return letter;
    }
    return std::nullopt;
}

/// Whether what follows a letter goes on behind it, instead of making a word of it.
bool is_remark(std::string_view rest) {
    if (rest.empty() || rest.front() == '\t')
        return true;
    rest = trimmed(rest);
    if (rest.empty() || is_one_of(rest.front(), ",;([-=") || rest.starts_with("–") || rest.starts_with("—"))
        return true;
    return is_among(casefold(rest.substr(0, rest.find_first_of(blanks))), reason_words);
}

}  // namespace

std::vector<std::size_t> named_letters(std::string_view text) {
    text = trimmed(text);
    letter_reader reader(text);
    auto letters = reader.read_letters();
    if (letters.empty())
        return letters_in_a_row(text);
    if (letters.size() > 1 || (!reader.closed() && is_remark(reader.rest())))
        return letters;
    if (!reader.closed())
        return {};
    if (const auto another = another_letter(reader.rest()); another && *another != letters.front())
        letters.push_back(*another);
    return letters;
}

std::vector<std::size_t> named_options(std::string_view text, const std::vector<std::string>& options) {
    auto letters = named_letters(text);
    const auto words = casefold(trimmed(text));
    for (std::size_t i = 0; letters.size() > 1 && i < options.size(); ++i)
        if (casefold(trimmed(options[i])) == words)  // "A and B", the last of the options
            return {i};
    if (letters.size() > 1)
        return letters;
    const auto found = options.size() <= most_options ? find_option(text, options) : std::nullopt;
    return found ? std::vector{*found} : letters;
}

std::vector<std::pair<int, std::string>> numbered_letters(std::string_view text) {
    constexpr std::string_view between = " \t\n,;|/.(";
    std::vector<std::pair<int, std::string>> entries;
    letter_reader reader(text);
    for (reader.skip(between); !reader.rest().empty(); reader.skip(between)) {
        const auto number = reader.read_digits();
        reader.skip(" \t.:)-=>");
        const auto from = reader.at();
        if (!number || reader.read_letters().empty() ||
            (!reader.rest().empty() && !is_one_of(reader.rest().front(), " \t\n,;|/")))
            return {};
        entries.emplace_back(*number, text.substr(from, reader.at() - from));
    }
    return entries;
}

}  // namespace examwright
