#include "core/imports/qti2_item.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <utility>
#include <vector>

#include "core/imports/html_to_text.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// XML knows no names for no-break blanks and tabs, by which html_to_text() tells those that our export
/// wrote.
std::string shown_text(const xml_node& element) {
    auto html = element.inner_xml();
    boost::algorithm::replace_all(html, "\u00A0\u00A0\u00A0\t", "&nbsp;&nbsp;&nbsp;&#9;");
    boost::algorithm::replace_all(html, "\u00A0", "&nbsp;");
    return html_to_text(html);
}

/// The element without its children of a name.
xml_node without(const xml_node& element, std::string_view name) {
    xml_node rest;
    for (const auto& child : element.children)
        if (child.name != name)
            rest.children.push_back(child.children.empty() ? child : without(child, name));
    rest.name = element.name;
    rest.attributes = element.attributes;
    return rest;
}

std::string stem_of(const xml_node& body, const xml_node& interaction) {
    auto stem = shown_text(without(body, "choiceInteraction"));
    if (const auto* prompt = interaction.child("prompt")) {
        const auto words = shown_text(*prompt);
        stem += (stem.empty() || words.empty() ? "" : "\n") + words;
    }
    return stem;
}

std::string kind_of_interaction(const xml_node& body) {
    if (find_element(body, "extendedTextInteraction"))
        return "an essay";
    if (find_element(body, "textEntryInteraction"))
        return "a short answer";
    for (const char* name : {"matchInteraction", "associateInteraction", "orderInteraction"})
        if (find_element(body, name))
            return "a matching or ordering question";
    return "no question with options";
}

/// The identifiers of the right choices.
std::vector<std::string> keys_of(const xml_node& item) {
    std::vector<std::string> keys;
    if (const auto* right = find_element(item, "correctResponse"))
        for (const auto& value : right->children)
            if (value.name == "value")
                keys.emplace_back(trimmed(value.all_text()));
    return keys;
}

/// Of the whole item, shown with the answer. A quotation in it is the source of the question, as we write it.
question read_feedback(const xml_node& item) {
    question into;
    for_each_element(item, "modalFeedback", [&](const xml_node& feedback) {
        if (const auto* quote = find_element(feedback, "blockquote"); quote && into.source_quote.empty())
            into.source_quote = shown_text(*quote);
        const auto words = shown_text(without(feedback, "blockquote"));
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
    const auto keys = keys_of(item);
    if (keys.size() > 1)
        return invalid("it has " + std::to_string(keys.size()) + " right answers");
    std::vector<weighted_choice> choices;
    for_each_element(*interaction, "simpleChoice", [&](const xml_node& choice) {
        const auto* feedback = find_element(choice, "feedbackInline");
        const bool is_key = !keys.empty() && choice.attribute("identifier") == keys.front();
        choices.push_back({shown_text(without(choice, "feedbackInline")),
                           feedback ? shown_text(*feedback) : "", is_key ? 100.0 : 0.0});
    });
    auto about = read_feedback(item);
    auto made = question_of_choices(std::move(choices), std::move(about.explanation));
    if (made) {
        made->stem = stem_of(*body, *interaction);
        made->source_quote = std::move(about.source_quote);
    }
    return made;
}

}  // namespace examwright
