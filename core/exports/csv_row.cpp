#include "core/exports/csv_row.hpp"

namespace examwright {

namespace {

std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

/// Whether the first character that is no apostrophe begins a formula.
bool begins_formula(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first != text.npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_row(const std::vector<std::string>& fields) {
    std::string row;
    std::string_view comma;
    for (const auto& text : fields) {
        row.append(comma).append(field(text));
        comma = ",";
    }
    return row + "\r\n";
}

std::string without_formula(std::string_view text) {
    return begins_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string with_formula(std::string_view text) {
    return std::string(text.starts_with('\'') && begins_formula(text) ? text.substr(1) : text);
}

}  // namespace examwright
