#include "server/api/export_formats.hpp"

#include <utility>

#include "core/exports/csv.hpp"
#include "core/exports/docx.hpp"
#include "core/exports/gift.hpp"
#include "core/exports/html.hpp"
#include "core/exports/json.hpp"
#include "core/exports/markdown.hpp"
#include "core/exports/moodle_xml.hpp"
#include "core/exports/qti.hpp"
#include "db/anki/package.hpp"

namespace examwright {

namespace {

constexpr export_format formats[] = {
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", write_docx},
    {"gift", "text/plain; charset=utf-8", "gift", write_gift},
    {"moodle-xml", "application/xml", "xml", write_moodle_xml},
    {"qti", "application/zip", "zip", write_qti},
    {"anki", "application/octet-stream", "apkg", write_anki},
    {"csv", "text/csv; charset=utf-8", "csv", write_csv},
    {"markdown", "text/markdown; charset=utf-8", "md", write_markdown},
    {"json", "application/json", "json", write_json},
    {"html", "text/html; charset=utf-8", "html", write_html},
};

}  // namespace

exported_test exported(const generated_test_record& test, std::vector<question_record> questions) {
    exported_test model{test.id, test.title.value_or(""), {}, {}, test.updated_at};
    for (auto& question : questions) {
        model.questions.push_back(std::move(question.content));
        model.ids.push_back(std::move(question.id));
    }
    return model;
}

std::optional<export_format> find_export_format(std::string_view name) {
    for (const auto& format : formats)
        if (format.name == name)
            return format;
    return std::nullopt;
}

std::string export_format_names() {
    std::string names;
    for (const auto& format : formats)
        names.append(names.empty() ? "" : ", ").append(format.name);
    return names;
}

}  // namespace examwright
