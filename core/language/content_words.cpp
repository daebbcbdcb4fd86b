#include "core/language/content_words.hpp"

#include <deque>
#include <map>
#include <string>
#include <unordered_set>

#include "core/language/word_lists.hpp"
#include "core/text/normalize.hpp"
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

}  // namespace

bool is_frame_word(language spoken, std::string_view folded) {
    static const frame_vocabulary frame;
    return is_stop_word(spoken, folded) || frame.has(spoken, folded);
}

bool is_content_word(language spoken, std::string_view folded) {
    return count_characters(folded) >= 4 && folded.find('_') == folded.npos && !is_frame_word(spoken, folded);
}

}  // namespace examwright
