#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright::extract {

/// A tag of HTML or XHTML, its names in lower case, its attributes' references decoded.
struct markup_tag {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    bool closing = false;       // </p>
    bool self_closing = false;  // <br/>

    /// "" where there is none.
    std::string_view attribute(std::string_view wanted) const;
    bool has(std::string_view wanted) const;
};

/// Text with its character references (&amp;, &#233;, &eacute;) decoded; unknown ones stay.
std::string decode_references(std::string_view text);

/// Calls on_tag and on_text for what stands in a page, in order and in linear time, without a tree: any
/// nesting is as good as any other. The contents of script, style and the like, comments, declarations and
/// instructions are left out. With `xhtml`, elements such as <title/> end at once.
void tokenize_markup(std::string_view page, bool xhtml, const std::function<void(const markup_tag&)>& on_tag,
                     const std::function<void(std::string_view)>& on_text);

}  // namespace examwright::extract
