#include "test/support/source_rules.hpp"

#include <algorithm>
#include <optional>
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

/// Folders (or single files) of a layer, from left to right. A folder includes only folders of steps to its
/// left; those of one step don't know each other. A folder that no step names includes what it likes, and is
/// named by a test that all folders are listed.
struct folder_order {
    std::string_view layer;
    std::vector<std::vector<std::string_view>> steps;
};

const std::vector<folder_order>& folder_orders() {
    static const std::vector<folder_order> all{
        {"core",
         {{"problem", "timestamp"},
          {"text"},
          {"language", "document", "claude", "http"},
          {"question"},
          {"quality", "exports", "imports", "attempts"},
          {"generation"},
          {"offline"},
          {"simulator"}}},
        {"db", {{"*"}, {"anki", "legacy"}, {"migrator"}}},
        {"server",
         {{"precompiled", "runtime"},
          {"http", "claude", "extract"},
          {"config", "accounts", "documents", "jobs", "api", "simulator", "web"},
          {"doctor"},
          {"routes"},
          {"engine"},
          {"app"},
          {"cli"},
          {"main"}}},
    };
    return all;
}

/// "core/text/words.hpp" -> "text"; "core/problem.hpp" -> "problem"; in db a file of no folder -> "*", but
/// for the migrator, which uses legacy/.
std::string_view room_of(std::string_view path) {
    const auto layer_end = path.find('/');
    const auto layer = path.substr(0, layer_end);
    const auto rest = path.substr(layer_end + 1);
    const auto slash = rest.find('/');
    if (slash != rest.npos)
        return rest.substr(0, slash);
    const auto name = rest.substr(0, rest.find('.'));
    return layer == "db" && name != "migrator" ? std::string_view("*") : name;
}

std::optional<std::size_t> step_of(const folder_order& order, std::string_view room) {
    for (std::size_t i = 0; i < order.steps.size(); ++i)
        if (std::find(order.steps[i].begin(), order.steps[i].end(), room) != order.steps[i].end())
            return i;
    return std::nullopt;
}

std::string find_disorder(std::string_view path, const std::string& included) {
    for (const auto& order : folder_orders()) {
        const auto prefix = std::string(order.layer) + "/";
        if (!path.starts_with(prefix))
            continue;
        const auto own = step_of(order, room_of(path));
        if (!own)
            return std::string(room_of(path)) + " has no place in the order of " + prefix;
        if (!included.starts_with(prefix) || room_of(included) == room_of(path))
            return "";
        const auto other = step_of(order, room_of(included));
        return other && *other < *own ? "" : "includes " + included + ", which is not to its left";
    }
    return "";
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
    for (std::sregex_iterator match(source.begin(), source.end(), include), none; match != none; ++match)
        if (auto wrong = find_disorder(path, match->str(1)); !wrong.empty())
            found.push_back(std::move(wrong));
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

bool needs_own_header(std::string_view path) {
    static constexpr std::string_view shared_headers[] = {"core/language/",
                                                          "core/quality/letter_reference.cpp",
                                                          "core/quality/negative_stem.cpp",
                                                          "core/quality/source_speak.cpp",
                                                          "server/http/connection_timeouts.cpp",
                                                          "core/quality/option_",
                                                          "core/quality/wording_flaws.cpp",
                                                          "server/doctor/",
                                                          "tools/benchmark/",
                                                          "tools/fuzzing/",
                                                          "server/claude/tcp_stream.cpp",
                                                          "server/claude/tls_stream.cpp",
                                                          "server/runtime/boost_separate.cpp"};
    const auto shares = [&](std::string_view start) { return path.starts_with(start); };
    return path.ends_with(".cpp") && !path.starts_with("test/") && !path.ends_with("/main.cpp") &&
           std::none_of(std::begin(shared_headers), std::end(shared_headers), shares);
}

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
