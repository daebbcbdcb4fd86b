#include "core/imports/archive_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/imports/docx_reader.hpp"
#include "core/imports/moodle_xml_reader.hpp"
#include "core/imports/qti_reader.hpp"
#include "core/text/plain_text.hpp"

namespace examwright {

namespace {

xml_files read_files(std::string_view parts) {
    xml_files files;
    while (!parts.empty()) {
        parts.remove_prefix(parts.front() == '\f' ? 1 : 0);
        const auto end = std::min(parts.find('\f'), parts.size());
        const auto part = parts.substr(0, end);
        const auto line = part.find('\n');
        auto root = parse_xml(without_control_characters(part.substr(std::min(line, part.size()))));
        if (root)
            files.emplace_back(std::string(part.substr(0, line)), std::move(*root));
        parts.remove_prefix(end);
    }
    return files;
}

const xml_node* find_file(const xml_files& files, std::string_view path) {
    const auto found = std::ranges::find(files, path, &xml_files::value_type::first);
    return found == files.end() ? nullptr : &found->second;
}

}  // namespace

result<question_set> read_archive(std::string_view parts) {
    const auto files = read_files(parts);
    if (files.empty())
        return invalid(
            "The archive has no questions in it: it is neither a Word document nor a QTI package.");
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

}  // namespace examwright
