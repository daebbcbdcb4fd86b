#include "core/exports/wayground.hpp"

#include "core/exports/spreadsheet.hpp"

namespace examwright {

namespace {

constexpr std::size_t options = 5;
constexpr int wayground_seconds = 30;

spreadsheet_row heads() {
    spreadsheet_row row{"Question Text", "Question Type"};
    for (std::size_t i = 1; i <= options; ++i)
        row.emplace_back("Option " + std::to_string(i));
    row.insert(row.end(), {"Correct Answer", "Time in seconds", "Image Link", "Answer explanation"});
    return row;
}

spreadsheet_row row_of(const question& question) {
    spreadsheet_row row{question.stem, "Multiple Choice"};
    for (std::size_t i = 0; i < options; ++i)
        row.emplace_back(i < question.options.size() ? question.options[i] : "");
    row.emplace_back(static_cast<int>(question.correct) + 1);
    row.emplace_back(wayground_seconds);
    row.emplace_back("");
    row.emplace_back(question.explanation);
    return row;
}

}  // namespace

std::string write_wayground(const exported_test& test) {
    std::vector<spreadsheet_row> rows{heads()};
    for (const auto& question : test.questions)
        rows.push_back(row_of(question));
    return write_spreadsheet("Sheet1", rows);
}

}  // namespace examwright
