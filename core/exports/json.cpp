#include "core/exports/json.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace examwright {

namespace json = boost::json;

namespace {

json::object question_json(const question& question) {
    json::object options;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        options[std::string(1, option_letter(i))] = question.options[i];
    return {{"question", question.stem},
            {"options", std::move(options)},
            {"correct_option", std::string(1, option_letter(question.correct))},
            {"explanation", question.explanation},
            {"difficulty", to_string(question.level)},
            {"topic", question.topic_slug},
            {"source_quote", question.source_quote},
            {"source_page", question.source_page ? json::value(*question.source_page) : nullptr}};
}

}  // namespace

std::string write_json(const exported_test& test) {
    std::string out = "{\"title\":" + json::serialize(json::string(test.title)) + ",\n";
    if (test.page_name != "page")
        out += "\"page_name\":" + json::serialize(json::string(test.page_name)) + ",\n";
    out += "\"questions\":[";
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += (i == 0 ? "\n" : ",\n") + json::serialize(question_json(test.questions[i]));
    return out + "\n]}\n";
}

}  // namespace examwright
