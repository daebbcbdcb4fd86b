#include "core/generation/review_passages.hpp"

#include <algorithm>

#include "core/document/passages.hpp"

namespace examwright {
namespace {

std::size_t bytes_of(const std::vector<std::string_view>& texts) {
    std::size_t sum = 0;
    for (const auto text : texts)
        sum += text.size();
    return sum;
}

bool is_within(std::string_view whole, const std::vector<std::string_view>& texts, passage place) {
    return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) {
        const auto begin = static_cast<std::size_t>(text.data() - whole.data());
        return begin <= place.begin && place.end <= begin + text.size();
    });
}

}  // namespace

std::vector<std::string_view> review_passages(const document_text& document,
                                              const supporting_sentences& support,
                                              const std::vector<grounded_question>& questions) {
    std::vector<quote_place> places;
    for (const auto& question : questions)
        places.push_back(question.place);
    const auto around = passages_around(document, places);
    auto room = bytes_of(around) / 2;
    std::vector<passage> also;
    for (const auto& question : questions)
        for (std::size_t i = 0; i < question.content.options.size(); ++i) {
            if (i == question.content.correct)
                continue;
            const auto found = support.find(question.content.options[i], question.content.stem);
            const auto length = found.end - found.begin;
            if (length == 0 || length > room || is_within(document.text(), around, found))
                continue;
            room -= length;
            also.push_back(found);
        }
    return passages_around(document, places, also);
}

}  // namespace examwright
