#pragma once

#include <string>
#include <string_view>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The words that an export for people puts around a test, in the test's language, or else in English.
struct export_labels {
    std::string language;  // BCP 47, "und" if it is not known
    std::string questions;
    std::string answer_key;
    std::string explanations;
    std::string answer_sheet;
    std::string name;
    std::string date;
    std::string page;             // before a number
    bool counts_minutes = false;  // and then a page is five of them
};

export_labels labels_of(const exported_test& test);

/// page_name: what the document's pages are called, "slide".
export_labels english_labels(std::string_view page_name);

/// "Page 3", "Minutes 10–15", or empty: where in the document a question stands.
std::string place_of(const question& question, const export_labels& labels);

}  // namespace examwright
