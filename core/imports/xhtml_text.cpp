#include "core/imports/xhtml_text.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <iterator>
#include <string_view>

#include "core/imports/html_tags.hpp"
#include "core/imports/html_to_text.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

constexpr std::string_view unshown_names[] = {"feedbackBlock",    "feedbackInline", "modalFeedback",
                                              "infoControl",      "stylesheet",     "companionMaterialsInfo",
                                              "apipAccessibility"};

bool is_shown(const xml_node& element) {
    if (element.name == "rubricBlock") {
        const auto view = element.attribute("view");
        return view.empty() || view.find("candidate") != view.npos;
    }
    return !is_among(element.name, unshown_names);
}

/// The element with nothing in it but HTML. A formula stays whole.
xml_node as_html(const xml_node& element) {
    xml_node html{element.name, element.text, element.attributes, {}};
    for (const auto& child : element.children) {
        if (child.name.empty() || child.name == "math") {
            html.children.push_back(child);
        } else if (is_shown(child)) {
            auto inner = as_html(child);
            if (is_html_name(child.name))
                html.children.push_back(std::move(inner));
            else
                std::ranges::move(inner.children, std::back_inserter(html.children));
        }
    }
    return html;
}

}  // namespace

std::string xhtml_text(const xml_node& element) {
    // XML knows no names for no-break blanks and tabs, by which html_to_text() tells those that our export
    // wrote.
    auto html = as_html(element).inner_xml();
    boost::algorithm::replace_all(html, "\u00A0\u00A0\u00A0\t", "&nbsp;&nbsp;&nbsp;&#9;");
    boost::algorithm::replace_all(html, "\u00A0", "&nbsp;");
    return html_to_text(html);
}

}  // namespace examwright
