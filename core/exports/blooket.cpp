#include "core/exports/blooket.hpp"

#include "core/exports/csv_row.hpp"

namespace examwright {

namespace {

constexpr std::size_t blooket_answers = 4;

std::vector<std::string> row_of(std::size_t number, const question& question) {
    std::vector<std::string> row{std::to_string(number), on_one_line(question.stem)};
    for (std::size_t i = 0; i < blooket_answers; ++i)
        row.push_back(i < question.options.size() ? on_one_line(question.options[i]) : "");
    row.insert(row.end(), {"30", std::to_string(question.correct + 1)});
    return row;
}

}  // namespace

std::string write_blooket(const exported_test& test) {
    std::string out = csv_row({"Blooket\nImport Template", "", "", "", "", "", "", ""});
    out += csv_row({"Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3\n(Optional)",
                    "Answer 4\n(Optional)", "Time Limit (sec)\n(Max: 300 seconds)",
                    "Correct Answer(s)\n(Only include Answer #)"});
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += csv_row(row_of(i + 1, test.questions[i]));
    return out;
}

}  // namespace examwright
