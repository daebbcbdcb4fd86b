#include "core/text/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::size_t longest_compared = 40;

struct letters {
    std::array<char32_t, longest_compared> values{};
    std::size_t count = 0;
};

letters letters_of(std::string_view word) {
    letters found;
    for (std::size_t i = 0; i < word.size() && found.count < longest_compared;) {
        const auto next = decode_at(word, i);
        found.values[found.count++] = next.value;
        i += next.length;
    }
    return found;
}

/// Levenshtein's distance.
std::size_t edits(const letters& left, const letters& right) {
    std::array<std::size_t, longest_compared + 1> row{};
    for (std::size_t j = 0; j <= right.count; ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= left.count; ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= right.count; ++j) {
            const auto changed = diagonal + (left.values[i - 1] == right.values[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[right.count];
}

}  // namespace

std::size_t count_characters(std::string_view text) {
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != '\f'; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    std::size_t unspaced = 0;
    bool in_word = false;
    const auto end_run = [&] {
        words += (in_word ? 1 : 0) + (unspaced + 1) / 2;
        unspaced = 0;
        in_word = false;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        i += next.length;
        if (is_space(next.value))
            end_run();
        else if (is_unspaced(next.value))
            unspaced += is_mark(next.value) ? 0 : 1;
        else if (is_letter(next.value) || is_digit(next.value))
            in_word = true;
    }
    end_run();
    return words;
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    const auto add_until = [&](std::size_t end) {
        if (end > begin)
            words.push_back(text.substr(begin, end - begin));
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        const auto after = i + next.length;
        if (next.value == ' ') {
            add_until(i);
            begin = after;
        } else if (next.length > 1 && is_unspaced(next.value)) {
            if (!is_mark(next.value))
                add_until(i), begin = i;
        } else if (begin < i && next.length == 1 && is_unspaced(decode_at(text, begin).value)) {
            add_until(i);
            begin = i;
        }
        i = after;
    }
    add_until(text.size());
    return words;
}

bool has_digit(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const auto next = decode_at(word, i);
        if (is_digit(next.value))
            return true;
        i += next.length;
    }
    return false;
}

bool nearly_same_word(std::string_view left, std::string_view right) {
    if (left == right)
        return true;
    const auto difference =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (std::min(left.size(), right.size()) < 3 || difference > 8)
        return false;
    const auto a = letters_of(left);
    const auto b = letters_of(right);
    const auto longer = std::max(a.count, b.count);
    if (longer < 4 || longer == longest_compared || has_digit(left) || has_digit(right))
        return false;
    return edits(a, b) <= (longer >= 7 ? 2u : 1u);
}

bool same_root(std::string_view left, std::string_view right) {
    if (left.size() < 4 || right.size() < 4 || left.front() != right.front())
        return false;
    const auto ends = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    auto shared = static_cast<std::size_t>(ends.first - left.begin());
    while (shared > 0 && shared < left.size() && (static_cast<unsigned char>(left[shared]) & 0xC0) == 0x80)
        --shared;
    const auto common = count_characters(left.substr(0, shared));
    const auto rest_left = count_characters(left.substr(shared));
    const auto rest_right = count_characters(right.substr(shared));
    if (std::max(rest_left, rest_right) > 3)
        return false;
    if (rest_left == 0 || rest_right == 0)
        return common >= (rest_left + rest_right <= 2 ? 4u : 5u);
    return common >= 5 && common * 3 >= (common + std::max(rest_left, rest_right)) * 2;
}

}  // namespace examwright
