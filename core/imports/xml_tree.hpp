#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/problem.hpp"

namespace examwright {

/// An element of an XML file, or a stretch of text, whose name is empty. Names are without their prefixes.
struct xml_node {
    std::string name;
    std::string text;  // of a text
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<xml_node> children;

    /// Empty if there is none.
    std::string_view attribute(std::string_view wanted) const;
    /// The first child of that name, or nullptr.
    const xml_node* child(std::string_view wanted) const;
    /// All text below, in order.
    std::string all_text() const;
    /// What is within it, as markup again.
    std::string inner_xml() const;
};

/// How many nodes are read of one file, or of all in one archive: many times what 500 questions have.
inline constexpr std::size_t most_xml_nodes = 500'000;

/// Reads XML 1.0 without validating. A problem for what is not well-formed, entity declarations, elements
/// nested more than 200 deep, and more than `nodes_left` nodes, from which those read are taken off. Takes
/// linear time.
result<xml_node> parse_xml(std::string_view text, std::size_t& nodes_left);
result<xml_node> parse_xml(std::string_view text);

/// Calls found(node) for each element of that name below `root`, in document order; not below a found one.
template <class Function>
void for_each_element(const xml_node& root, std::string_view name, const Function& found) {
    for (const auto& child : root.children) {
        if (child.name == name)
            found(child);
        else
            for_each_element(child, name, found);
    }
}

/// The first element of that name below `root`, or nullptr.
const xml_node* find_element(const xml_node& root, std::string_view name);

}  // namespace examwright
