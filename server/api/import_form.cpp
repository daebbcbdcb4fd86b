#include "server/api/import_form.hpp"

#include <map>
#include <utility>

#include "core/http/multipart.hpp"
#include "core/imports/file_text.hpp"
#include "core/question/question_limits.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

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
