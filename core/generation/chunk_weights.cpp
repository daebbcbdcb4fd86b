#include "core/generation/chunk_weights.hpp"

#include <algorithm>
#include <string_view>

#include "core/document/sentences.hpp"
#include "core/generation/listed_lines.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr double least_prose = 0.3;  // of a chunk that counts

/// What a sentence is made of, in code points.
struct makeup {
    std::size_t letters = 0;
    std::size_t digits = 0;
    std::size_t signs = 0;
    std::size_t unspaced = 0;
    std::size_t words = 0;
    std::size_t words_with_digits = 0;
    std::size_t capitals = 0;  // words that begin with one
};

makeup makeup_of(std::string_view text) {
    makeup found;
    bool in_word = false, digit_in_word = false;
    for (std::size_t i = 0; i <= text.size();) {
        const auto point = i < text.size() ? decode_at(text, i) : code_point{' ', 1};
        i += point.length;
        const bool letter = is_letter(point.value), digit = is_digit(point.value);
        if (letter || digit || is_mark(point.value)) {
            found.letters += letter;
            found.digits += digit;
            found.unspaced += is_unspaced(point.value);
            found.capitals += !in_word && is_upper(point.value);
            digit_in_word = digit_in_word || digit;
            in_word = true;
            continue;
        }
        found.words += in_word;
        found.words_with_digits += in_word && digit_in_word;
        in_word = digit_in_word = false;
        found.signs += !is_space(point.value);
    }
    return found;
}

/// "Chapter ..... 12": what joins an entry of a contents page to its number.
bool has_leader(std::string_view text) {
    for (const std::string_view leader : {"....", ". . .", "……", "____", "····"})
        if (text.find(leader) != text.npos)
            return true;
    return false;
}

/// "[12] Miller, J. (1999)", "doi:10...", "pp. 12-34".
bool is_reference(std::string_view text, const makeup& found) {
    const auto signs = count_source_signs(text);
    const bool numbered = text.starts_with('[') && text.find(']') < 6;
    const bool listed = found.words > 0 && found.capitals * 2 > found.words && found.words_with_digits > 0;
    return signs >= 2 || (listed && (signs > 0 || numbered));
}

/// How many of the bytes [begin, end) are of the lines.
std::size_t listed_within(const std::vector<text_line>& lines, std::size_t begin, std::size_t end) {
    auto line = std::partition_point(lines.begin(), lines.end(),
                                     [begin](const text_line& each) { return each.end <= begin; });
    std::size_t bytes = 0;
    for (; line != lines.end() && line->begin < end; ++line)
        bytes += std::min(line->end, end) - std::max(line->begin, begin);
    return bytes;
}

}  // namespace

bool is_prose(std::string_view sentence) {
    constexpr std::size_t fewest_words = 5, fewest_unspaced = 10;
    const auto found = makeup_of(sentence);
    if (found.words < fewest_words && found.unspaced < fewest_unspaced)
        return false;
    const auto seen = found.letters + found.digits + found.signs;
    if (found.letters * 10 < seen * 7 || has_leader(sentence) || is_reference(sentence, found))
        return false;
    return found.words_with_digits * 3 <= found.words || found.unspaced >= fewest_unspaced;
}

std::vector<double> weights_of(const std::vector<chunk>& chunks, const document_text& document) {
    const auto listed = listed_lines(document);
    std::vector<double> weights;
    for (const auto& each : chunks) {
        const auto text = document.text().substr(each.begin, each.end - each.begin);
        std::size_t prose = 0, all = 0;
        for (const auto& span : split_sentences(text)) {
            const auto length = span.end - span.begin;
            all += length;
            if (is_prose(text.substr(span.begin, length)))
                prose += length - listed_within(listed, each.begin + span.begin, each.begin + span.end);
        }
        const auto share = all == 0 ? 0 : static_cast<double>(prose) / static_cast<double>(all);
        weights.push_back(share < least_prose ? 0 : share);
    }
    if (std::all_of(weights.begin(), weights.end(), [](double weight) { return weight == 0; }))
        std::fill(weights.begin(), weights.end(), 1.0);
    return weights;
}

}  // namespace examwright
