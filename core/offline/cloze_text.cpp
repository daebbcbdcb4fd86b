#include "core/offline/cloze_text.hpp"

#include <algorithm>

#include "core/document/document_text.hpp"
#include "core/offline/stop_words.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

bool is_apostrophe(char32_t value) {
    return value == '\'' || value == U'’';
}

/// Between two parts of one word: "don't", "well-known"; between digits also "1,500" and "3.5".
bool joins(char32_t value, char32_t before, char32_t after) {
    if (is_digit(before) && is_digit(after) && (value == '.' || value == ','))
        return true;
    return is_letter(after) && (is_apostrophe(value) || value == '-');
}

/// "l", "qu": lose a vowel before the word that follows, and are words of their own: "l'eau".
bool is_elided(std::string_view word) {
    static constexpr std::string_view words[] = {"l", "d", "qu", "n", "j", "c", "jusqu", "lorsqu"};
    const auto folded = casefold(word);
    return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

void finish(cloze_token& token, std::string_view sentence) {
    const auto word = sentence.substr(token.begin, token.end - token.begin);
    token.folded = fold(word);
    if (word.ends_with("’"))
        token.folded.replace(token.folded.size() - std::string_view("’").size(), std::string::npos, "'");
    std::size_t letters = 0, digits = 0, capitals = 0;
    for (std::size_t i = 0; i < word.size();) {
        const auto next = decode_at(word, i);
        letters += is_letter(next.value);
        digits += is_digit(next.value);
        capitals += is_upper(next.value);
        if (i == 0) {
            token.capital = is_upper(next.value);
            token.unspaced = is_unspaced(next.value);
        }
        ++token.letters;
        i += next.length;
    }
    token.numeric = digits > 0 && letters == 0;
    token.mixed = digits > 0 && letters > 0;
    token.acronym = capitals >= 2 && capitals == letters;
}

/// The end of the word that starts at begin.
std::size_t word_end(std::string_view sentence, std::size_t begin) {
    auto previous = decode_at(sentence, begin);
    const bool unspaced = is_unspaced(previous.value);
    auto end = begin + previous.length;
    while (end < sentence.size()) {
        const auto next = decode_at(sentence, end);
        const auto after = end + next.length;
        if (is_word_part(next.value)) {
            if (is_unspaced(next.value) != unspaced && !is_mark(next.value))
                break;
        } else if (after >= sentence.size() ||
                   !joins(next.value, previous.value, decode_at(sentence, after).value)) {
            break;
        } else if (is_apostrophe(next.value) && is_elided(sentence.substr(begin, end - begin))) {
            return after;
        }
        previous = next;
        end = after;
    }
    return end;
}

bool is_thai_or_lao(char32_t value) {
    return value >= 0xE00 && value < 0xF00;
}

/// Thai and Lao know no full stop.
bool ends_as_statement(std::string_view sentence) {
    static constexpr std::u32string_view stops = U".。।۔።။។．";
    const auto last = decode_before(sentence, sentence.size());
    return (stops.find(last.value) != std::u32string_view::npos && !sentence.ends_with("..")) ||
           is_thai_or_lao(last.value);
}

bool is_balanced(std::string_view sentence) {
    const auto count = [&](char c) { return std::count(sentence.begin(), sentence.end(), c); };
    return count('(') == count(')') && count('[') == count(']') && count('"') % 2 == 0;
}

bool has_odd_parts(std::string_view sentence) {
    static constexpr std::string_view odd[] = {"://", "www.",   "@",   "__", "....", "|",  "\xEF\xBF\xBD",
                                               "•",   "→",      "⇒",   "=>", "$(",   "./", " --",
                                               "::",  "[edit]", " = ", "∙",  "▪"};
    return std::any_of(std::begin(odd), std::end(odd),
                       [&](std::string_view part) { return sentence.find(part) != sentence.npos; });
}

/// Lines of a slide, a list or a table that run together: most of them begin anew.
bool is_list_of_lines(std::string_view raw) {
    std::size_t breaks = 0, fresh = 0;
    for (auto end = raw.find('\n'); end != raw.npos; end = raw.find('\n', end + 1)) {
        auto next = end;
        while (next < raw.size() && is_space(decode_at(raw, next).value))
            next += decode_at(raw, next).length;
        if (next == raw.size())
            break;
        const auto first = decode_at(raw, next).value;
        ++breaks;
        fresh += !is_lower(first) && (is_upper(first) || !is_letter(first));
        end = std::max(end, next - 1);
    }
    const auto longest_line = [&] {
        std::size_t most = 0;
        for (std::size_t begin = 0; begin < raw.size();) {
            const auto end = std::min(raw.find('\n', begin), raw.size());
            most = std::max(most, end - begin);
            begin = end + 1;
        }
        return most;
    }();
    constexpr std::size_t prose_line = 60;  // bytes
    return breaks >= 2 && fresh * 2 > breaks && longest_line < prose_line;
}

/// "Slide 3/6", "BIO101 – Prof. Example – 4/6": what stands at the foot of a page.
bool is_page_line(const std::vector<cloze_token>& tokens, std::string_view sentence) {
    static constexpr std::string_view titles[] = {"prof",  "professor",   "dr",    "copyright", "slide",
                                                  "folie", "diapositive", "seite", "página"};
    const bool titled = std::any_of(tokens.begin(), tokens.end(), [](const cloze_token& token) {
        return std::find(std::begin(titles), std::end(titles), token.folded) != std::end(titles);
    });
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (tokens[i].numeric && tokens[i + 1].numeric && tokens[i].end + 1 == tokens[i + 1].begin &&
            sentence[tokens[i].end] == '/' && titled)
            return true;
    return titled && sentence.find(" – ") != sentence.npos;
}

/// A heading, or the small print of a licence: nearly all in capitals.
bool is_shouted(const std::vector<cloze_token>& tokens) {
    const auto capitals =
        std::count_if(tokens.begin(), tokens.end(), [](const cloze_token& token) { return token.acronym; });
    return static_cast<std::size_t>(capitals) * 2 > tokens.size();
}

/// Points at a picture, a page or a passage that the stem does not show.
bool refers_elsewhere(const std::vector<cloze_token>& tokens) {
    static constexpr std::string_view places[] = {"figure", "table", "chapter",  "section", "page",
                                                  "above",  "below", "appendix", "fig"};
    return std::any_of(tokens.begin(), tokens.end(), [](const cloze_token& token) {
        return std::find(std::begin(places), std::end(places), token.folded) != std::end(places);
    });
}

}  // namespace

