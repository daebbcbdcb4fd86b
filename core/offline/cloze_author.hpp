#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/question/question.hpp"

namespace examwright {

struct cloze_order {
    std::string_view material;
    int count = 1;
    difficulty level = difficulty::medium;
    std::vector<std::string> topic_slugs;
    std::string_view focus;         // only sentences that name it are asked about
    std::string_view existing;      // text that holds the stems not to be asked again, word for word
    std::string_view asked_before;  // text that holds stems to be asked again only when there are no others
};

/// Fill-in questions by rule: each stem is a sentence of the material with a term left out, each distractor
/// another term of the same kind from the material, no stem twice, source_quote the sentence. Spread over the
/// material; a sentence or a key comes again only when there are no others. Fewer than count where the
/// material carries no more. The same order always gives the same questions.
std::vector<question> write_cloze(const cloze_order& order);

}  // namespace examwright
