#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/imports/question_set.hpp"

namespace examwright {

/// The texts of a document that belong to no question, so that none is dropped in silence.
class stray_texts {
  public:
    /// place: "The answer key", "The text below Question 2". Lines of one place that follow one another
    /// become one note.
    void add(const std::string& place, const std::vector<std::string>& lines);

    void leave_out_of(question_set& set) const;

  private:
    struct note {
        std::string place, first;
        std::size_t lines = 0;
    };

    std::vector<note> notes_;
    std::size_t unlisted_ = 0;  // lines beyond what is worth listing
};

}  // namespace examwright
