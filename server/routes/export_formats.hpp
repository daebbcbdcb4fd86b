#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/exports/exported_test.hpp"

namespace examwright {

struct export_format {
    std::string_view name;  // as the API has it: "moodle-xml"
    std::string_view media_type;
    std::string_view file_ending;  // without the dot
    std::string (*write)(const exported_test&);
};

/// Nothing, where there is no such format.
std::optional<export_format> find_export_format(std::string_view name);
/// "gift, moodle-xml, ...", for a sentence.
std::string export_format_names();

}  // namespace examwright
