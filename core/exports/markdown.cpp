#include "core/exports/markdown.hpp"

#include <algorithm>
#include <string_view>

#include "core/exports/formulas.hpp"
#include "core/exports/labels.hpp"
#include "core/text/ascii.hpp"

namespace examwright {

namespace {

constexpr std::string_view markup = "\\`*_[]<&~|$";
constexpr std::string_view at_line_start = "#+->=:";  // blocks begin with these

/// The length of an address at the beginning of the text, which GitHub would make a link of; else 0.
std::size_t address_length(std::string_view text) {
    const bool is_address =
        text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    if (!is_address)
        return 0;
    auto end = std::min(text.find_first_of(" \t<>\"`"), text.size());
    while (end > 0 && std::string_view(".,;:!?'*_~").find(text[end - 1]) != std::string_view::npos)
        --end;
    return end;
}

/// An address within angle brackets is a link to itself as it stands; one without a scheme names it.
std::string address(std::string_view text) {
    if (!text.starts_with("www."))
        return "<" + std::string(text) + ">";
    std::string words;
    for (const char c : text) {
        if (markup.find(c) != markup.npos)
            words += '\\';
        words += c;
    }
    return "[" + words + "](<http://" + std::string(text) + ">)";
}

bool in_mail_address(char c) {
    return is_ascii_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           std::string_view("._+-@").find(c) != std::string_view::npos;
}

/// "a@b_c.org" at the beginning: GitHub takes it for an address, and the backslashes with it.
std::size_t mail_length(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && in_mail_address(text[end]))
        ++end;
    while (end > 0 && (text[end - 1] == '.' || text[end - 1] == '-' || text[end - 1] == '_'))
        --end;
    const auto at = text.substr(0, end).find('@');
    const bool is_mail = at != text.npos && at > 0 && text.substr(at, end - at).find('.') != text.npos;
    return is_mail ? end : 0;
}

/// One line without formulas. `first`: whether it begins a line of the text.
void append_words(std::string& out, std::string_view line, bool first) {
    bool number_so_far = first;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool begins_word = i == 0 || !in_mail_address(line[i - 1]);
        if (const auto length = begins_word ? address_length(line.substr(i)) : 0; length > 0) {
            out += address(line.substr(i, length));
            i += length - 1;
        } else if (const auto mail = begins_word && in_mail_address(c) ? mail_length(line.substr(i)) : 0;
                   mail > 0) {
            out.append("<").append(line.substr(i, mail)).append(">");
            i += mail - 1;
        } else {
            const bool ends_number = number_so_far && i > 0 && (c == '.' || c == ')');
            const bool begins_block = first && i == 0 && at_line_start.find(c) != at_line_start.npos;
            if (markup.find(c) != markup.npos || begins_block || ends_number)
                out += '\\';
            out += c;
        }
        number_so_far = number_so_far && is_ascii_digit(c);
    }
}

/// One line. Blanks at its beginning, which would be dropped or make it code, become no-break spaces; "3." at
/// its beginning is no list. Formulas stand between $` and `$, where GitHub typesets them.
void append_line(std::string& out, std::string_view line) {
    for (; !line.empty() && (line.front() == ' ' || line.front() == '\t'); line.remove_prefix(1))
        out += line.front() == ' ' ? "\u00A0" : "\u00A0\u00A0\u00A0\u00A0";
    bool first = true;
    for (const auto& span : split_formulas(line)) {
        const bool is_code_safe = span.text.find('`') == span.text.npos;
        if (span.what == formula_span::kind::plain || !is_code_safe)
            append_words(out, span.text, first);
        else
            out.append("$`").append(span.text).append("`$");
        first = false;
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

std::string answer_part(std::size_t number, const question& question, const std::string& place) {
    std::string out = heading(number, std::string(": ") + option_letter(question.correct));
    if (!question.explanation.empty())
        out += paragraph(question.explanation);
    if (!question.source_quote.empty())
        out += "\n> " + paragraph(question.source_quote, "> ");
    if (question.source_page)
        out += "\n" + place + "\n";
    return out;
}

}  // namespace

std::string write_markdown(const exported_test& test) {
    const auto labels = labels_of(test);
    std::string out = "# " + one_line(test.title) + "\n## " + labels.questions + "\n";
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += question_part(i + 1, test.questions[i]);
    out += "\n## " + labels.answer_key + "\n";
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += answer_part(i + 1, test.questions[i], place_of(test.questions[i], labels));
    return out;
}

}  // namespace examwright
