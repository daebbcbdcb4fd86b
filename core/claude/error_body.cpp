#include "core/claude/error_body.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <string_view>
#include <utility>

#include "core/claude/json_members.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_words = 200;  // bytes that are quoted of an error
constexpr std::size_t longest_word = 60;    // a longer one may be a key, or a piece of the request

std::string quotable(std::string_view text) {
    std::string line;
    for (const char c : text.substr(0, std::min(text.size(), 4 * longest_words)))
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' ? ' ' : c;
    std::string quoted;
    for (std::size_t at = line.find_first_not_of(' '); at != line.npos;) {
        const auto end = std::min(line.find(' ', at), line.size());
        auto word = to_valid_utf8(std::string_view(line).substr(at, end - at));
        if (word.starts_with("sk-") || word.size() > longest_word)
            word = "...";
        if (quoted.size() + word.size() > longest_words)
            return quoted + " ...";
        quoted += (quoted.empty() ? "" : " ") + word;
        at = line.find_first_not_of(' ', end);
    }
    return quoted;
}

/// The texts of a list of errors, joined: [{"msg": "..."}, "..."].
std::string joined_messages(const json::value& list) {
    std::string text;
    for (const auto& each : list.as_array()) {
        auto said = string_of(&each);
        for (const auto* name : {"msg", "message", "detail"})
            if (said.empty())
                said = string_of(member(&each, {name}));
        if (!said.empty())
            text += (text.empty() ? "" : "; ") + std::string(said);
    }
    return text;
}

}  // namespace

std::string words_of_error(const json::value& body) {
    static constexpr std::pair<std::string_view, std::string_view> places[] = {
        {"error", "message"}, {"message", ""},     {"error", ""},  {"detail", ""}, {"detail", "message"},
        {"detail", "error"},  {"error", "detail"}, {"errors", ""}, {"msg", ""}};
    auto text = std::string(string_of(&body));
    for (const auto& [outer, inner] : places) {
        const auto* said = inner.empty() ? member(&body, {outer}) : member(&body, {outer, inner});
        if (said && text.empty())
            text = said->is_array() ? joined_messages(*said) : std::string(string_of(said));
    }
    return quotable(text);
}

std::optional<int> status_of_error(const json::value& body) {
    static constexpr std::pair<std::string_view, int> types[] = {
        {"invalid_request_error", 400}, {"authentication_error", 401}, {"billing_error", 402},
        {"permission_error", 403},      {"not_found_error", 404},      {"request_too_large", 413},
        {"rate_limit_error", 429},      {"overloaded_error", 529},     {"timeout_error", 504}};
    const auto* error = member(&body, {"error"});
    const bool told = error && (error->is_object() || !string_of(error).empty());
    const auto* content = member(&body, {"content"});
    if (!told || (content && !content->is_null()))
        return std::nullopt;
    const auto type = string_of(member(error, {"type"}));
    for (const auto& [name, status] : types)
        if (type == name)
            return status;
    const auto* code = member(error, {"code"});
    const auto number = code && code->is_int64() ? code->get_int64() : 0;
    return number >= 400 && number < 600 ? static_cast<int>(number) : 500;
}

}  // namespace examwright
