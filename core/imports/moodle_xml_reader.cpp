#include "core/imports/moodle_xml_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "core/imports/moodle_text.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// What its types are to a teacher.
std::string kind_of(std::string_view type) {
    static const std::map<std::string_view, const char*> kinds{{"truefalse", "true or false"},
                                                               {"shortanswer", "a short answer"},
                                                               {"matching", "a matching question"},
                                                               {"essay", "an essay"},
                                                               {"numerical", "a numerical question"},
                                                               {"calculated", "a calculated question"},
                                                               {"calculatedmulti", "a calculated question"},
                                                               {"calculatedsimple", "a calculated question"},
                                                               {"cloze", "a text with gaps"},
                                                               {"multianswer", "a text with gaps"},
                                                               {"gapselect", "a text with gaps"},
                                                               {"ddwtos", "a drag-and-drop question"},
                                                               {"description", "a text without a question"}};
    const auto found = kinds.find(type);
    return found == kinds.end() ? "a question of the kind \"" + std::string(type) + "\"" : found->second;
}

moodle_format format_of(const xml_node& element) {
    const auto name = element.attribute("format");
    if (name == "plain_text")
        return moodle_format::plain;
    if (name == "markdown")
        return moodle_format::markdown;
    return name == "html" ? moodle_format::html : moodle_format::automatic;
}

/// <name format="html"><text>...</text></name>
std::string text_in(const xml_node& parent, std::string_view name) {
    const auto* element = parent.child(name);
    const auto* text = element ? element->child("text") : nullptr;
    return text ? moodle_text(trimmed(text->all_text()), format_of(*element)) : "";
}

weighted_choice read_answer(const xml_node& answer) {
    weighted_choice choice;
    choice.percent = std::strtod(std::string(answer.attribute("fraction")).c_str(), nullptr);
    if (const auto* text = answer.child("text"))
        choice.text = moodle_text(trimmed(text->all_text()), format_of(answer));
    choice.feedback = text_in(answer, "feedback");
    return choice;
}

/// Moodle's form has more fields for answers than a teacher fills in.
void drop_empty_choices(std::vector<weighted_choice>& choices) {
    const auto is_empty = [](const weighted_choice& choice) {
        return choice.percent <= 0 && trimmed(choice.text).empty();
    };
    const auto empty = static_cast<std::size_t>(std::ranges::count_if(choices, is_empty));
    if (choices.size() - empty >= fewest_options)
        std::erase_if(choices, is_empty);
}

result<question> read_multichoice(const xml_node& element) {
    std::vector<weighted_choice> choices;
    for (const auto& child : element.children)
        if (child.name == "answer")
            choices.push_back(read_answer(child));
    drop_empty_choices(choices);
    auto made = question_of_choices(std::move(choices), text_in(element, "generalfeedback"));
    const auto* single = element.child("single");
    const auto is_single = single ? std::string(trimmed(single->all_text())) : "true";
    if (!made && (is_single == "false" || is_single == "0"))
        return invalid("it may have several right answers");
    if (made)
        made->stem = text_in(element, "questiontext");
    return made;
}

void read_tags(const xml_node& element, question& into) {
    for_each_element(element, "tag", [&](const xml_node& tag) {
        const auto words = std::string(trimmed(tag.all_text()));
        if (const auto level = parse_difficulty(words))
            into.level = *level;
        else if (into.topic_slug.empty())
            into.topic_slug = words;
    });
}

/// "$course$/top/Week 1" -> "Week 1"
std::string category_of(const xml_node& element) {
    const auto path = text_in(element, "category");
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

result<question_set> read_moodle_xml(const xml_node& quiz) {
    question_set set;
    for (const auto& element : quiz.children) {
        if (element.name != "question")
            continue;
        const auto type = element.attribute("type");
        if (type == "category") {
            if (set.title.empty())
                set.title = category_of(element);
            continue;
        }
        auto read = type == "multichoice" ? read_multichoice(element)
                                          : result<question>(other_kind_of_question(kind_of(type)));
        if (read)
            read_tags(element, *read);
        add_question(set, std::move(read), {std::nullopt, text_in(element, "name"), ""});
    }
    return finished(std::move(set));
}

}  // namespace examwright
