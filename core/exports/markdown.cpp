#include "core/exports/markdown.hpp"

#include <string_view>

namespace examwright {

namespace {

constexpr std::string_view markup = "\\`*_[]<&~|$";
constexpr std::string_view at_line_start = "#+->=:";  // blocks begin with these

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// One line. Blanks at its beginning, which would be dropped or make it code, become no-break spaces; "3." at
/// its beginning is no list.
void append_line(std::string& out, std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
        out += "\u00A0";
        line.remove_prefix(1);
    }
    bool number_so_far = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool ends_number = number_so_far && i > 0 && (c == '.' || c == ')');
        if (markup.find(c) != markup.npos || (i == 0 && at_line_start.find(c) != at_line_start.npos) ||
            ends_number)
            out += '\\';
        out += c;
        number_so_far = number_so_far && is_digit(c);
    }
}

/// A paragraph; its lines end in a backslash, which is a line break. `indent` is that of the block.
std::string paragraph(std::string_view text, std::string_view indent = "") {
    std::string out;
    for (;;) {
        const auto end = text.find('\n');
        append_line(out, text.substr(0, end));
        if (end == text.npos)
            return out + "\n";
        out.append("\\\n").append(indent);
        text.remove_prefix(end + 1);
    }
}

std::string one_line(std::string_view text) {
    std::string line(text);
    for (auto& c : line)
        if (c == '\n')
            c = ' ';
    return paragraph(line);
}

std::string heading(std::size_t number, const std::string& rest = "") {
    return "\n### " + std::to_string(number) + rest + "\n\n";
}

std::string question_part(std::size_t number, const question& question) {
    std::string out = heading(number) + paragraph(question.stem) + "\n";
    for (std::size_t i = 0; i < question.options.size(); ++i)
        out += std::string("- ") + option_letter(i) + ") " + paragraph(question.options[i], "  ");
    return out;
}

std::string answer_part(std::size_t number, const question& question) {
    std::string out = heading(number, std::string(": ") + option_letter(question.correct));
    if (!question.explanation.empty())
        out += paragraph(question.explanation);
    if (!question.source_quote.empty())
        out += "\n> " + paragraph(question.source_quote, "> ");
    if (question.source_page)
        out += "\nPage " + std::to_string(*question.source_page) + "\n";
    return out;
}

}  // namespace

std::string write_markdown(const exported_test& test) {
    std::string out = "# " + one_line(test.title) + "\n## Questions\n";
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += question_part(i + 1, test.questions[i]);
    out += "\n## Answers\n";
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += answer_part(i + 1, test.questions[i]);
    return out;
}

}  // namespace examwright
