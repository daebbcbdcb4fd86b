#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace examwright {

/// A tag, comment or declaration of HTML, as far as its text matters.
struct html_tag {
    std::string name;     // in lower case; empty for a comment or a declaration
    bool closes = false;  // "</p>"
    std::string_view attributes;
    std::size_t length = 0;  // with its brackets
};

/// Finds the tags of one text, in time linear in its length.
class html_tag_reader {
  public:
    explicit html_tag_reader(std::string_view text) : text_(text) {}

    /// The tag whose "<" stands at offset. Its length is 0 if none does: "x < y", "vector<int>".
    html_tag at(std::size_t offset);

  private:
    std::size_t end_of_tag(std::size_t offset);

    std::string_view text_;
    bool quotes_close_ = true;    // so far, each attribute's value ended
    bool brackets_close_ = true;  // so far, each "<" had its ">"
};

/// Whether it is the name of an element that pages have. Any other word in angle brackets is text.
bool is_html_name(std::string_view name);

/// The value of an attribute, without character references resolved; empty if there is none.
std::string_view attribute_of(std::string_view attributes, std::string_view name);

}  // namespace examwright
