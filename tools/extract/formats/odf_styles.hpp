#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// What the styles of an OpenDocument file say.
class odf_styles {
  public:
    /// The styles of styles.xml, or the automatic ones of content.xml.
    void add(const xml_node& document);

    struct style {
        std::string parent;
        bool hidden = false;        // its text, or its slide
        bool break_before = false;  // a page begins
        bool break_after = false;
        bool raised = false;
        bool lowered = false;
        bool heading = false;
        bool code = false;
    };
    /// With what it inherits.
    style find(std::string_view name) const;

  private:
    void add_style(const xml_node& node);

    std::map<std::string, style, std::less<>> styles_;
};

}  // namespace examwright::extract
