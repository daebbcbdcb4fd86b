#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exports/exported_test.hpp"
#include "db/records.hpp"

namespace examwright {

struct export_format {
    std::string_view name;  // as the API has it: "moodle-xml"
    std::string_view media_type;
    std::string_view file_ending;  // without the dot
    std::string (*write)(const exported_test&);
};

/// A test of the database as the writers see it; not normalized_for_export yet.
exported_test exported(const generated_test_record& test, std::vector<question_record> questions);

/// Nothing, where there is no such format.
std::optional<export_format> find_export_format(std::string_view name);
/// "gift, moodle-xml, ...", for a sentence.
std::string export_format_names();

}  // namespace examwright