std::string fold(std::string_view text) {
    return composed(casefold(text));
}

std::string as_one_line(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        if (!is_space(next.value)) {
            line += text.substr(i, next.length);
            i += next.length;
            continue;
        }
        const auto gap = i;
        while (i < text.size() && is_space(decode_at(text, i).value))
            i += decode_at(text, i).length;
        const bool line_end = text.substr(gap, i - gap).find('\n') != text.npos;
        const bool after_letter = line.size() > 1 && is_letter(decode_before(line, line.size() - 1).value);
        if (line_end && after_letter && line.back() == '-' && i < text.size() &&
            is_lower(decode_at(text, i).value))
            line.pop_back();
        else if (!line.empty() && i < text.size())
            line += ' ';
    }
    return line;
}

bool cloze_token::is_function_word() const {
    return !numeric && !mixed && !unspaced && !acronym &&
           (letters <= 2 || folded.ends_with('\'') || is_common_word(folded));
}

std::vector<cloze_token> split_tokens(std::string_view sentence) {
    std::vector<cloze_token> tokens;
    for (std::size_t i = 0; i < sentence.size();) {
        const auto next = decode_at(sentence, i);
        if (!is_letter(next.value) && !is_digit(next.value)) {
            i += next.length;
            continue;
        }
        cloze_token token;
        token.begin = i;
        token.end = i = word_end(sentence, i);
        finish(token, sentence);
        if (!tokens.empty()) {
            const auto gap = sentence.substr(tokens.back().end, token.begin - tokens.back().end);
            tokens.back().touches_next = gap.find_first_not_of(' ') == gap.npos;
        }
        tokens.push_back(std::move(token));
    }
    return tokens;
}

int rate_sentence(std::string_view raw, std::string_view sentence, const std::vector<cloze_token>& tokens) {
    if (is_list_of_lines(raw) || is_page_line(tokens, sentence) || tokens.empty() ||
        tokens.front().begin != 0 || !ends_as_statement(sentence) || !is_balanced(sentence) ||
        has_odd_parts(sentence) || is_shouted(tokens))
        return 2;
    const auto words = count_words(sentence);
    const auto first = decode_at(sentence, 0).value;
    if (words < 6 || words > 45 || is_lower(first) || is_digit(first))
        return 2;
    constexpr std::size_t fewest_without_stop = 10;  // fewer may be a heading
    if (words < fewest_without_stop && is_thai_or_lao(first))
        return 2;
    const bool good_length = words >= 8 && words <= 35;
    return good_length && !points_back(tokens.front().folded) && !refers_elsewhere(tokens) ? 0 : 1;
}

}  // namespace examwright
