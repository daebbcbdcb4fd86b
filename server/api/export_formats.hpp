#pragma once

#include <boost/json/array.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exports/exported_test.hpp"
#include "core/exports/limits.hpp"
#include "db/records.hpp"

namespace examwright {

struct export_format {
    std::string_view name;   // as the API has it: "moodle-xml"
    std::string_view label;  // as people know it: "Moodle XML"
    std::string_view media_type;
    std::string_view file_ending;  // without the dot
    std::string_view goes_to;      // a sentence for people: what to do with the file
    std::string (*write)(const exported_test&);
    export_limits limits = {};
    std::optional<std::string> (*own_obstacle)(const question&) = nullptr;  // besides the limits

    /// Returns why the question can't be told in this format, or nullopt.
    std::optional<std::string> obstacle(const question& question) const;
};

/// A test of the database as the writers see it; not normalized_for_export yet. page_name: of its document.
exported_test exported(const generated_test_record& test, std::vector<question_record> questions,
                       std::string page_name);

/// nullopt if there is no such format.
std::optional<export_format> find_export_format(std::string_view name);
/// "gift, moodle-xml, ...", for a sentence.
std::string export_format_names();
/// All formats with their limits, for the page.
boost::json::array export_formats_json();

}  // namespace examwright
