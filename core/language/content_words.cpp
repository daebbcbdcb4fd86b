#include "core/language/content_words.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <unordered_set>

#include "core/language/word_lists.hpp"
#include "core/quality/rejection.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// Code points in UTF-8.
std::size_t letters_of(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

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

bool same_root(std::string_view left, std::string_view right) {
    if (left.size() < 4 || right.size() < 4 || left.front() != right.front())
        return false;
    const auto ends = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    auto shared = static_cast<std::size_t>(ends.first - left.begin());
    while (shared > 0 && shared < left.size() && (static_cast<unsigned char>(left[shared]) & 0xC0) == 0x80)
        --shared;
    const auto common = letters_of(left.substr(0, shared));
    const auto rest_left = letters_of(left.substr(shared));
    const auto rest_right = letters_of(right.substr(shared));
    if (std::max(rest_left, rest_right) > 3)
        return false;
    if (rest_left == 0 || rest_right == 0)
        return common >= (rest_left + rest_right <= 2 ? 4u : 5u);
    return common >= 5 && common * 3 >= (common + std::max(rest_left, rest_right)) * 2;
}

bool is_content_word(language spoken, std::string_view folded) {
    static const frame_vocabulary frame;
    return letters_of(folded) >= 4 && folded.find('_') == folded.npos && !is_stop_word(spoken, folded) &&
           !frame.has(spoken, folded);
}

}  // namespace examwright
