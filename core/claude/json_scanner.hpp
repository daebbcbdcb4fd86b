#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/ascii.hpp"

namespace examwright {

/// Moves over JSON as models write it, and tells by what stands behind a sign what it means. A budget of
/// steps bounds the time: without any left nothing is found any more.
class json_scanner {
  protected:
    enum class place { name, member, element };

    json_scanner(std::string_view text, std::size_t steps) : text_(text), steps_(steps) {}

    static bool is_name_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }
    std::string_view first_name_at(std::size_t at);
    void skip_space();
    void skip_space_and_commas();
    std::size_t skipped_space(std::size_t at);
    std::size_t length_of_quote(std::size_t at) const;
    bool is_closing(std::string_view opener, std::string_view quote) const;
    bool closes(std::size_t behind, place where);
    bool begins_name(std::size_t at);
    bool ends_container(std::size_t at);
    bool spend(std::size_t steps = 1);
    bool at_end() const { return at_ >= text_.size(); }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t steps_;
};

}  // namespace examwright
