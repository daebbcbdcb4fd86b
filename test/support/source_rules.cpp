#include "test/support/source_rules.hpp"

#include <algorithm>
#include <regex>

namespace examwright::test {
namespace {

constexpr std::ptrdiff_t most_lines = 300;

struct layer {
    std::string_view folder;
    std::vector<std::string_view> forbidden;  // starts of what it may not include
};

const std::vector<layer>& layers() {
    static const std::vector<layer> all{
        {"core/",
         {"boost/asio", "boost/beast", "SQLite", "sqlite", "server/", "db/", "fstream", "iostream",
          "filesystem", "thread", "mutex"}},
        {"db/", {"boost/asio", "boost/beast", "server/"}},
    };
    return all;
}

std::size_t line_of(std::string_view source, std::size_t offset) {
    const auto end = source.begin() + static_cast<std::ptrdiff_t>(offset);
    return static_cast<std::size_t>(std::count(source.begin(), end, '\n')) + 1;
}

std::size_t closing(std::string_view code, std::size_t open) {
    int depth = 0;
    for (auto i = open; i < code.size(); ++i) {
        depth += code[i] == '(' ? 1 : (code[i] == ')' ? -1 : 0);
        if (depth == 0)
            return i;
    }
    return code.size();
}

/// `if (auto x = co_await f(); x)` is safe, as a for loop's first part is: only what is tested counts.
std::string_view tested_part(std::string_view condition) {
    const auto last = condition.rfind(';');
    return last == condition.npos ? condition : condition.substr(last + 1);
}

void find_awaited_conditions(const std::string& code, std::vector<std::string>& found) {
    static const std::regex keyword("\\b(if|while|switch)\\s*(constexpr\\s*)?\\(");
    for (std::sregex_iterator match(code.begin(), code.end(), keyword), none; match != none; ++match) {
        const auto open = static_cast<std::size_t>(match->position() + match->length() - 1);
        const auto condition = std::string_view(code).substr(open, closing(code, open) - open);
        if (tested_part(condition).find("co_await") != condition.npos)
            found.push_back("line " + std::to_string(line_of(code, open)) + ": co_await in a condition");
    }
}

void find_awaited_choices(const std::string& code, std::vector<std::string>& found) {
    for (auto at = code.find("co_await"); at != code.npos; at = code.find("co_await", at + 1)) {
        const auto begin = code.find_last_of(";{}", at) + 1;
        const auto end = std::min(code.find(';', at), code.size());
        if (code.substr(begin, end - begin).find('?') != std::string::npos)
            found.push_back("line " + std::to_string(line_of(code, at)) + ": co_await beside ?:");
    }
}

void find_includes(std::string_view path, const std::string& source, std::vector<std::string>& found) {
    static const std::regex include("(?:^|\\n)[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"]+)[>\"]");
    for (const auto& layer : layers()) {
        if (!path.starts_with(layer.folder))
            continue;
        for (std::sregex_iterator match(source.begin(), source.end(), include), none; match != none;
             ++match) {
            const auto name = match->str(1);
            const auto forbidden = [&](std::string_view start) { return name.starts_with(start); };
            if (std::any_of(layer.forbidden.begin(), layer.forbidden.end(), forbidden))
                found.push_back(std::string(layer.folder) + " includes " + name);
        }
    }
}

}  // namespace

std::string without_comments_and_strings(std::string_view source) {
    static const std::regex hidden(
        "R\"([^(]{0,16})\\(|//[^\\n]*|/\\*|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'");
    std::string code(source);
    auto begin = code.cbegin();
    for (std::smatch match; std::regex_search(begin, code.cend(), match, hidden);) {
        const auto start = static_cast<std::size_t>(match[0].first - code.cbegin());
        auto end = start + static_cast<std::size_t>(match.length());
        const auto text = match.str();
        const bool digit_separator =
            text[0] == '\'' && start > 0 && std::isxdigit(static_cast<unsigned char>(code[start - 1]));
        if (text[0] == 'R')
            end = std::min(code.size(), code.find(")" + match.str(1) + "\"", end));
        else if (text == "/*")
            end = std::min(code.size(), code.find("*/", end));
        if (digit_separator)
            end = start + 1;
        std::replace_if(
            code.begin() + static_cast<std::ptrdiff_t>(start),
            code.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
        begin = code.cbegin() + static_cast<std::ptrdiff_t>(end);
    }
    return code;
}

std::vector<std::string> broken_rules(std::string_view path, std::string_view source) {
    std::vector<std::string> found;
    const auto lines = std::count(source.begin(), source.end(), '\n');
    if (!path.starts_with("test/") && lines > most_lines)
        found.push_back(std::to_string(lines) + " lines");
    find_includes(path, std::string(source), found);
    const auto code = without_comments_and_strings(source);
    find_awaited_conditions(code, found);
    find_awaited_choices(code, found);
    return found;
}

}  // namespace examwright::test
