#include "core/question/question_labels.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <charconv>

#include "core/question/question.hpp"
#include "core/text/ascii.hpp"
#include "core/text/ordinals.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

bool is_letter_or_digit(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c);
}

bool begins_with_word(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const auto word : words)
        if (boost::algorithm::istarts_with(text, word, std::locale::classic())) {
            text.remove_prefix(word.size());
            return true;
        }
    return false;
}

/// Takes what counts in this series off the front of a text.
std::optional<std::size_t> take_counter(std::string_view& text, label_series series) {
    static constexpr std::string_view romans[] = {"i",  "ii",  "iii",  "iv", "v",
                                                  "vi", "vii", "viii", "ix", "x"};
    std::size_t length = 0;
    while (length < text.size() && is_letter_or_digit(text[length]))
        ++length;
    const auto counter = casefold(text.substr(0, length));
    std::optional<std::size_t> index;
    if (series == label_series::letters && counter.size() == 1 && counter[0] >= 'a' && counter[0] <= 'j') {
        index = static_cast<std::size_t>(counter[0] - 'a');
    } else if (series == label_series::numbers) {
        for (std::size_t i = 0; i < most_options; ++i)
            if (counter == std::to_string(i + 1))
                index = i;
    } else if (series == label_series::romans) {
        const auto* roman = std::find(std::begin(romans), std::end(romans), counter);
        if (roman != std::end(romans))
            index = static_cast<std::size_t>(roman - romans);
    }
    if (index)
        text.remove_prefix(length);
    return index;
}

/// Takes the sign off that parts a label from its text.
bool take_mark(std::string_view& text, label_series series) {
    const bool dash = series != label_series::numbers &&  // "1 - 2" is a span
                      begins_with_word(text, {" - ", " – ", " — ", "- ", "– ", "— "});
    return dash || begins_with_word(text, {". ", ": ", "．", "：", "、", ".\n", ":\n"});
}

/// The options without the labels that count them in this series; empty where those are none: what is left is
/// no text, a letter as in "A - B", or the same twice as in "1. Mai", "2. Mai".
std::vector<std::string> without_series(const std::vector<std::string>& options, label_series series) {
    std::vector<std::string> bare;
    for (const auto& option : options) {
        const auto label = read_series_label(option, series);
        const bool letter = label && label->rest.size() == 1 && is_letter_or_digit(label->rest[0]);
        if (!label || label->index != bare.size() || label->rest.empty() ||
            (letter && series == label_series::letters) ||
            std::find(bare.begin(), bare.end(), label->rest) != bare.end())
            return {};
        bare.emplace_back(label->rest);
    }
    return bare;
}

}  // namespace

std::optional<option_label> read_option_label(std::string_view text) {
    auto rest = text;
    const bool named = begins_with_word(rest, {"option ", "answer ", "choice "});
    const bool bracket = !rest.empty() && (rest[0] == '(' || rest[0] == '[');
    rest.remove_prefix(bracket ? 1 : 0);
    if (rest.size() < 3 && !(named && rest.size() == 1))
        return std::nullopt;
    const char upper = rest[0] >= 'a' && rest[0] <= 'z' ? static_cast<char>(rest[0] & ~0x20) : rest[0];
    const auto index = option_index(std::string_view(&upper, 1));
    if (!index || std::string_view(").]:").find(rest[1]) == std::string_view::npos)
        return std::nullopt;
    const bool closed = rest[1] == ')' || rest[1] == ']';
    if (rest[2] != ' ' && !(closed && is_letter(decode_at(rest, 2).value) && rest.size() > 5))
        return std::nullopt;
    return option_label{*index, closed || named, trimmed(rest.substr(2))};
}

std::optional<option_label> read_series_label(std::string_view text, label_series series) {
    auto rest = trimmed(text);
    const bool bracket = begins_with_word(rest, {"(", "[", "（"});
    const auto index = take_counter(rest, series);
    if (!index || (rest.empty() && bracket))
        return std::nullopt;
    if (rest.empty())
        return option_label{*index, false, rest};
    const bool closed = begins_with_word(rest, {")", "]", "）"});
    if (!closed && (bracket || !take_mark(rest, series)))
        return std::nullopt;
    return option_label{*index, closed, trimmed(rest)};
}

std::optional<label_series> strip_option_labels(std::vector<std::string>& options) {
    std::vector<std::optional<option_label>> labels;
    std::vector<bool> seen(26, false);
    bool all = true, distinct = true;
    for (const auto& option : options) {
        labels.push_back(read_option_label(option));
        all = all && labels.back();
        if (labels.back()) {
            distinct = distinct && !seen[labels.back()->index];
            seen[labels.back()->index] = true;
        }
    }
    const auto in_order = [&](std::size_t i) { return labels[i] && labels[i]->index == i; };
    bool first_ones = all && distinct;  // A to D, in whatever order: "A. Einstein", "B. Pascal" are none
    for (const auto& label : labels)
        first_ones = first_ones && label->index < options.size();
    std::vector<std::string> plain = options;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (first_ones || (in_order(i) && labels[i]->certain))
            plain[i] = std::string(labels[i]->rest);
    std::swap(options, plain);
    if (plain != options)
        return std::nullopt;
    for (const auto series : {label_series::letters, label_series::numbers, label_series::romans})
        if (auto bare = without_series(options, series); !bare.empty()) {
            options = std::move(bare);
            return series;
        }
    return std::nullopt;
}

std::optional<stem_number> read_stem_number(std::string_view stem) {
    auto rest = stem;
    const bool named = begins_with_word(rest, {"question ", "question#", "question no. ", "frage ",
                                               "pregunta ", "pergunta ", "प्रश्न ", "mcq ", "problem ", "q"});
    while (!rest.empty() && (rest[0] == '#' || rest[0] == ' '))
        rest.remove_prefix(1);
    const bool bracket = begins_with_word(rest, {"(", "["});
    int number = 0;
    const auto read =
        std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 3), number);
    if (read.ec != std::errc() || number < 0)
        return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    const bool closed = begins_with_word(rest, {")", "]"});
    if (bracket && !closed)
        return std::nullopt;
    const bool parted = closed || begins_with_word(rest, {"．", "、", "："}) ||
                        begins_with_word(rest, {".", ":"}) ||
                        (named && begins_with_word(rest, {" - ", " – ", " — ", "\n"}));
    const bool bare = !rest.empty() && rest[0] != ' ' && rest[0] != '\n';
    if (!parted || (bare && !is_letter(decode_at(rest, 0).value)))
        return std::nullopt;
    const auto behind = trimmed(rest);
    if (behind.empty())
        return std::nullopt;
    const auto word = behind.substr(0, std::min(behind.find_first_of(" ,.:;!?-\n"), behind.size()));
    return stem_number{number, named, !named && !closed && follows_ordinal(word), behind};
}

}  // namespace examwright
