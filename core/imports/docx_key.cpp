#include "core/imports/docx_key.hpp"

#include <cstddef>

namespace examwright {

void word_key::add(const std::vector<numbered_answer>& entries) {
    for (const auto& [number, answer] : entries) {
        entries_[number].push_back(answer);
        last_ = number;
    }
}

void word_key::add_next(std::string_view answer) {
    add({{last_ + 1, std::string(answer)}});
}

void word_key::give_to(std::vector<word_question>& questions) const {
    std::map<int, std::vector<word_question*>> numbered;
    for (auto& each : questions)
        numbered[each.number].push_back(&each);
    for (const auto& [number, entries] : entries_) {
        const auto found = numbered.find(number);
        if (number == 0 || found == numbered.end())
            continue;
        const auto& namesakes = found->second;
        if (namesakes.size() == 1)
            namesakes.front()->keys = entries;
        for (std::size_t i = 0; namesakes.size() > 1 && i < namesakes.size(); ++i) {
            namesakes[i]->shares_key = namesakes.size() != entries.size();
            if (!namesakes[i]->shares_key)
                namesakes[i]->keys = {entries[i]};
        }
    }
}

}  // namespace examwright
