#include "core/offline/number_terms.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/offline/free_standing.hpp"
#include "core/offline/stop_words.hpp"
#include "core/offline/token_roles.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

std::string_view written(std::string_view sentence, const cloze_token& token) {
    return sentence.substr(token.begin, token.end - token.begin);
}

/// Not raised or lowered, in a circle, or a fraction.
bool is_plain_digit(char32_t value) {
    const auto within = [value](char32_t first, char32_t last) { return value >= first && value <= last; };
    return is_digit(value) && !within(0xB2, 0xBE) && !within(0x2070, 0x218F) && !within(0x2460, 0x24FF) &&
           !within(0x2776, 0x2793);
}

bool has_plain_digits(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        if (next.value != '.' && next.value != ',' && !is_plain_digit(next.value))
            return false;
        i += next.length;
    }
    return std::count(text.begin(), text.end(), '.') <= 1;
}

/// "3.0", as a file has it: a word, not a number.
bool stands_in_quotes(std::string_view sentence, const cloze_token& token) {
    static constexpr std::u32string_view quotes = U"\"'“”„‘’«»`";
    return token.begin > 0 && quotes.find(decode_before(sentence, token.begin).value) != quotes.npos;
}

bool stands_in_brackets(std::string_view sentence, const cloze_token& token) {
    return token.begin > 0 && sentence[token.begin - 1] == '(' && token.end < sentence.size() &&
           sentence[token.end] == ')';
}

bool has_year_digits(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == text.npos && text >= "1000" &&
           text < "2100";
}

/// The first of the numbers that stand in a row with this one: "3" in "chapters 3, 4 and 5".
std::size_t first_of_row(const std::vector<cloze_token>& tokens, std::size_t i) {
    static constexpr std::string_view joints[] = {"and", "or", "to", "und", "oder", "bis", "et",
                                                  "ou",  "à",  "y",  "o",   "e",    "a"};
    while (i > 0) {
        if (tokens[i - 1].numeric)
            --i;
        else if (i > 1 && tokens[i - 2].numeric && is_among(tokens[i - 1].folded, joints))
            i -= 2;
        else
            break;
    }
    return i;
}

bool has_inner_capital(std::string_view word) {
    for (auto i = decode_at(word, 0).length; i < word.size(); i += decode_at(word, i).length)
        if (is_upper(decode_at(word, i).value))
            return true;
    return false;
}

/// "Act 3", "Python 3": behind a name the number is a part of it. Words for dates are no names.
bool is_number_of_name(std::string_view sentence, const std::vector<cloze_token>& tokens, std::size_t first) {
    static constexpr std::string_view dates[] = {"jahr", "jahre", "jahren", "alter", "sommer", "winter"};
    if (first == 0 || !tokens[first - 1].touches_next)
        return false;
    const auto& before = tokens[first - 1];
    if (first == 1)  // the sentence's own capital tells nothing
        return has_inner_capital(written(sentence, before));
    return (before.capital || before.mixed) && !is_common_word(before.folded) &&
           !is_among(before.folded, dates);
}

/// 第3章, 图1, 表2: the number of a place in scripts without blanks.
bool is_numbered_place(std::string_view before) {
    static constexpr std::string_view words[] = {"第", "図", "图", "表", "圖", "บทที่", "หน้า", "รูปที่", "ตารางที่"};
    while (before.ends_with(' '))
        before.remove_suffix(1);
    return ends_with_any(before, words);
}

}  // namespace

bool states_quantity(std::string_view sentence, const std::vector<cloze_token>& tokens, std::size_t i) {
    const auto& token = tokens[i];
    const auto number = written(sentence, token);
    const bool year = has_year_digits(number);
    if (!has_plain_digits(number) || !stands_free(sentence, token.begin, token.end) ||
        stands_in_quotes(sentence, token) || (stands_in_brackets(sentence, token) && !year) ||
        is_numbered_place(sentence.substr(0, token.begin)))
        return false;
    const auto first = first_of_row(tokens, i);
    if (first > 0 && numbers_places(tokens[first - 1]))
        return false;
    return year || !is_number_of_name(sentence, tokens, first);
}

bool states_year(language spoken, std::string_view sentence, const std::vector<cloze_token>& tokens,
                 std::size_t i) {
    static constexpr std::string_view leading[] = {
        "in",   "im",    "jahr",  "jahre",  "year", "en", "em",  "año",   "ano", "an", "année", "since",
        "seit", "desde", "until", "depuis", "till", "सन", "वर्ष", "hasta", "até", "by", "bis"};
    if (!has_year_digits(written(sentence, tokens[i])))
        return false;
    const bool counts_next = tokens[i].touches_next && i + 1 < tokens.size() &&
                             !tokens[i + 1].is_function_word() && !tokens[i + 1].numeric &&
                             !is_stop_word(spoken, tokens[i + 1].folded);
    return !counts_next || (i > 0 && is_among(tokens[i - 1].folded, leading));
}

double number_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ',')
            digits += c;
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace examwright
