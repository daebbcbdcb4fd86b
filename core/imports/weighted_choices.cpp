#include "core/imports/weighted_choices.hpp"

#include <optional>
#include <utility>

namespace examwright {

namespace {

std::optional<problem> set_key(const std::vector<weighted_choice>& choices, question& into) {
    int keys = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].percent > 0 && choices[i].percent < 99.99)
            return invalid("it gives a part of the points for some answers");
        if (choices[i].percent > 0) {
            into.correct = i;
            ++keys;
        }
    }
    if (keys == 1)
        return std::nullopt;
    return invalid(keys == 0 ? "it has no right answer"
                             : "it has " + std::to_string(keys) + " right answers");
}

}  // namespace

result<question> question_of_choices(std::vector<weighted_choice> choices, std::string explanation) {
    question made;
    if (const auto bad = set_key(choices, made))
        return *bad;
    made.explanation = std::move(explanation);
    for (auto& choice : choices) {
        if (!choice.feedback.empty())
            made.explanation += (made.explanation.empty() ? "" : "\n") + choice.text + ": " + choice.feedback;
        made.options.push_back(std::move(choice.text));
    }
    return made;
}

problem other_kind_of_question(const std::string& kind) {
    return invalid("it is " + kind + "; only multiple choice with one right answer can be imported");
}

}  // namespace examwright
