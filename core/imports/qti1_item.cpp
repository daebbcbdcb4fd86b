#include "core/imports/qti1_item.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "core/imports/html_to_text.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/imports/xhtml_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

void append_material(std::string& all, const std::string& words) {
    all += (all.empty() || words.empty() ? "" : "\n") + words;
}

/// HTML comes as text, or as elements (texttype "text/xhtml").
std::string text_of_material(const xml_node& material) {
    const bool has_elements =
        std::ranges::any_of(material.children, [](const xml_node& child) { return !child.name.empty(); });
    if (has_elements)
        return xhtml_text(material);
    const auto text = material.all_text();
    const bool is_plain =
        material.attribute("texttype") == "text/plain" || material.attribute("type") == "PLAIN";
    return is_plain ? std::string(trimmed(text)) : html_to_text(text);
}

/// The texts of an element's materials, one a line. mat_formattedtext is Blackboard's, matimage an image.
std::string material_text(const xml_node& element) {
    std::string all;
    for (const auto& child : element.children) {
        if (child.name == "mattext" || child.name == "mat_formattedtext") {
            append_material(all, text_of_material(child));
        } else if (child.name == "matimage") {
            const auto file = child.attribute("uri");
            append_material(all, "[image: " + std::string(file.substr(file.rfind('/') + 1)) + "]");
        } else {
            append_material(all, material_text(child));
        }
    }
    return all;
}

/// What stands above the choices.
std::string stem_of(const xml_node& presentation) {
    std::string stem;
    for (const auto& child : presentation.children) {
        if (child.name != "material" && child.name != "flow")
            continue;
        append_material(stem, child.name == "flow" ? stem_of(child) : material_text(child));
    }
    return stem;
}

double score_of(const xml_node& condition) {
    double score = 0;
    for_each_element(condition, "setvar", [&](const xml_node& set) {
        const auto text = set.all_text();
        const auto points = trimmed(text) == "SCORE.max" ? 1 : std::strtod(text.c_str(), nullptr);
        const auto action = set.attribute("action");
        if (action == "Subtract")
            score -= points;
        else if (action != "Multiply" && action != "Divide")
            score += points;
    });
    return score;
}

constexpr std::string_view general_feedback[] = {"general_fb", "correct_fb", "solution", "correct"};

bool is_general(std::string_view feedback) {
    return std::ranges::find(general_feedback, feedback) != std::end(general_feedback);
}

/// What the rules of an item give for a choice.
struct choice_outcome {
    double score = 0;
    std::string feedback;  // the identifier of what is shown for it alone
};

/// By the choice's identifier.
std::map<std::string, choice_outcome> outcomes_of(const xml_node& item) {
    std::map<std::string, choice_outcome> outcomes;
    for_each_element(item, "respcondition", [&](const xml_node& condition) {
        const auto* rule = condition.child("conditionvar");
        if (!rule || find_element(*rule, "not"))
            return;
        const auto* shown = condition.child("displayfeedback");
        const auto feedback = shown ? shown->attribute("linkrefid") : std::string_view();
        for_each_element(*rule, "varequal", [&](const xml_node& equal) {
            auto& outcome = outcomes[std::string(trimmed(equal.all_text()))];
            outcome.score += score_of(condition);
            if (!is_general(feedback) && outcome.feedback.empty())
                outcome.feedback = feedback;
        });
    });
    return outcomes;
}

/// The texts of an item's feedback, by its identifiers.
std::map<std::string, std::string> feedback_of(const xml_node& item) {
    std::map<std::string, std::string> texts;
    for_each_element(item, "itemfeedback", [&](const xml_node& feedback) {
        append_material(texts[std::string(feedback.attribute("ident"))], material_text(feedback));
    });
    return texts;
}

/// What is shown with the answer: feedback that is general, and solutions of any name.
std::string explanation_of(const xml_node& item, const std::map<std::string, std::string>& feedback) {
    std::string all;
    for (const auto name : general_feedback)
        if (const auto found = feedback.find(std::string(name)); found != feedback.end())
            append_material(all, found->second);
    for_each_element(item, "itemfeedback", [&](const xml_node& each) {
        if (!is_general(each.attribute("ident")))
            for_each_element(each, "solution", [&](const xml_node& solution) {
                append_material(all, material_text(solution));
            });
    });
    return all;
}

std::size_t count_elements(const xml_node& root, std::string_view name) {
    std::size_t count = 0;
    for_each_element(root, name, [&](const xml_node&) { ++count; });
    return count;
}

std::string kind_of_response(const xml_node& presentation) {
    return find_element(presentation, "render_fib") || find_element(presentation, "response_str")
               ? "a short answer or an essay"
               : "no question with options";
}

}  // namespace

result<question> read_qti1_item(const xml_node& item) {
    const auto* presentation = item.child("presentation");
    if (!presentation)
        return invalid("it has no text");
    const auto* response = find_element(*presentation, "response_lid");
    const auto* choices_element = response ? find_element(*response, "render_choice") : nullptr;
    if (!choices_element)
        return other_kind_of_question(kind_of_response(*presentation));
    if (count_elements(*presentation, "response_lid") > 1)
        return other_kind_of_question("a matching question or one with several parts");
    if (response->attribute("rcardinality") == "Multiple")
        return invalid("it may have several right answers");
    const auto outcomes = outcomes_of(item);
    const auto feedback = feedback_of(item);
    std::vector<weighted_choice> choices;
    for_each_element(*choices_element, "response_label", [&](const xml_node& label) {
        const auto found = outcomes.find(std::string(label.attribute("ident")));
        const auto outcome = found == outcomes.end() ? choice_outcome{} : found->second;
        const auto shown = feedback.find(outcome.feedback);
        choices.push_back({material_text(label), shown == feedback.end() ? "" : shown->second,
                           outcome.score > 0 ? 100.0 : 0.0});
    });
    auto made = question_of_choices(std::move(choices), explanation_of(item, feedback));
    if (made)
        made->stem = stem_of(*presentation);
    return made;
}

}  // namespace examwright
