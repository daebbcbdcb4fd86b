#include "core/imports/qti1_item.hpp"

#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

#include "core/imports/html_to_text.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// The texts of an element's materials, one a line.
std::string material_text(const xml_node& element) {
    std::string all;
    for_each_element(element, "mattext", [&](const xml_node& text) {
        const bool is_plain = text.attribute("texttype") == "text/plain";
        const auto inner = text.all_text();
        const auto words = is_plain ? std::string(trimmed(inner)) : html_to_text(inner);
        all += (all.empty() || words.empty() ? "" : "\n") + words;
    });
    return all;
}

/// What stands above the choices.
std::string stem_of(const xml_node& presentation) {
    std::string stem;
    for (const auto& child : presentation.children) {
        if (child.name != "material" && child.name != "flow")
            continue;
        const auto words = child.name == "flow" ? stem_of(child) : material_text(child);
        stem += (stem.empty() || words.empty() ? "" : "\n") + words;
    }
    return stem;
}

double score_of(const xml_node& condition) {
    double score = 0;
    for_each_element(condition, "setvar",
                     [&](const xml_node& set) { score += std::strtod(set.all_text().c_str(), nullptr); });
    return score;
}

/// The points that each choice gives, by its identifier.
std::map<std::string, double> scores_of(const xml_node& item) {
    std::map<std::string, double> scores;
    for_each_element(item, "respcondition", [&](const xml_node& condition) {
        const auto* rule = condition.child("conditionvar");
        if (!rule || find_element(*rule, "not"))
            return;
        for_each_element(*rule, "varequal", [&](const xml_node& equal) {
            scores[std::string(trimmed(equal.all_text()))] += score_of(condition);
        });
    });
    return scores;
}

std::string explanation_of(const xml_node& item) {
    std::string all;
    for_each_element(item, "itemfeedback", [&](const xml_node& feedback) {
        const auto name = feedback.attribute("ident");
        const bool is_general = name == "general_fb" || name == "correct_fb" || name == "solution";
        const auto words = is_general ? material_text(feedback) : "";
        all += (all.empty() || words.empty() ? "" : "\n") + words;
    });
    return all;
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
    if (response->attribute("rcardinality") == "Multiple")
        return invalid("it may have several right answers");
    const auto scores = scores_of(item);
    std::vector<weighted_choice> choices;
    for_each_element(*choices_element, "response_label", [&](const xml_node& label) {
        const auto score = scores.find(std::string(label.attribute("ident")));
        const bool is_key = score != scores.end() && score->second > 0;
        choices.push_back({material_text(label), "", is_key ? 100.0 : 0.0});
    });
    auto made = question_of_choices(std::move(choices), explanation_of(item));
    if (made)
        made->stem = stem_of(*presentation);
    return made;
}

}  // namespace examwright
