#include "core/offline/hindi_words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/offline/cloze_text.hpp"

namespace examwright {

bool is_hindi_postposition(std::string_view folded) {
    static const std::set<std::string> words = [] {
        std::set<std::string> found;
        for (const char* word : {"का", "की", "के", "को", "में", "से", "पर", "ने", "तक"})
            found.insert(fold(word));
        return found;
    }();
    return words.contains(std::string(folded));
}

bool is_hindi_agent_sign(std::string_view folded) {
    return folded == "ने";
}

bool is_hindi_verb(std::string_view folded) {
    static const std::vector<std::string> endings = [] {
        std::vector<std::string> found;
        for (const char* ending :
             {"ता", "ती", "ते", "कर", "ना", "ने", "गया", "वाला", "वाली", "वाले", "न्हें", "न्हों"})
            found.push_back(fold(ending));
        return found;
    }();
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return folded.ends_with(ending); });
}

}  // namespace examwright
