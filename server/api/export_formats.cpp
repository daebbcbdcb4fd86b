#include "server/api/export_formats.hpp"

#include <boost/json/object.hpp>
#include <utility>

#include "core/exports/aiken.hpp"
#include "core/exports/blackboard.hpp"
#include "core/exports/blooket.hpp"
#include "core/exports/brightspace.hpp"
#include "core/exports/canvas.hpp"
#include "core/exports/csv.hpp"
#include "core/exports/docx.hpp"
#include "core/exports/gift.hpp"
#include "core/exports/google_forms.hpp"
#include "core/exports/html.hpp"
#include "core/exports/json.hpp"
#include "core/exports/kahoot.hpp"
#include "core/exports/latex.hpp"
#include "core/exports/markdown.hpp"
#include "core/exports/moodle_xml.hpp"
#include "core/exports/qti.hpp"
#include "core/exports/wayground.hpp"
#include "core/exports/xlsx.hpp"
#include "db/anki/package.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view text_type = "text/plain; charset=utf-8", csv_type = "text/csv; charset=utf-8";

const export_format formats[] = {
    {"docx", "Word", docx_type, "docx", "To print or edit: opens in Word, LibreOffice and Google Docs.",
     write_docx},
    {"html", "Web page to print", "text/html; charset=utf-8", "html",
     "Open it in a browser and print it: the test, an answer sheet and the key, each on pages of its own.",
     write_html},
    {"moodle-xml", "Moodle XML", "application/xml", "xml",
     "In Moodle's question bank: Import, file format \"Moodle XML format\".", write_moodle_xml},
    {"gift", "GIFT", text_type, "gift", "In Moodle's question bank: Import, file format \"GIFT format\".",
     write_gift},
    {"canvas", "Canvas", "application/zip", "zip",
     "In Canvas: course Settings, Import Course Content, \"QTI .zip file\". Brightspace, Schoology and Sakai "
     "import it too.",
     write_canvas},
    {"qti", "QTI 2.1", "application/zip", "zip",
     "For assessment systems that import IMS QTI 2.1 packages, such as TAO, Inspera and Canvas New Quizzes.",
     write_qti},
    {"blackboard", "Blackboard", text_type, "txt",
     "In Blackboard: open a test, Upload Questions, 250 at a time in Ultra. Set the points there: the "
     "questions "
     "arrive with 0 unless the course has default points.",
     write_blackboard},
    {"brightspace", "Brightspace", csv_type, "csv",
     "In Brightspace: Quizzes, Question Library, Import, Upload a File.", write_brightspace},
    {"kahoot",
     "Kahoot",
     xlsx_type,
     "xlsx",
     "In Kahoot: Create, Add question, Import, Import spreadsheet.",
     write_kahoot,
     {4, 120, 75, true}},
    {"wayground",
     "Wayground (Quizizz)",
     xlsx_type,
     "xlsx",
     "In Wayground: Create, Assessment, Import from spreadsheet.",
     write_wayground,
     {5, 0, 0, false}},
    {"blooket",
     "Blooket",
     csv_type,
     "csv",
     "In Blooket: Create, CSV Import.",
     write_blooket,
     {4, 0, 0, true}},
    {"google-forms",
     "Google Forms",
     text_type,
     "txt",
     "Open script.google.com, paste the whole text into a new project and press Run: it makes the quiz.",
     write_google_forms,
     {0, 0, 0, true}},
    {"anki", "Anki", "application/octet-stream", "apkg", "Open it with Anki: File, Import.", write_anki},
    {"aiken",
     "Aiken",
     text_type,
     "txt",
     "For Moodle and other systems that import Aiken; it has no explanations.",
     write_aiken,
     {},
     aiken_obstacle},
    {"xlsx", "Excel", xlsx_type, "xlsx",
     "A table for Excel, LibreOffice and Google Sheets: a row a question, every cell as it was written.",
     write_xlsx},
    {"csv", "CSV", csv_type, "csv",
     "A table for other programs. A text that a spreadsheet would run has an apostrophe in front.",
     write_csv},
    {"latex", "LaTeX", "application/x-tex", "tex",
     "Needs the exam class; \\printanswers in it shows the right answers. Scripts other than Latin need "
     "XeLaTeX or "
     "LuaLaTeX.",
     write_latex},
    {"markdown", "Markdown", "text/markdown; charset=utf-8", "md",
     "For notes and wikis: GitHub, Obsidian and others.", write_markdown},
    {"json", "JSON", "application/json", "json", "For programs, and to take the test to another Examwright.",
     write_json},
};

/// null in place of 0, which means no limit.
json::value limit(std::size_t most) {
    return most > 0 ? json::value(most) : json::value(nullptr);
}

}  // namespace

std::optional<std::string> export_format::obstacle(const question& question) const {
    if (own_obstacle)
        return own_obstacle(question);
    return exceeded_limit(question, limits, std::string(label));
}

exported_test exported(const generated_test_record& test, std::vector<question_record> questions,
                       std::string page_name) {
    exported_test model{test.id, test.title.value_or(""), {}, {}, test.updated_at, std::move(page_name)};
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

json::array export_formats_json() {
    json::array list;
    for (const auto& format : formats)
        list.push_back(json::object{{"format", format.name},
                                    {"name", format.label},
                                    {"file_ending", format.file_ending},
                                    {"goes_to", format.goes_to},
                                    {"most_options", limit(format.limits.most_options)},
                                    {"longest_question", limit(format.limits.longest_stem)},
                                    {"longest_option", limit(format.limits.longest_option)}});
    return list;
}

}  // namespace examwright
