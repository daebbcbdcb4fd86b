#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/chunks.hpp"

namespace examwright {

/// What a test is to be about, in its owner's words: "enzymes", "the French Revolution".
class focus {
  public:
    explicit focus(std::string_view text);

    /// Whether a text names one of its words, in whatever form ("enzyme" for "enzymes"). True for every text
    /// where the focus has no word.
    bool named_in(std::string_view text) const;

  private:
    std::vector<std::string> words_;  // folded
};

/// The chunks that name the focus, and their neighbours. All of them, where none does: the model may find it
/// in other words.
std::vector<chunk> chunks_about(const std::vector<chunk>& chunks, const document_text& document,
                                const focus& wanted);

}  // namespace examwright
