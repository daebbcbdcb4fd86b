#include "core/question/option_finder.hpp"

#include "core/question/member_names.hpp"
#include "core/question/option_reader.hpp"
#include "core/question/question_labels.hpp"
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

/// "The correct answer is B", "B is correct": the B. Empty for any other text.
std::string_view without_key_phrase(std::string_view text) {
    static constexpr std::string_view beginnings[] = {"the correct answer",
                                                      "the right answer",
                                                      "the best answer",
                                                      "the correct option",
                                                      "the correct choice",
                                                      "the answer",
                                                      "correct answer",
                                                      "correct option",
                                                      "correct choice",
                                                      "right answer",
                                                      "answer",
                                                      "correct",
                                                      "die richtige antwort",
                                                      "richtige antwort",
                                                      "richtig",
                                                      "antwort",
                                                      "la réponse correcte",
                                                      "la bonne réponse",
                                                      "réponse correcte",
                                                      "bonne réponse",
                                                      "réponse",
                                                      "la respuesta correcta",
                                                      "respuesta correcta",
                                                      "respuesta",
                                                      "a resposta correta",
                                                      "resposta correta",
                                                      "a alternativa correta",
                                                      "resposta"};
    static constexpr std::string_view links[] = {" is ", " is: ", ": ", ":", " ist ", " est ", " es ", " é "};
    static constexpr std::string_view ends[] = {" is correct", " is the correct answer", " is right",
                                                " is the right answer", " is the correct option"};
    const auto starts = [&](std::string_view words) {
        return casefold(text.substr(0, words.size())) == words;
    };
    for (const auto beginning : beginnings)
        if (starts(beginning))
            for (const auto link : links)
                if (text.substr(beginning.size()).starts_with(link))
                    return trimmed(text.substr(beginning.size() + link.size()));
    while (text.ends_with('.'))
        text.remove_suffix(1);
    for (const auto end : ends)
        if (text.ends_with(end))
            return trimmed(text.substr(0, text.size() - end.size()));
    return {};
}

/// "B, because ...", "B because ...": the B.
std::string_view without_reason(std::string_view text) {
    const auto rest = text.substr(std::min<std::size_t>(text.size(), 1));
    const bool reasons = rest.starts_with(", ") || rest.starts_with("; ") || rest.starts_with(" because ");
    return reasons ? text.substr(0, 1) : text;
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
    if (const auto said = without_key_phrase(text); !said.empty())
        return find_option(without_reason(said), options);
    const auto label = read_option_label(text);
    if (!label || label->index >= options.size())
        return std::nullopt;
    const auto words = find_words(label->rest, options);
    return !words || *words == label->index ? std::optional(label->index) : std::nullopt;
}

}  // namespace examwright
