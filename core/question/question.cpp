#include "core/question/question.hpp"

#include <boost/algorithm/string/predicate.hpp>

namespace examwright {

std::string_view to_string(difficulty level) {
    switch (level) {
        case difficulty::easy: return "easy";
        case difficulty::medium: return "medium";
        case difficulty::hard: return "hard";
    }
    return "medium";
}

std::optional<difficulty> parse_difficulty(std::string_view text) {
    for (auto level : {difficulty::easy, difficulty::medium, difficulty::hard})
        if (boost::algorithm::iequals(text, to_string(level), std::locale::classic()))
            return level;
    return std::nullopt;
}

char option_letter(std::size_t index) {
    return static_cast<char>('A' + index);
}

std::optional<std::size_t> option_index(std::string_view letter) {
    if (letter.size() != 1 || letter[0] < 'A' || letter[0] >= 'A' + static_cast<int>(most_options))
        return std::nullopt;
    return static_cast<std::size_t>(letter[0] - 'A');
}

}  // namespace examwright
