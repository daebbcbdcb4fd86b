#include "core/claude/json_scanner.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t farthest_look = 240;  // bytes looked at behind a quotation mark
constexpr std::string_view quotes[] = {"\"", "'", "“", "”", "„", "«", "»", "‘", "’", "`"};

}  // namespace

bool json_scanner::spend(std::size_t steps) {
    steps_ -= std::min(steps_, steps);
    return steps_ > 0;
}

/// The name of the first member of the object that begins at `at`.
std::string_view json_scanner::first_name_at(std::size_t at) {
    const auto opener = skipped_space(at + 1);
    const auto begin = std::min(text_.size(), opener + length_of_quote(opener));
    auto end = begin;
    while (end < text_.size() && is_name_character(text_[end]))
        ++end;
    return text_.substr(begin, end - begin);
}

void json_scanner::skip_space() {
    at_ = skipped_space(at_);
}

void json_scanner::skip_space_and_commas() {
    skip_space();
    while (!at_end() && (text_[at_] == ',' || text_[at_] == ';')) {
        ++at_;
        skip_space();
    }
}

/// Behind white space and comments.
std::size_t json_scanner::skipped_space(std::size_t at) {
    const auto begin = at;
    while (at < text_.size() && steps_ > 0) {
        const auto rest = text_.substr(at);
        if (rest.starts_with("//") || rest.starts_with('#')) {
            at = std::min(text_.find('\n', at), text_.size());
            spend(at - begin);
        } else if (rest.starts_with("/*")) {
            const auto end = text_.find("*/", at + 2);
            at = end == text_.npos ? text_.size() : end + 2;
            spend(at - begin);
        } else if (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t' || rest[0] == '\r') {
            ++at;
        } else if (static_cast<unsigned char>(rest[0]) >= 0x80 && is_space(decode_at(text_, at).value)) {
            at += decode_at(text_, at).length;
        } else {
            break;
        }
    }
    spend(at - begin);
    return at;
}

/// 0 where there is no quotation mark.
std::size_t json_scanner::length_of_quote(std::size_t at) const {
    const auto first = at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
    if (first == '"' || first == '\'' || first == '`')
        return 1;
    if (first != 0xC2 && first != 0xE2)  // the first bytes of the others
        return 0;
    for (const auto quote : quotes)
        if (text_.substr(at, quote.size()) == quote)
            return quote.size();
    return 0;
}

bool json_scanner::is_closing(std::string_view opener, std::string_view quote) const {
    if (opener == "\"" || opener == "'" || opener == "`")
        return quote == opener;
    if (opener == "«" || opener == "»")
        return quote == "»" || quote == "«";
    if (opener == "‘" || opener == "’")
        return quote == "’" || quote == "‘" || quote == "'";
    return quote == "”" || quote == "“" || quote == "\"";
}

/// Whether a quotation mark ends the string, by what stands behind it: inside a text it is followed by more
/// of the text.
bool json_scanner::closes(std::size_t behind, place where) {
    const auto at = skipped_space(behind);
    if (at - behind > farthest_look || at >= text_.size())
        return at >= text_.size();
    const char c = text_[at];
    if (where == place::name)
        return c == ':';
    if (c == '}' || (c == ']' && where == place::element))
        return ends_container(at);
    if (where == place::member) {
        if (c == ',' || c == ';') {
            const auto next = skipped_space(at + 1);
            const bool next_object =
                next < text_.size() && text_[next] == '{' && !first_name_at(next).empty();
            return next >= text_.size() || text_[next] == '}' || text_[next] == ',' || next_object ||
                   begins_name(next);
        }
        return at > behind && begins_name(at);  // its comma was forgotten
    }
    const auto begins_element = [this](std::size_t next) {
        return next >= text_.size() || length_of_quote(next) > 0 ||
               std::string_view("{[]-0123456789,tfnTFN").find(text_[next]) != std::string_view::npos;
    };
    if (c == ',')
        return begins_element(skipped_space(at + 1));
    return text_.substr(behind, at - behind).find('\n') != std::string_view::npos && length_of_quote(at) > 0;
}

/// A name of a member with its colon, in quotation marks or without.
bool json_scanner::begins_name(std::size_t at) {
    const auto opener = length_of_quote(at);
    const auto end = std::min(text_.size(), at + farthest_look);
    auto i = at + opener;
    if (opener == 0) {
        while (i < end && is_name_character(text_[i]))
            ++i;
    } else {
        while (i < end && length_of_quote(i) == 0 && text_[i] != '\n')
            ++i;
        if (i >= end)
            return end == text_.size();  // it breaks off there
        i += std::max<std::size_t>(1, length_of_quote(i));
    }
    if (i == at + opener)
        return false;
    const auto colon = skipped_space(i);
    if (colon >= text_.size() || text_[colon] != ':')
        return colon >= text_.size();
    const auto value = skipped_space(colon + 1);  // "because: ..." is no bare name
    return opener > 0 || value >= text_.size() || length_of_quote(value) > 0 ||
           std::string_view("{[-0123456789").find(text_[value]) != std::string_view::npos;
}

/// Whether a bracket is one of JSON's, by what stands behind it.
bool json_scanner::ends_container(std::size_t at) {
    const auto next = skipped_space(at + 1);
    return next >= text_.size() || std::string_view(",;}]{`<").find(text_[next]) != std::string_view::npos ||
           length_of_quote(next) > 0 || text_.substr(at + 1, next - at - 1).find('\n') != text_.npos;
}

}  // namespace examwright
