#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// Whether a property such as w:vanish is there and not switched off.
bool is_on(const xml_node* properties, std::string_view name);

/// Whether properties give a background other than white.
bool is_shaded(const xml_node* properties);

/// What a Word file's styles say about paragraphs and runs.
class docx_styles {
  public:
    docx_styles() = default;
    explicit docx_styles(const xml_node& styles);

    /// Heading, contents, references, code or list, by the style's own name, its outline level or numbering,
    /// or those of what it is based on; else prose.
    block_kind kind_of(std::string_view style) const;
    /// Whether its text is hidden.
    bool hides(std::string_view style) const;
    /// Whether it has a background.
    bool shades(std::string_view style) const;

  private:
    struct style {
        std::string name;  // lower case
        std::string parent;
        bool heading = false;
        bool list = false;
        bool hidden = false;
        bool shaded = false;
    };

    bool has(std::string_view style, bool style::*property) const;

    std::map<std::string, style, std::less<>> styles_;
};

}  // namespace examwright::extract
