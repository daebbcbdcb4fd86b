#include "tools/extract/formats/markdown.hpp"

#include <algorithm>
#include <cstddef>

#include "tools/extract/formats/markdown_inline.hpp"

namespace examwright::extract {

namespace {

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool consists_of(std::string_view text, std::string_view characters) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

/// "```", "~~~~": the fence at the front of a line, else empty.
std::string_view fence_of(std::string_view line) {
    if (!line.starts_with("```") && !line.starts_with("~~~"))
        return {};
    return line.substr(0, std::min(line.find_first_not_of(line[0]), line.size()));
}

/// A thematic break, the underline of a heading, or the line that parts a table's head from its body.
bool is_rule(std::string_view line) {
    return !line.empty() &&
           (consists_of(line, "= ") || consists_of(line, "-: |+") || consists_of(line, "* ") ||
            consists_of(line, "_ ")) &&
           (line.size() >= 3 || consists_of(line, "="));
}

/// "[id]: address", "[^id]: what a footnote says".
bool is_definition(std::string_view line) {
    const auto close = line.find("]:");
    return line.starts_with('[') && close != std::string_view::npos && line.find(']') == close;
}

std::string_view without_heading_marks(std::string_view line) {
    const auto marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > 6 || (marks < line.size() && line[marks] != ' '))
        return line;
    line = trim(line.substr(marks));
    const auto last = line.find_last_not_of('#');
    if (last == std::string_view::npos)
        return {};
    return last + 1 < line.size() && line[last] == ' ' ? trim(line.substr(0, last)) : line;
}

std::string_view without_block_marks(std::string_view line) {
    while (line.starts_with('>'))
        line = trim(line.substr(1));
    for (const char mark : {'-', '*', '+'})
        if (line.size() > 1 && line[0] == mark && line[1] == ' ') {
            line = trim(line.substr(1));
            break;
        }
    for (const std::string_view box : {"[ ] ", "[x] ", "[X] "})
        if (line.starts_with(box))
            line = trim(line.substr(box.size()));
    if (line.starts_with("[^") && is_definition(line))
        line = trim(line.substr(line.find("]:") + 2));
    if (line.size() > 1 && line.starts_with('|') && line.ends_with('|'))
        line = trim(line.substr(1, line.size() - 2));
    return without_heading_marks(line);
}

/// The text after front matter ("---", lines, "---"), where there is any.
std::string_view without_front_matter(std::string_view text) {
    if (!text.starts_with("---\n"))
        return text;
    const auto end = text.find("\n---\n", 3);
    return end == std::string_view::npos ? text : text.substr(end + 5);
}

}  // namespace

std::string markdown_to_text(std::string_view markdown) {
    const std::string source = without_comments(without_front_matter(markdown));
    std::string out;
    std::string_view fence;  // of the code that we are in
    for (std::size_t start = 0; start < source.size();) {
        const std::size_t end = std::min(source.find('\n', start), source.size());
        const auto line = std::string_view(source).substr(start, end - start);
        start = end + 1;
        const auto bare = trim(line);
        const auto mark = fence_of(bare);
        if (!fence.empty()) {
            if (mark.starts_with(fence) && mark == bare)
                fence = {};
            else
                out.append(line) += '\n';
        } else if (!mark.empty()) {
            fence = mark;
        } else {
            if (!is_rule(bare) && (!is_definition(bare) || bare.starts_with("[^")))
                out += inline_to_text(without_block_marks(bare));
            out += '\n';
        }
    }
    return out;
}

}  // namespace examwright::extract
