#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/imports/docx_key_table.hpp"
#include "core/imports/docx_question.hpp"

namespace examwright {

/// The key of a Word document: what it has for each number, in order. Numbers may begin again, as they do in
/// a document of several parts.
class word_key {
  public:
    void add(const std::vector<numbered_answer>& entries);
    /// The entry behind the last one, whose number stands nowhere.
    void add_next(std::string_view answer);

    /// Where several questions have a number, it must have as many entries.
    void give_to(std::vector<word_question>& questions) const;

  private:
    std::map<int, std::vector<std::string>> entries_;
    int last_ = 0;
};

}  // namespace examwright
