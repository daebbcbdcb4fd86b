#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright::extract {

/// An element, or a stretch of text where the name is empty. Names carry a prefix of our own for the
/// namespaces that we know, whatever prefix the file uses: "w:p", "m:oMath", "text:span", "a:t"; else none.
struct xml_node {
    std::string_view name;  // lives as long as the program
    std::string text;       // of a text node
    std::vector<std::pair<std::string_view, std::string>> attributes;
    std::vector<xml_node> children;

    /// "" where there is no such attribute.
    std::string_view attribute(std::string_view wanted) const;
    /// nullptr where there is no such child.
    const xml_node* child(std::string_view wanted) const;
    /// The child's attribute, "" where either is missing.
    std::string_view child_attribute(std::string_view child, std::string_view attribute) const;
    /// All text below, in order.
    std::string all_text() const;
};

/// Parses XML, of mc:AlternateContent only the first choice (or the fallback where there is none). Throws a
/// failure: damaged for what is no XML, too_costly for entity declarations, elements nested more than 256
/// deep and more than 1,500,000 nodes.
xml_node parse_xml(std::string_view bytes);

/// Calls found(node) for each node of that name below `root`, in document order; not below a found one.
template <class Function>
void for_each_node(const xml_node& root, std::string_view name, const Function& found) {
    for (const auto& child : root.children) {
        if (child.name == name)
            found(child);
        else
            for_each_node(child, name, found);
    }
}

}  // namespace examwright::extract
