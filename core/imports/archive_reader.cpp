#include "core/imports/archive_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/imports/docx_reader.hpp"
#include "core/imports/moodle_xml_reader.hpp"
#include "core/imports/qti_reader.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

struct archive_files {
    xml_files read;
    std::vector<left_out_question> unread;  // their paths, and why
};

/// Whether it says that it is XML. Other files have such names, too.
bool begins_as_xml(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return trimmed(text.substr(0, 100)).starts_with('<');
}

archive_files read_files(std::string_view parts) {
    archive_files files;
    auto nodes_left = most_xml_nodes;
    while (!parts.empty()) {
        parts.remove_prefix(parts.front() == '\f' ? 1 : 0);
        const auto end = std::min(parts.find('\f'), parts.size());
        const auto part = parts.substr(0, end);
        const auto line = std::min(part.find('\n'), part.size());
        const auto path = std::string(part.substr(0, line));
        const auto text = part.substr(line);
        parts.remove_prefix(end);
        if (path.empty()) {
            files.unread.push_back(
                {std::nullopt, "The archive",
                 std::string(trimmed(text)) + " of its files are too many and were not read"});
            continue;
        }
        auto root = parse_xml(without_control_characters(text), nodes_left);
        if (root)
            files.read.emplace_back(path, std::move(*root));
        else if (begins_as_xml(text))
            files.unread.push_back({std::nullopt, path, root.error().detail});
    }
    return files;
}

const xml_node* find_file(const xml_files& files, std::string_view path) {
    const auto found = std::ranges::find(files, path, &xml_files::value_type::first);
    return found == files.end() ? nullptr : &found->second;
}

result<question_set> read_by_kind(const xml_files& files) {
    if (const auto* document = find_file(files, "word/document.xml"))
        return read_docx(docx_paragraphs(*document, find_file(files, "word/numbering.xml"),
                                         find_file(files, "word/styles.xml")));
    if (find_file(files, "xl/workbook.xml"))
        return invalid("A workbook of Excel can't be imported. Save its sheet as CSV, and import that.");
    for (const auto& [path, root] : files)
        if (root.name == "quiz" && root.child("question"))  // Canvas has a <quiz> of settings
            return read_moodle_xml(root);
    return read_qti(files);
}

problem with_reasons(problem refused, const std::vector<left_out_question>& unread) {
    constexpr std::size_t most_told = 5;
    for (std::size_t i = 0; i < std::min(unread.size(), most_told); ++i)
        refused.detail += " " + unread[i].name + ": " + unread[i].reason + ".";
    return refused;
}

}  // namespace

result<question_set> read_archive(std::string_view parts) {
    auto files = read_files(parts);
    if (files.read.empty() && files.unread.empty())
        return invalid(
            "The archive has no questions in it: it is neither a Word document nor a QTI package.");
    auto set = read_by_kind(files.read);
    if (!set)
        return with_reasons(set.error(), files.unread);
    for (auto& part : files.unread)
        leave_out(*set, std::move(part));
    return set;
}

}  // namespace examwright
