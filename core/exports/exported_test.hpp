#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/question/question.hpp"
#include "core/timestamp.hpp"

namespace examwright {

/// A test as every export sees it: the one document model of the writers. Its texts are plain text, not
/// markup: valid UTF-8, each line break one "\n". Control characters may be in them; xml_text leaves
/// out those that XML can't hold.
struct exported_test {
    std::string id;                   // a UUID; identifiers within a file are made from it and `ids`
    std::string title;                // never empty
    std::vector<question> questions;  // in their order; four or five options each
    std::vector<std::string> ids;     // UUIDs of the questions, by their index: a reader that knows one
                                      // brings its question up to date, instead of adding another
    timestamp updated_at;             // when the test or a question of it last changed
};

/// Brings texts as they were written and stored into that form: line ends of any system, bytes that are no
/// UTF-8, blanks around a text, empty options behind the last one (rows of the old service), no title.
exported_test normalized_for_export(exported_test test);

/// What a question is called where it stands among those of other tests: "Cell biology 03". One line.
std::string question_name(const exported_test& test, std::size_t index);

}  // namespace examwright
