#pragma once

#include <string_view>

namespace examwright {

/// Whether a folded word stands behind a noun in Hindi: "को", "में".
bool is_hindi_postposition(std::string_view folded);

/// Whether what stands before it is who does something: "ने".
bool is_hindi_agent_sign(std::string_view folded);

/// Whether a folded word of Hindi is a verb or a pronoun by its ending: "निकलती", "बनाकर", "जिन्हें".
bool is_hindi_verb(std::string_view folded);

}  // namespace examwright
