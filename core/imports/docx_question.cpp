#include "core/imports/docx_question.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/imports/option_letters.hpp"
#include "core/imports/text_beginning.hpp"

namespace examwright {

namespace {

using indexes = std::vector<std::size_t>;

// What stands out most, first; a sign is no mark of Word's.
constexpr unsigned ways_to_mark[] = {signed_option, word_marks::highlighted, word_marks::bold,
                                     word_marks::underlined, word_marks::coloured};

/// The options that stand out in some way: the one that does so alone, else several of them, unless all do.
indexes marked_options(const std::vector<unsigned>& marks) {
    indexes several;
    for (const auto way : ways_to_mark) {
        indexes found;
        for (std::size_t i = 0; i < marks.size(); ++i)
            if ((marks[i] & way) != 0)
                found.push_back(i);
        if (found.size() == 1 || (way == signed_option && !found.empty()))
            return found;
        if (several.empty() && found.size() < marks.size())
            several = std::move(found);
    }
    return several;
}

/// By the first of the texts that names an option.
indexes first_named(const std::vector<std::string>& texts, const std::vector<std::string>& options) {
    for (const auto& text : texts)
        if (auto named = named_options(text, options); !named.empty())
            return named;
    return {};
}

indexes right_options(const word_question& read) {
    if (auto named = answered_options(read); !named.empty())
        return named;
    if (auto named = first_named(read.keys, read.content.options); !named.empty())
        return named;
    if (auto marked = marked_options(read.marks); !marked.empty())
        return marked;
    return marked_options(read.label_marks);
}

/// "Solution: a body at rest ..." names no option, but explains the right one.
void add_explanations(word_question& read) {
    auto& into = read.content.explanation;
    for (const auto& answer : read.answers)
        if (named_options(answer, read.content.options).empty())
            into.append(into.empty() ? "" : "\n").append(answer);
}

std::string why_unanswered(const word_question& read) {
    for (const auto* texts : {&read.answers, &read.keys})
        for (const auto& text : *texts)
            if (!text.empty())
                return "its answer \"" + text_beginning(text) + "\" names none of its options";
    return read.shares_key ? "several questions have its number, and the key does not say which it means"
                           : "its right answer is neither marked nor named";
}

}  // namespace

indexes answered_options(const word_question& read) {
    return first_named(read.answers, read.content.options);
}

result<question> finished_question(word_question read) {
    if (read.content.options.empty())
        return invalid("it has no options with letters");
    const auto right = right_options(read);
    if (right.empty())
        return invalid(why_unanswered(read));
    if (right.size() > 1)
        return invalid("it has several right answers");
    if (right.front() >= read.content.options.size())
        return invalid("its right answer is none of its options");
    add_explanations(read);
    read.content.correct = right.front();
    return std::move(read.content);
}

}  // namespace examwright
