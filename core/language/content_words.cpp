#include "core/language/content_words.hpp"

#include <deque>
#include <map>
#include <string>
#include <unordered_set>

#include "core/language/word_lists.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

class frame_vocabulary {
  public:
    frame_vocabulary() {
        for (auto spoken : {language::english, language::german, language::french, language::spanish,
                            language::portuguese, language::hindi}) {
            const auto& text = texts_.emplace_back(normalized(words_of(spoken)->frame_words));
            const auto words = split_words(text);
            words_[spoken].insert(words.begin(), words.end());
        }
    }
    bool has(language spoken, std::string_view word) const {
        const auto found = words_.find(spoken);
        return found != words_.end() && found->second.count(word) > 0;
    }

  private:
    std::deque<std::string> texts_;
    std::map<language, std::unordered_set<std::string_view>> words_;
};

/// "DNA", "API": short, and yet of the subject.
bool is_initialism(std::string_view source) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < source.size(); ++letters) {
        const auto next = decode_at(source, i);
        if (!is_upper(next.value))
            return false;
        i += next.length;
    }
    return letters == 3;
}

}  // namespace

bool is_frame_word(language spoken, std::string_view folded) {
    static const frame_vocabulary frame;
    return is_stop_word(spoken, folded) || frame.has(spoken, folded);
}

bool is_content_word(language spoken, std::string_view folded) {
    return count_characters(folded) >= 4 && folded.find('_') == folded.npos && !is_frame_word(spoken, folded);
}

std::vector<content_word> content_words_of(language spoken, std::string_view text) {
    std::vector<content_word> found;
    for (std::size_t i = 0; i < text.size();) {
        const auto begin = i;
        while (i < text.size() && is_word_part(decode_at(text, i).value))
            i += decode_at(text, i).length;
        const auto source = text.substr(begin, i - begin);
        if (const auto folded = casefold(source);
            is_content_word(spoken, folded) || (is_initialism(source) && !is_frame_word(spoken, folded)))
            found.push_back({{spoken, folded}, source});
        while (i < text.size() && !is_word_part(decode_at(text, i).value))
            i += decode_at(text, i).length;
    }
    return found;
}

}  // namespace examwright
