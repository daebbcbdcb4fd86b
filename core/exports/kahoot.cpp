#include "core/exports/kahoot.hpp"

#include <string_view>

#include "core/exports/spreadsheet.hpp"

namespace examwright {

namespace {

constexpr std::size_t kahoot_answers = 4;
constexpr int kahoot_seconds = 30;  // one of the eight times that Kahoot knows

std::vector<spreadsheet_row> top() {
    spreadsheet_row heads{"", "Question - max 120 characters"};
    for (std::size_t i = 1; i <= kahoot_answers; ++i)
        heads.emplace_back("Answer " + std::to_string(i) + " - max 75 characters");
    heads.emplace_back("Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs");
    heads.emplace_back("Correct answer(s) - choose at least one");
    return {{},
            {"", "Quiz template"},
            {"", "Made with Examwright: one question a row."},
            {"", "Questions have 120 characters at most, answers 75."},
            {"", "The time is in seconds."},
            {"", "The last column has the number of the right answer."},
            {},
            heads};
}

spreadsheet_row row_of(int number, const question& question) {
    spreadsheet_row row{number, on_one_line(question.stem)};
    for (std::size_t i = 0; i < kahoot_answers; ++i)
        row.emplace_back(i < question.options.size() ? on_one_line(question.options[i]) : "");
    row.emplace_back(kahoot_seconds);
    row.emplace_back(static_cast<int>(question.correct) + 1);
    return row;
}

}  // namespace

std::string write_kahoot(const exported_test& test) {
    auto rows = top();
    int number = 0;
    for (const auto& question : test.questions)
        rows.push_back(row_of(++number, question));
    return write_spreadsheet("Sheet1", rows);
}

}  // namespace examwright
