#include "core/exports/exported_test.hpp"

#include <utility>

#include "core/text/plain_text.hpp"

namespace examwright {

namespace {

/// Blank lines and the white space behind the text go; the indentation of its first line stays.
void tidy(std::string& text) {
    text = without_control_characters(text);
    text.resize(text.find_last_not_of(" \t\n") + 1);
    const auto first = text.find_first_not_of(" \t\n");
    const auto line = first == text.npos ? text.npos : text.rfind('\n', first);
    text.erase(0, line == text.npos ? 0 : line + 1);
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

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_blank = c == '\n' || c == '\t' || c == ' ';
        if (!is_blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' '))
        line.pop_back();
    return line;
}

std::string question_name(const exported_test& test, std::size_t index) {
    const auto name = on_one_line(test.title);
    const auto number = std::to_string(index + 1);
    return name + (number.size() < 2 ? " 0" : " ") + number;
}

}  // namespace examwright
