#include "server/api/import_form.hpp"

#include <iconv.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "core/http/multipart.hpp"
#include "core/imports/file_text.hpp"
#include "core/question/question_limits.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

const auto no_converter = reinterpret_cast<iconv_t>(-1);

/// Whether a name is of an older encoding whose tables the C library has.
bool is_older_encoding(std::string_view name) {
    constexpr std::string_view families[] = {"iso-8859-", "windows-125", "cp125", "koi8-"};
    constexpr std::string_view others[] = {"shift_jis", "euc-jp", "gb2312", "gbk",
                                           "gb18030",   "big5",   "euc-kr"};
    const auto begins = [&](std::string_view family) { return name.starts_with(family); };
    return name.size() < 16 && name.find('/') == name.npos &&
           (std::ranges::any_of(families, begins) || std::ranges::find(others, name) != std::end(others));
}

/// Nullopt for another encoding, and for bytes that are no text in it.
std::optional<std::string> decode_by_name(std::string bytes, const std::string& name) {
    const auto converter = is_older_encoding(name) ? iconv_open("UTF-8", name.c_str()) : no_converter;
    if (converter == no_converter)
        return std::nullopt;
    std::string text(bytes.size() * 3, '\0');  // no character of theirs takes more in UTF-8
    char* from = bytes.data();
    char* to = text.data();
    auto left = bytes.size(), room = text.size();
    const bool whole = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    text.resize(text.size() - room);
    return whole ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace

result<import_file> read_import_form(std::string_view boundary, std::string_view body) {
    std::map<std::string, std::string> fields;
    std::string* current = nullptr;
    multipart_parser parser(boundary, {[&](const multipart_part& part) { current = &fields[part.name]; },
                                       [&](std::string_view data) { current->append(data); }, [] {}});
    if (const auto fed = parser.feed(body); !fed)
        return fed.error();
    if (!parser.complete())
        return invalid("The form breaks off before its end.");
    import_file file;
    file.content = std::move(fields["file"]);
    if (file.content.empty())
        return invalid("The file is missing or empty: send it as the field \"file\".");
    if (const auto& name = fields["format"]; !name.empty()) {
        file.format = parse_import_format(name);
        if (!file.format)
            return invalid("format must be one of " + import_format_names());
    }
    file.title = trimmed(without_control_characters(fields["title"]));
    if (count_characters(file.title) > longest_title)
        return invalid("title must have at most " + std::to_string(longest_title) + " characters");
    return file;
}

result<import_file> with_decoded_text(import_file file) {
    if (is_archive(file.content))
        return file;
    auto text = decode_file_text(file.content);
    if (!text)
        text = decode_by_name(file.content, declared_xml_encoding(file.content));
    file.has_unknown_encoding = !text;
    if (!text || *text == file.content)
        return file;
    if (has_replaced_bytes(*text))
        return undecodable_text();
    file.content = std::move(*text);
    return file;
}

problem undecodable_text() {
    return invalid(
        "Some of the file's bytes are no characters in its encoding. Save it as UTF-8 and send it again.");
}

}  // namespace examwright
