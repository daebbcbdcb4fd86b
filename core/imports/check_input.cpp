#include "core/imports/check_input.hpp"

#include <boost/json/parse.hpp>
#include <limits>
#include <string>

#include "core/claude/loose_json.hpp"
#include "core/question/item_list.hpp"
#include "core/question/question_reader.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

result<std::vector<result<question>>> read_question_items(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (trimmed(text).empty())
        return invalid("It is empty; a JSON list of questions was expected.");
    const auto values = find_json_values(text);
    if (auto items = find_item_list(values, looks_like_question))
        return read_questions(*items, std::numeric_limits<std::size_t>::max());
    for (const auto& value : values)
        if (const auto* list = value.if_array())
            return read_questions(*list, std::numeric_limits<std::size_t>::max());
    boost::system::error_code broken;
    boost::json::parse(text, broken);
    return broken ? invalid("It is no JSON: " + broken.message() + ".")
                  : invalid("It is no JSON list of questions.");
}

result<std::vector<question>> read_questions_to_check(std::string_view text) {
    auto items = read_question_items(text);
    if (!items)
        return items.error();
    std::vector<question> questions;
    questions.reserve(items->size());
    for (auto& item : *items) {
        if (!item)
            return invalid("Question " + std::to_string(questions.size() + 1) + ": " + item.error().detail +
                           ".");
        questions.push_back(std::move(*item));
    }
    return questions;
}

}  // namespace examwright
