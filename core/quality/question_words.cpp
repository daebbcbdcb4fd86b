#include "core/quality/question_words.hpp"

#include <algorithm>

#include "core/text/words.hpp"

namespace examwright {
namespace {

language language_of(const question_text& text) {
    language_votes votes(text.stem.words);
    for (const auto& option : text.options)
        votes += language_votes(option.words);
    votes += language_votes(text.explanation.words);
    const auto own = votes.guess();
    if (own.certain)
        return own.value;
    if (text.expected != language::unknown)
        return text.expected;
    // Options such as "x" or "e" are words of some language or other.
    return own.value != language::unknown ? own.value : language_votes(text.stem.words).guess().value;
}

}  // namespace

text_words::text_words(std::string_view source)
    : normal(source), text(normal.text()), words(split_words(text)) {}

std::string_view text_words::source_of(word_range range) const {
    const auto begin = static_cast<std::size_t>(words[range.first].data() - text.data());
    const auto& last = words[range.first + range.count - 1];
    return normal.source_of(begin, static_cast<std::size_t>(last.data() - text.data()) + last.size());
}

bool is_most(std::size_t shared, std::size_t left, std::size_t right) {
    return shared * 4 >= std::max(left, right) * 3;
}

question_text::question_text(const question& asked, const question_context& context)
    : content(asked),
      stem(asked.stem),
      explanation(asked.explanation),
      expected(context.expected),
      subject(context.subject),
      spoken(language::unknown) {
    for (const auto& option : asked.options)
        options.emplace_back(option);
    spoken = language_of(*this);
}

}  // namespace examwright
