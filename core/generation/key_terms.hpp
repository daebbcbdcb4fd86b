#pragma once

#include <string>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/generation/plan.hpp"
#include "core/language/language.hpp"

namespace examwright {

/// The terms that each group's stretch has for itself: words that come there again and again, and hardly
/// anywhere in the other groups. The most frequent first, at most 8 a group; none for a single group.
std::vector<std::vector<std::string>> key_terms_of(const std::vector<call_group>& groups,
                                                   const document_text& document, language spoken);

}  // namespace examwright
