#include "core/exports/brightspace.hpp"

#include "core/exports/csv_row.hpp"
#include "core/exports/safe_html.hpp"

namespace examwright {

namespace {

/// Of Brightspace's ten.
std::string level_of(difficulty level) {
    switch (level) {
        case difficulty::easy: return "2";
        case difficulty::medium: return "5";
        case difficulty::hard: return "8";
    }
    return "5";
}

std::string group(const exported_test& test, std::size_t index) {
    const auto& question = test.questions[index];
    auto rows = csv_row({"NewQuestion", "MC", "", "", ""});
    rows += csv_row({"ID", test.ids[index], "", "", ""});
    rows += csv_row({"Title", question_name(test, index), "", "", ""});
    rows += csv_row({"QuestionText", safe_html(question.stem), "HTML", "", ""});
    rows += csv_row({"Points", "1", "", "", ""});
    rows += csv_row({"Difficulty", level_of(question.level), "", "", ""});
    for (std::size_t i = 0; i < question.options.size(); ++i)
        rows += csv_row(
            {"Option", i == question.correct ? "100" : "0", safe_html(question.options[i]), "HTML", ""});
    rows += csv_row({"Hint", "", "", "", ""});
    rows += csv_row({"Feedback", safe_html(question.explanation), "HTML", "", ""});
    return rows + csv_row({"", "", "", "", ""});
}

}  // namespace

std::string write_brightspace(const exported_test& test) {
    std::string out;
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += group(test, i);
    return out;
}

}  // namespace examwright
