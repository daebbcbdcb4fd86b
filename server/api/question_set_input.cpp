#include "server/api/question_set_input.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <utility>

#include "core/document/page_name.hpp"
#include "core/imports/check_input.hpp"
#include "core/imports/import_format.hpp"
#include "core/question/question_limits.hpp"
#include "core/question/question_reader.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"
#include "server/api/question_input.hpp"
#include "server/http/json_body.hpp"

namespace examwright {

namespace {

result<question> read_question(const boost::json::value& item) {
    if (!item.is_object())
        return invalid("it must be an object");
    const json_body body(item.get_object());
    auto input = read_question_input(body, {});
    if (!input)
        return input.error();
    auto topic = body.optional_text("topic");
    if (!topic)
        return topic.error();
    auto& question = input->question.content;
    question.topic_slug = topic->value_or("");
    return std::move(question);
}

/// Whether an item is written as we export it, so that what is wrong in it is told and not guessed at.
bool is_our_shape(const boost::json::value& item) {
    const auto* object = item.if_object();
    const auto* options = object ? object->if_contains("options") : nullptr;
    if (!options || !options->is_object() || !object->contains("correct_option"))
        return false;
    const auto is_letter = [](const auto& option) { return option_index(option.key()).has_value(); };
    return std::all_of(options->get_object().begin(), options->get_object().end(), is_letter);
}

result<question_set> read_questions(const json_body& body) {
    const auto list = body.optional_array("questions");
    if (!list)
        return list.error();
    if (!*list)
        return invalid("questions is missing; send an exported test, or format and content");
    // What we export is read as it is; every other shape by the one reader of questions.
    const auto other_shapes = examwright::read_questions(**list, (*list)->size());
    question_set set;
    for (std::size_t i = 0; i < (*list)->size(); ++i) {
        auto question = read_question((**list)[i]);
        if (!question && other_shapes[i] && !is_our_shape((**list)[i]))
            question = other_shapes[i];
        add_question(set, std::move(question), {std::nullopt, "Question " + std::to_string(i + 1), ""});
    }
    return finished(std::move(set));
}

/// As it is exported; another name is one of those fields that an import ignores.
std::string read_page_name(const json_body& body) {
    const auto name = body.optional_text("page_name");
    return name && *name && is_page_name(**name) ? **name : "page";
}

result<std::string> read_title(const json_body& body) {
    const auto title = body.optional_text("title");
    if (!title)
        return title.error();
    std::string plain(trimmed(without_control_characters(title->value_or(""))));
    if (count_characters(plain) > longest_title)
        return invalid("title must have at most " + std::to_string(longest_title) + " characters");
    return plain;
}

result<question_set> read_exported_json(const json_body& body) {
    auto title = read_title(body);
    if (!title)
        return title.error();
    auto set = read_questions(body);
    if (set) {
        set->title = std::move(*title);
        set->page_name = read_page_name(body);
    }
    return set;
}

/// Questions in another shape than ours: a list of them, JSON lines, a list somewhere within.
result<question_set> read_other_json(const std::string& text) {
    const auto items = read_question_items(text);
    if (!items)
        return invalid("content is no exported test, and no questions are found in it");
    question_set set;
    for (std::size_t i = 0; i < items->size(); ++i)
        add_question(set, (*items)[i], {std::nullopt, "Question " + std::to_string(i + 1), ""});
    return finished(std::move(set));
}

/// Whether each line that is not empty holds JSON of its own, so that a file that breaks off is none.
bool is_json_lines(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        boost::system::error_code broken;
        boost::json::parse(line, broken);
        if (broken && !line.empty())
            return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

bool is_whole_json(std::string_view text) {
    boost::system::error_code broken;
    boost::json::parse(text, broken);
    return !broken || is_json_lines(text);
}

result<question_set> read_content(const json_body& body, const std::string& content) {
    const auto format = body.optional_text("format");
    if (!format)
        return format.error();
    const auto known = parse_import_format(format->value_or(""));
    if (!known || *known == import_format::docx)
        return invalid("format must be one of " + import_format_names() +
                       "; a Word document is sent as the field \"file\" of a form");
    if (*known != import_format::json)
        return read_question_text(*known, content);
    const auto exported = json_body::parse(content);
    bool is_export = false;
    if (exported) {
        const auto listed = exported->optional_array("questions");
        is_export = listed && *listed;
    }
    if (is_export)
        return read_exported_json(*exported);
    return read_other_json(content);
}

/// A body of ours, or a request with format and content.
result<question_set> read_json_object(const json_body& body) {
    const auto content = body.optional_text("content");
    if (!content)
        return content.error();
    const auto title = read_title(body);
    if (!title)
        return title.error();
    auto set = *content ? read_content(body, **content) : read_exported_json(body);
    if (set && !title->empty())
        set->title = *title;
    return set;
}

}  // namespace

result<question_set> read_question_file(const import_file& file) {
    const auto format = file.format.value_or(detect_import_format(file.content));
    auto set = format == import_format::json ? read_question_set(file.content)
                                             : read_question_text(format, file.content);
    if (set && !file.title.empty())
        set->title = file.title;
    return set;
}

result<question_set> read_question_set(const std::string& text) {
    const auto body = json_body::parse(text);
    auto set = body ? read_json_object(*body) : result<question_set>(body.error());
    const bool is_ours = body && (body->has("questions") || body->has("content"));
    if (set || is_ours || !is_whole_json(text))
        return set;
    auto other = read_other_json(text);
    return other ? other : set;
}

}  // namespace examwright
