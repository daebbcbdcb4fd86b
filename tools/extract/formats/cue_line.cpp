#include "tools/extract/formats/cue_line.hpp"

#include <algorithm>
#include <array>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/markup_tokenizer.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::array tag_names = {"b"sv,  "i"sv,    "u"sv, "s"sv,  "c"sv,  "v"sv,      "lang"sv, "ruby"sv,
                                  "rt"sv, "font"sv, "p"sv, "br"sv, "em"sv, "strong"sv, "span"sv};

bool is_time_stamp(std::string_view inside) {
    return inside.find(':') != inside.npos && inside.find_first_not_of("0123456789:.,") == inside.npos;
}

std::string name_of(std::string_view inside) {
    std::string name;
    for (const char c : inside.substr(0, inside.find_first_of(". \t/")))
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return name;
}

/// Whether a tag's name may be followed by this. Only a voice and a language have words behind their name,
/// and HTML's tags attributes.
bool may_follow(std::string_view name, std::string_view annotation) {
    return annotation.empty() || annotation == "/" || name == "v" || name == "lang" ||
           annotation.find('=') != annotation.npos;
}

/// Takes one tag, without its brackets, if it is one; a voice becomes the line's speaker.
bool take_tag(std::string_view inside, cue_line& line) {
    if (is_time_stamp(inside))
        return true;
    const bool closing = inside.starts_with('/');
    inside.remove_prefix(closing ? 1 : 0);
    const auto name = name_of(inside);
    if (std::find(tag_names.begin(), tag_names.end(), name) == tag_names.end())
        return false;
    const auto classes_end = std::min(inside.find_first_of(" \t", name.size()), inside.size());
    const auto annotation = trimmed(inside.substr(classes_end));
    if (!may_follow(name, annotation))
        return false;
    if (name == "v" && !closing && !annotation.empty())
        line.speaker = decode_references(annotation);
    if (name == "br")
        line.text += ' ';
    return true;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const char c : text)
        if ((c != ' ' && c != '\t') || (!out.empty() && out.back() != ' '))
            out += c == '\t' ? ' ' : c;
    return std::string(trimmed(out));
}

}  // namespace

cue_line read_cue_line(std::string_view line) {
    cue_line read;
    while (!line.empty()) {
        const auto open = std::min(line.find('<'), line.size());
        read.text += line.substr(0, open);
        line.remove_prefix(open);
        if (line.empty())
            break;
        const auto end = line.find_first_of("<>", 1);
        if (end != line.npos && line[end] == '>' && take_tag(line.substr(1, end - 1), read)) {
            line.remove_prefix(end + 1);
        } else {
            read.text += '<';
            line.remove_prefix(1);
        }
    }
    read.text = with_single_blanks(decode_references(read.text));
    return read;
}

}  // namespace examwright::extract
