#include "core/exports/gift.hpp"

#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exports/safe_html.hpp"

namespace examwright {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (std::string_view("\\~=#{}:").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

/// A text of the question in its braces, as HTML.
std::string part(std::string_view text) {
    return "[html]" + escaped(moodle_html(text));
}

/// The options' indices in the order that they are written in.
std::vector<std::size_t> order_of(const question& question) {
    std::vector<std::size_t> order(question.options.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool like_a_match = question.correct == 0 && question.options[0].find("->") != std::string::npos;
    if (like_a_match && order.size() > 1)
        std::swap(order[0], order[1]);
    return order;
}

/// A comment ends with its line, and what stands in brackets there may have a meaning.
std::string comment(std::string_view text) {
    std::string line = "// ";
    for (const char c : text)
        line += c == '\n' ? ' ' : c == '[' ? '(' : c == ']' ? ')' : c;
    return line + "\n";
}

std::string tags(const question& question) {
    std::string line = "// [tag:" + std::string(to_string(question.level)) + "]";
    if (!question.topic_slug.empty())
        line += " [tag:" + question.topic_slug + "]";
    return line + "\n";
}

}  // namespace

std::string write_gift(const exported_test& test) {
    std::string out = comment(test.title);
    for (std::size_t i = 0; i < test.questions.size(); ++i) {
        const auto& question = test.questions[i];
        out += "\n" + tags(question) + "::" + escaped(question_name(test, i)) + "::";
        out.append(part(question.stem)).append("{\n");
        for (const auto index : order_of(question))
            out += (index == question.correct ? "=" : "~") + part(question.options[index]) + "\n";
        if (!question.explanation.empty())
            out += "####" + part(question.explanation) + "\n";
        out += "}\n";
    }
    return out;
}

}  // namespace examwright
