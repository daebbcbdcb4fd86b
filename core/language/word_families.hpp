#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/language/language.hpp"
#include "core/language/stemmer.hpp"

namespace examwright {

/// Gives the forms of a word one number, so that thousands of texts can be compared by numbers: "cells" has
/// that of "cell", "mitochondria" that of "mitochondrion".
class word_families {
  public:
    std::uint32_t of(language spoken, std::string_view folded);
    std::size_t size() const { return size_; }

  private:
    struct member {
        stemmed_word word;
        std::uint32_t family;
    };
    std::uint32_t find_or_add(language spoken, std::string_view folded);

    std::uint32_t size_ = 0;
    std::unordered_map<std::string, std::uint32_t> known_;
    std::unordered_map<std::string, std::vector<member>> by_start_;  // the first of each family
};

}  // namespace examwright
