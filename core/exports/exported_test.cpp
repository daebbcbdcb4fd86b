#include "core/exports/exported_test.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

void tidy(std::string& text) {
    const std::string valid = is_valid_utf8(text) ? std::move(text) : to_valid_utf8(text);
    std::string lines;
    lines.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size(); ++i) {
        if (valid[i] != '\r')
            lines += valid[i];
        else if (i + 1 == valid.size() || valid[i + 1] != '\n')
            lines += '\n';
    }
    text = trimmed(lines);
}

void tidy(question& question) {
    tidy(question.stem);
    tidy(question.explanation);
    tidy(question.topic_slug);
    tidy(question.source_quote);
    auto& options = question.options;
    for (auto& option : options)
        tidy(option);
    while (options.size() > question.correct + 1 && options.back().empty())
        options.pop_back();
}

}  // namespace

exported_test normalized_for_export(exported_test test) {
    tidy(test.title);
    if (test.title.empty())
        test.title = "Test";
    for (auto& question : test.questions)
        tidy(question);
    return test;
}

std::string question_name(const exported_test& test, std::size_t index) {
    std::string name = test.title;
    std::replace(name.begin(), name.end(), '\n', ' ');
    const auto number = std::to_string(index + 1);
    return name + (number.size() < 2 ? " 0" : " ") + number;
}

}  // namespace examwright
