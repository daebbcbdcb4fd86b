#include "core/exports/csv.hpp"

#include <string_view>
#include <vector>

namespace examwright {

namespace {

constexpr std::size_t option_columns = 5;  // rows of the old service may have five

std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

void append_row(std::string& out, const std::vector<std::string>& fields) {
    std::string_view comma;
    for (const auto& text : fields) {
        out.append(comma).append(field(text));
        comma = ",";
    }
    out += "\r\n";
}

std::vector<std::string> fields_of(std::size_t number, const question& question) {
    std::vector<std::string> fields{std::to_string(number), question.stem};
    for (std::size_t i = 0; i < option_columns; ++i)
        fields.push_back(i < question.options.size() ? question.options[i] : "");
    fields.insert(fields.end(),
                  {std::string(1, option_letter(question.correct)), question.explanation,
                   std::string(to_string(question.level)), question.topic_slug, question.source_quote,
                   question.source_page ? std::to_string(*question.source_page) : ""});
    return fields;
}

}  // namespace

std::string write_csv(const exported_test& test) {
    std::string out = "\xEF\xBB\xBF";
    append_row(out, {"number", "question", "option_a", "option_b", "option_c", "option_d", "option_e",
                     "correct_option", "explanation", "difficulty", "topic", "source_quote", "source_page"});
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        append_row(out, fields_of(i + 1, test.questions[i]));
    return out;
}

}  // namespace examwright
