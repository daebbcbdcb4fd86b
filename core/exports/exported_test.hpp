#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/question/question.hpp"
#include "core/timestamp.hpp"

namespace examwright {

/// A test as every export sees it: the one document model of the writers. Its texts are plain text, not
/// markup: valid UTF-8, each line break one "\n", without other control characters than tabs.
struct exported_test {
    std::string id;                   // a UUID; identifiers within a file are made from it and `ids`
    std::string title;                // never empty
    std::vector<question> questions;  // in their order; two to ten options each
    std::vector<std::string> ids;     // UUIDs of the questions, by their index: a reader that knows one
                                      // brings its question up to date, instead of adding another
    timestamp updated_at;             // when the test or a question of it last changed
    std::string page_name = "page";   // what a source_page counts: "slide", "chapter" ...
};

/// Brings texts as they were written and stored into that form: line ends of any system, bytes that are not
/// UTF-8, blank lines around a text, empty options behind the last one (rows of the old service), no title.
exported_test normalized_for_export(exported_test test);

/// The text with each run of white space as one blank, for a target that has one line for it.
std::string on_one_line(std::string_view text);

/// What a question is called where it stands among those of other tests: "Cell biology 03". One line.
std::string question_name(const exported_test& test, std::size_t index);

}  // namespace examwright
