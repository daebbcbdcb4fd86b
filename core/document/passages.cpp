#include "core/document/passages.hpp"

#include <algorithm>
#include <iterator>

#include "core/document/sentences.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::size_t margin = 260;  // bytes on either side of a quote, of whole sentences

/// What a sentence begins with that speaks of the one before it, folded, in our languages.
constexpr std::string_view pointing_words[] = {
    "that", "this",   "these",   "those", "it",   "its",   "they",   "their",  "such", "he",   "she",
    "his",  "her",    "both",    "das",   "dies", "diese", "dieser", "dieses", "jene", "er",   "sie",
    "es",   "solche", "dadurch", "damit", "ce",   "cet",   "cette",  "ces",    "cela", "il",   "elle",
    "ils",  "elles",  "esto",    "este",  "esta", "estos", "estas",  "eso",    "ese",  "esa",  "él",
    "ella", "ellos",  "isso",    "isto",  "esse", "essa",  "esses",  "ele",    "ela",  "eles", "यह",
    "ये",    "वह",     "वे",       "इस",    "इसका", "इसे",    "इन",     "उस",     "इससे"};

bool points_back(std::string_view sentence) {
    const auto folded =
        casefold(sentence.substr(0, code_point_start(sentence, std::min<std::size_t>(sentence.size(), 24))));
    const auto word = std::string_view(folded).substr(0, folded.find_first_of(" ,\n"));
    return std::find(std::begin(pointing_words), std::end(pointing_words), word) != std::end(pointing_words);
}

/// The start of the sentence before the one that begins at `begin`.
std::size_t start_before(std::string_view text, std::size_t begin) {
    constexpr std::size_t farthest = 800;
    const auto from = code_point_start(text, begin - std::min(begin, farthest));
    const auto before = split_sentences(text.substr(from, begin - from));
    return before.empty() ? begin : from + before.back().begin;
}

passage passage_of(const document_text& document, const quote_place& place) {
    auto found = passage_around(document, place, margin);
    const auto text = document.text();
    const auto inside = split_sentences(text.substr(found.begin, found.end - found.begin));
    if (!inside.empty() && found.begin + inside.front().end > place.begin &&
        points_back(text.substr(found.begin, found.end - found.begin)))
        found.begin = start_before(text, found.begin);
    return found;
}

}  // namespace

std::vector<std::string_view> passages_around(const document_text& document,
                                              const std::vector<quote_place>& places,
                                              const std::vector<passage>& also) {
    auto found = also;
    for (const auto& place : places)
        found.push_back(passage_of(document, place));
    std::sort(found.begin(), found.end(),
              [](passage left, passage right) { return left.begin < right.begin; });
    std::vector<passage> joined;
    for (const auto& next : found) {
        if (!joined.empty() && next.begin <= joined.back().end)
            joined.back().end = std::max(joined.back().end, next.end);
        else
            joined.push_back(next);
    }
    std::vector<std::string_view> texts;
    for (const auto& each : joined)
        texts.push_back(document.text().substr(each.begin, each.end - each.begin));
    return texts;
}

}  // namespace examwright
