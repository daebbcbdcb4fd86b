#include "core/text/formula_guard.hpp"

namespace examwright {

namespace {

/// Whether the first character that is no apostrophe begins a formula.
bool begins_formula(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first != text.npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string without_formula(std::string_view text) {
    return begins_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string with_formula(std::string_view text) {
    return std::string(text.starts_with('\'') && begins_formula(text) ? text.substr(1) : text);
}

}  // namespace examwright
