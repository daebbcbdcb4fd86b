#include "core/exports/csv_row.hpp"

#include <string_view>

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

}  // namespace examwright
