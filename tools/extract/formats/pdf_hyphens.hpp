#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace examwright::extract {

/// Joins words that were parted at the end of a line. The document itself is the dictionary: "well-" +
/// "known" keeps its hyphen where "well-known" stands elsewhere or both halves are words of the document.
class hyphen_joiner {
  public:
    /// Counts the words of a line, but the one that is parted at its end.
    void learn(std::string_view line);
    /// Appends the next line of a paragraph: a blank, nothing (within CJK) or a parted word comes between.
    void append_line(std::string& paragraph, std::string_view line) const;

  private:
    bool keeps_hyphen(std::string_view first, std::string_view second) const;
    std::size_t count(const std::string& word) const;

    std::unordered_map<std::string, std::size_t> words_;
};

}  // namespace examwright::extract
