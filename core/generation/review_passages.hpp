#pragma once

#include <string_view>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/generation/supporting_sentences.hpp"
#include "core/question/grounded_question.hpp"

namespace examwright {

/// What a reviewer reads to answer the questions: the passages around their quotes, and for each wrong option
/// the sentence of the document that speaks most for it, so that an option that is right elsewhere is seen.
/// Those sentences take half as much as the passages at most.
std::vector<std::string_view> review_passages(const document_text& document,
                                              const supporting_sentences& support,
                                              const std::vector<grounded_question>& questions);

}  // namespace examwright
