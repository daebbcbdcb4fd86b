#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/document/passages.hpp"
#include "core/language/language.hpp"

namespace examwright {

/// Finds the sentence of a document that says most of what a statement says. Built once: it reads the whole
/// document.
class supporting_sentences {
  public:
    explicit supporting_sentences(const document_text& document);

    /// The sentence that holds most of the words of `claim`, all of them if they are one or two, and most of
    /// the words of `context`, one at least, in any form. Stop words don't count. An empty passage if there
    /// is none.
    passage find(std::string_view claim, std::string_view context) const;

  private:
    std::vector<std::uint32_t> words_of(std::string_view text) const;

    language spoken_;
    std::vector<passage> sentences_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> words_;  // hash of its stem and sentence, sorted
};

}  // namespace examwright
