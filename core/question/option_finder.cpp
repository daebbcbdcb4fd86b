#include "core/question/option_finder.hpp"

#include "core/question/member_names.hpp"
#include "core/question/option_reader.hpp"
#include "core/question/text_marks.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

std::string squeezed(std::string_view text) {
    std::string folded;
    for (std::size_t i = 0; i < text.size();) {
        const auto [value, length] = decode_at(text, i);
        if (is_space(value)) {
            if (!folded.empty() && folded.back() != ' ')
                folded += ' ';
        } else {
            append_folded(folded, value);
        }
        i += length;
    }
    while (!folded.empty() && std::string_view(" .;,:!\"'").find(folded.back()) != std::string_view::npos)
        folded.pop_back();
    return folded;
}

std::optional<std::size_t> only_match(const std::vector<std::string>& options, const auto& matches) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (matches(options[i])) {
            if (found)
                return std::nullopt;
            found = i;
        }
    return found;
}

std::optional<std::size_t> find_words(std::string_view text, const std::vector<std::string>& options) {
    if (auto exact = only_match(options, [&](const std::string& option) { return option == text; }))
        return exact;
    const auto sought = squeezed(text);
    if (sought.empty())
        return std::nullopt;
    return only_match(options, [&](const std::string& option) { return squeezed(option) == sought; });
}

}  // namespace

std::optional<std::size_t> read_option_letter(std::string_view text) {
    auto folded = folded_name(text);
    for (const std::string_view noun : {"option", "answer", "choice"})
        if (folded.size() > 1 && folded.starts_with(noun))
            folded.erase(0, noun.size());
    if (folded.size() != 1 || folded[0] < 'a' || folded[0] > 'j')
        return std::nullopt;
    return static_cast<std::size_t>(folded[0] - 'a');
}

std::optional<std::size_t> find_option(std::string_view text, const std::vector<std::string>& options) {
    text = trimmed(text);
    if (auto words = find_words(text, options))
        return words;
    if (const auto letter = read_option_letter(text))
        return *letter < options.size() ? letter : std::nullopt;
    const auto label = read_option_label(text);
    if (!label || label->index >= options.size())
        return std::nullopt;
    const auto words = find_words(label->rest, options);
    return !words || *words == label->index ? std::optional(label->index) : std::nullopt;
}

}  // namespace examwright
