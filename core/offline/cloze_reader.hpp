#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// Answers questions from passages alone, without a key: by looking the sentence up with each option in the
/// blank's place; where there is no blank or no such sentence, by the words that an option shares with the
/// sentences that are likest to the stem.
class cloze_reader {
  public:
    explicit cloze_reader(std::string_view passages);

    struct answer {
        std::size_t option = 0;  // index into options
        bool found = true;       // else it is a guess
    };
    /// options may not be empty.
    answer choose(std::string_view stem, const std::vector<std::string>& options) const;

  private:
    std::string text_;                    // one line, folded
    std::vector<std::string> sentences_;  // folded
};

}  // namespace examwright
