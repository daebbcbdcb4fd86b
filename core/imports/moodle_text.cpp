#include "core/imports/moodle_text.hpp"

#include <algorithm>

#include "core/imports/html_to_text.hpp"

namespace examwright {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\0';
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) != 0;
}

/// Whether the * or _ between two characters marks emphasis instead of standing for itself.
bool is_emphasis(char mark, char before, char after) {
    if (is_blank(before) == is_blank(after) && is_blank(before))
        return false;
    return mark == '*' || !is_word(before) || !is_word(after);
}

struct markdown_link {
    std::size_t length = 0;  // 0: there is none
    std::string_view words;
    bool is_image = false;
};

/// "[text](address)" or "![text](address)" at the beginning.
markdown_link link_at(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    const bool is_image = line.starts_with('!');
    const std::size_t from = is_image ? 2 : 1;
    const auto middle = line.find("](");
    const auto end = middle == line.npos ? line.npos : line.find(')', middle);
    if (end == line.npos || line.size() < from || line[from - 1] != '[' || middle < from)
        return {};
    return {end + 1, line.substr(from, middle - from), is_image};
}

std::string without_emphasis(std::string_view text) {
    std::string out;
    char before = '\0';
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const auto run_end = c == '*' || c == '_' ? std::min(text.find_first_not_of(c, i), text.size()) : i;
        const char after = run_end < text.size() ? text[run_end] : '\0';
        if (c == '\\' && i + 1 < text.size() &&
            std::string_view("\\`*_{}[]()#+-.!").find(text[i + 1]) != std::string_view::npos) {
            out += before = text[i + 1];
            i += 2;
        } else if (run_end > i) {
            if (!is_emphasis(c, before, after))
                out.append(text.substr(i, run_end - i));
            before = c;
            i = run_end;
        } else if (const auto link = c == '[' || c == '!' ? link_at(text.substr(i)) : markdown_link{};
                   link.length > 0) {
            if (link.is_image)
                out.append("[image").append(link.words.empty() ? "" : ": ");
            out.append(link.words).append(link.is_image ? "]" : "");
            before = ')';
            i += link.length;
        } else {
            if (c != '`')
                out += c;
            before = c;
            ++i;
        }
    }
    return out;
}

/// A heading loses its number signs.
std::string without_markdown(std::string_view text) {
    std::string lines;
    for (;;) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        const auto words = line.find_first_not_of('#');
        if (words > 0 && words <= 6 && words != line.npos && line[words] == ' ')
            line.remove_prefix(words + 1);
        lines += line;
        if (end == text.npos)
            return without_emphasis(lines);
        lines += '\n';
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string moodle_text(std::string_view text, moodle_format format) {
    switch (format) {
        case moodle_format::html: return html_to_text(text);
        case moodle_format::plain: return std::string(text);
        case moodle_format::markdown: return html_to_text(without_markdown(text), html_line_breaks::keep);
        case moodle_format::automatic: break;
    }
    return html_to_text(text, html_line_breaks::keep);
}

}  // namespace examwright
