#include "core/exports/question_table.hpp"

#include <algorithm>

namespace examwright {

namespace {

constexpr std::size_t fewest_columns = 5;  // of options: other programs know the table so

std::size_t count_columns(const exported_test& test) {
    std::size_t columns = fewest_columns;
    for (const auto& question : test.questions)
        columns = std::max(columns, question.options.size());
    return columns;
}

std::vector<std::string> names(std::size_t columns) {
    std::vector<std::string> row{"number", "question"};
    for (std::size_t i = 0; i < columns; ++i)
        row.push_back(std::string("option_") + static_cast<char>('a' + i));
    row.insert(row.end(),
               {"correct_option", "explanation", "difficulty", "topic", "source_quote", "source_page"});
    return row;
}

std::vector<std::string> row_of(std::size_t number, const question& question, std::size_t columns) {
    std::vector<std::string> row{std::to_string(number), question.stem};
    for (std::size_t i = 0; i < columns; ++i)
        row.push_back(i < question.options.size() ? question.options[i] : "");
    row.insert(row.end(), {std::string(1, option_letter(question.correct)), question.explanation,
                           std::string(to_string(question.level)), question.topic_slug, question.source_quote,
                           question.source_page ? std::to_string(*question.source_page) : ""});
    return row;
}

}  // namespace

std::vector<std::vector<std::string>> question_table(const exported_test& test) {
    const auto columns = count_columns(test);
    std::vector<std::vector<std::string>> rows{names(columns)};
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        rows.push_back(row_of(i + 1, test.questions[i], columns));
    return rows;
}

}  // namespace examwright
