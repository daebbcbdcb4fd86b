#include "core/imports/import_format.hpp"

#include <utility>

#include "core/imports/aiken_reader.hpp"
#include "core/imports/csv_reader.hpp"
#include "core/imports/gift_reader.hpp"
#include "core/imports/moodle_xml_reader.hpp"
#include "core/imports/qti_reader.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::pair<std::string_view, import_format> format_names[] = {
    {"json", import_format::json}, {"gift", import_format::gift},   {"moodle-xml", import_format::moodle_xml},
    {"qti", import_format::qti},   {"aiken", import_format::aiken}, {"csv", import_format::csv},
    {"docx", import_format::docx}};

/// The content's beginning, without a byte order mark and white space.
std::string_view head_of(std::string_view content) {
    if (content.starts_with("\xEF\xBB\xBF"))
        content.remove_prefix(3);
    return trimmed(content.substr(0, 4096));
}

/// "{" with a name, or "[" with an object in it. GIFT may begin with a brace, too.
bool looks_like_json(std::string_view head) {
    const auto inner = trimmed(head.substr(head.empty() ? 0 : 1));
    return (head.starts_with('{') && inner.starts_with('"')) ||
           (head.starts_with('[') && (inner.starts_with('{') || inner.starts_with(']')));
}

bool looks_like_xml(std::string_view head) {
    for (const std::string_view start : {"<?xml", "<!--", "<!DOCTYPE", "<quiz"})
        if (head.starts_with(start))
            return true;
    const auto tag = head.starts_with('<') ? head.substr(1, head.find_first_of(" \t\r\n>") - 1) : "";
    const auto name = tag.substr(tag.find(':') + 1);
    return name == "questestinterop" || name == "assessmentItem";
}

/// Whether a text has nothing of GIFT, which is what every other text is taken for.
bool is_in_no_format(std::string_view content) {
    return content.find('{') == content.npos && content.find("::") == content.npos &&
           content.find("//") == content.npos;
}

result<question_set> read_xml(std::string_view content) {
    const auto root = parse_xml(without_control_characters(content));
    if (!root)
        return invalid("The file can't be read: " + root.error().detail + ".");
    if (root->name == "quiz")
        return read_moodle_xml(*root);
    if (root->name == "questestinterop" || root->name == "assessmentItem")
        return read_qti({{"", *root}});
    return invalid("Its XML is neither Moodle's nor QTI: it begins with <" + root->name + ">.");
}

result<question_set> read_gift_or_nothing(std::string_view content) {
    auto set = read_gift(content);
    if (!set && is_in_no_format(content))
        return invalid("No questions are found in it. What can be imported is " + import_format_names() +
                       ".");
    return set;
}

}  // namespace

std::optional<import_format> parse_import_format(std::string_view name) {
    for (const auto& [known, format] : format_names)
        if (known == name)
            return format;
    return std::nullopt;
}

std::string import_format_names() {
    std::string list;
    for (const auto& [name, format] : format_names)
        list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

import_format detect_import_format(std::string_view content) {
    const auto head = head_of(content);
    if (is_archive(content))
        return import_format::qti;
    if (looks_like_json(head))
        return import_format::json;
    if (looks_like_xml(head))
        return head.find("<quiz") != head.npos ? import_format::moodle_xml : import_format::qti;
    if (looks_like_csv(content))
        return import_format::csv;
    return looks_like_aiken(content) ? import_format::aiken : import_format::gift;
}

bool is_archive(std::string_view content) {
    return content.starts_with("PK\x03\x04");
}

result<question_set> read_question_text(import_format format, std::string_view content) {
    switch (format) {
        case import_format::gift: return read_gift_or_nothing(content);
        case import_format::aiken: return read_aiken(content);
        case import_format::csv: return read_csv(content);
        case import_format::moodle_xml:
        case import_format::qti: return read_xml(content);
        case import_format::json:
        case import_format::docx: break;
    }
    return invalid("The file is not what its format says.");
}

}  // namespace examwright
