#include "core/imports/qti2_item.hpp"

#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

#include "core/imports/source_place.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/imports/xhtml_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// The element without those below it that are left out.
template <class Predicate>
xml_node without(const xml_node& element, const Predicate& is_left_out) {
    xml_node rest;
    for (const auto& child : element.children)
        if (!is_left_out(child))
            rest.children.push_back(child.children.empty() ? child : without(child, is_left_out));
    rest.name = element.name;
    rest.attributes = element.attributes;
    return rest;
}

auto is_named(std::string_view name) {
    return [name](const xml_node& element) { return element.name == name; };
}

/// What our export says of the question's place in its document.
bool is_place(const xml_node& element) {
    return element.name == "p" && page_of_place(xhtml_text(element));
}

std::string stem_of(const xml_node& body, const xml_node& interaction) {
    auto stem = xhtml_text(without(body, is_named("choiceInteraction")));
    if (const auto* prompt = interaction.child("prompt")) {
        const auto words = xhtml_text(*prompt);
        stem += (stem.empty() || words.empty() ? "" : "\n") + words;
    }
    return stem;
}

std::string kind_of_interaction(const xml_node& body) {
    if (find_element(body, "extendedTextInteraction"))
        return "an essay";
    if (find_element(body, "textEntryInteraction"))
        return "a short answer";
    if (find_element(body, "inlineChoiceInteraction") || find_element(body, "gapMatchInteraction"))
        return "a text with gaps";
    for (const char* name : {"matchInteraction", "associateInteraction", "orderInteraction"})
        if (find_element(body, name))
            return "a matching or ordering question";
    return "no question with options";
}

/// The identifiers of the right choices; where none are named, of those that give points.
std::vector<std::string> keys_of(const xml_node& item, std::string_view response) {
    std::vector<std::string> keys;
    for_each_element(item, "responseDeclaration", [&](const xml_node& declaration) {
        if (!response.empty() && declaration.attribute("identifier") != response)
            return;
        if (const auto* right = declaration.child("correctResponse"))
            for_each_element(*right, "value",
                             [&](const xml_node& value) { keys.emplace_back(trimmed(value.all_text())); });
        if (const auto* points = declaration.child("mapping"); points && keys.empty())
            for_each_element(*points, "mapEntry", [&](const xml_node& entry) {
                if (std::strtod(std::string(entry.attribute("mappedValue")).c_str(), nullptr) > 0)
                    keys.emplace_back(entry.attribute("mapKey"));
            });
    });
    return keys;
}

std::size_t count_interactions(const xml_node& body) {
    std::size_t count = 0;
    for (const auto& child : body.children)
        count += child.name.ends_with("Interaction") ? 1 : count_interactions(child);
    return count;
}

/// What is shown for one of the choices alone.
std::string feedback_of_choice(const xml_node& item, std::string_view choice) {
    std::string text;
    for_each_element(item, "modalFeedback", [&](const xml_node& feedback) {
        if (feedback.attribute("identifier") == choice)
            text = xhtml_text(feedback);
    });
    return text;
}

/// Of the whole item, shown with the answer. A quotation in it is the source of the question, as we write it.
question read_feedback(const xml_node& item, const std::set<std::string>& choices) {
    question into;
    for_each_element(item, "modalFeedback", [&](const xml_node& feedback) {
        if (choices.contains(std::string(feedback.attribute("identifier"))))
            return;
        if (const auto* quote = find_element(feedback, "blockquote"); quote && into.source_quote.empty())
            into.source_quote = xhtml_text(*quote);
        const bool is_ours = item.attribute("toolName") == "Examwright";
        for (const auto& child : feedback.children)
            if (is_ours && is_place(child))
                into.source_page = page_of_place(xhtml_text(child));
        const auto words = xhtml_text(without(feedback, [&](const xml_node& element) {
            return element.name == "blockquote" || (is_ours && is_place(element));
        }));
        if (!words.empty())
            into.explanation += (into.explanation.empty() ? "" : "\n") + words;
    });
    return into;
}

}  // namespace

result<question> read_qti2_item(const xml_node& item) {
    const auto* body = item.child("itemBody");
    if (!body)
        return invalid("it has no text");
    const auto* interaction = find_element(*body, "choiceInteraction");
    if (!interaction)
        return other_kind_of_question(kind_of_interaction(*body));
    if (count_interactions(*body) > 1)
        return other_kind_of_question("a question with several parts");
    if (find_element(*body, "printedVariable"))
        return other_kind_of_question("a question with computed values");
    const auto keys = keys_of(item, interaction->attribute("responseIdentifier"));
    if (keys.size() > 1)
        return invalid("it has " + std::to_string(keys.size()) + " right answers");
    std::vector<weighted_choice> choices;
    std::set<std::string> identifiers;
    for_each_element(*interaction, "simpleChoice", [&](const xml_node& choice) {
        const auto identifier = choice.attribute("identifier");
        const auto* inner = find_element(choice, "feedbackInline");
        const bool is_key = !keys.empty() && identifier == keys.front();
        choices.push_back({xhtml_text(without(choice, is_named("feedbackInline"))),
                           inner ? xhtml_text(*inner) : feedback_of_choice(item, identifier),
                           is_key ? 100.0 : 0.0});
        identifiers.emplace(identifier);
    });
    auto about = read_feedback(item, identifiers);
    auto made = question_of_choices(std::move(choices), std::move(about.explanation));
    if (made) {
        made->stem = stem_of(*body, *interaction);
        made->source_quote = std::move(about.source_quote);
        made->source_page = about.source_page;
    }
    return made;
}

}  // namespace examwright
