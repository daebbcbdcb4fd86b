#include "core/imports/docx_reader.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <locale>
#include <map>
#include <optional>
#include <utility>

#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

bool starts_with_any(std::string_view text, std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* word) {
        return boost::algorithm::istarts_with(text, word, std::locale::classic());
    });
}

/// "1." "12)" "Question 3:" at the beginning: the number, which is taken off.
std::optional<int> take_number(std::string_view& text) {
    auto rest = text;
    if (starts_with_any(rest, {"question ", "frage "}))
        rest.remove_prefix(rest.find(' ') + 1);
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > 4 || digits == rest.size() ||
        std::string_view(".):-").find(rest[digits]) == std::string_view::npos)
        return std::nullopt;
    if (rest[digits] == '.' && digits + 1 < rest.size() && rest[digits + 1] >= '0' && rest[digits + 1] <= '9')
        return std::nullopt;  // "3.5"
    const int number = std::stoi(std::string(rest.substr(0, digits)));
    text = trimmed(rest.substr(digits + 1));
    return number;
}

/// "A)" "(b)" "c." at the beginning: the option's index, which is taken off.
std::optional<std::size_t> take_letter(std::string_view& text) {
    auto rest = text;
    const bool in_brackets = rest.starts_with('(');
    if (in_brackets)
        rest.remove_prefix(1);
    if (rest.size() < 2 || (rest[1] != ')' && (rest[1] != '.' || in_brackets)))
        return std::nullopt;
    const auto index = option_index(std::string(1, static_cast<char>(rest[0] & ~0x20)));
    if (index)
        text = trimmed(rest.substr(2));
    return index;
}

/// "B", "b)": a letter and nothing else.
std::optional<std::size_t> lone_letter(std::string_view text) {
    text = trimmed(text.substr(0, text.find_first_of(").: \t")));
    return text.size() == 1 ? option_index(std::string(1, static_cast<char>(text[0] & ~0x20))) : std::nullopt;
}

/// "Answer: B", "Correct answer: c)".
std::optional<std::size_t> answer_in(std::string_view text) {
    if (!starts_with_any(
            text, {"answer", "correct", "right answer", "key:", "lösung", "antwort", "respuesta", "réponse"}))
        return std::nullopt;
    const auto colon = text.find(':');
    return colon == text.npos ? std::nullopt : lone_letter(trimmed(text.substr(colon + 1)));
}

bool is_key_heading(std::string_view text) {
    return text.size() < 40 && text.find(':') == text.npos &&
           starts_with_any(text, {"answer key", "answers", "key", "solutions", "correct answers", "lösungen",
                                  "corrigé", "respuestas", "gabarito", "उत्तर कुंजी"});
}

class docx_reader {
  public:
    void add(const word_paragraph& paragraph) {
        const auto clean = without_control_characters(paragraph.text);
        const std::string_view text = trimmed(clean);
        if (text.empty())
            return;
        if (!questions_.empty() && is_key_heading(text) && paragraph.list == word_paragraph::numbering::none)
            in_key_ = true;
        else if (in_key_)
            add_to_key(text, paragraph);
        else
            add_to_questions(text, paragraph);
    }

    result<question_set> finish() {
        question_set set;
        set.title = questions_.empty() ? "" : title_;
        for (auto& each : questions_)
            add_question(set, made_of(each), {std::nullopt, "Question " + std::to_string(each.number), ""});
        return finished(std::move(set));
    }

  private:
    struct draft {
        int number = 0;
        question content;
        std::vector<bool> marked;
        std::optional<std::size_t> key;
    };

    void add_to_questions(std::string_view text, const word_paragraph& paragraph) {
        using numbering = word_paragraph::numbering;
        auto rest = text;
        const auto letter = paragraph.list == numbering::none ? take_letter(rest) : std::nullopt;
        const bool is_option = paragraph.list == numbering::letter || letter.has_value();
        const auto number =
            paragraph.list == numbering::none && !is_option ? take_number(rest) : std::nullopt;
        if (is_option && !questions_.empty())
            add_option(rest, paragraph.marked);
        else if (paragraph.list == numbering::number || number)
            begin(rest, number.value_or(static_cast<int>(questions_.size()) + 1));
        else if (questions_.empty())
            title_ = title_.empty() ? std::string(text) : title_;
        else
            add_below(text);
    }

    void begin(std::string_view stem, int number) {
        questions_.emplace_back();
        questions_.back().number = number;
        questions_.back().content.stem = stem;
    }

    void add_option(std::string_view text, bool marked) {
        auto& last = questions_.back();
        if (const bool starred = text.starts_with('*'); starred || text.ends_with('*')) {
            text = trimmed(starred ? text.substr(1) : text.substr(0, text.size() - 1));
            marked = true;
        }
        last.content.options.emplace_back(text);
        last.marked.push_back(marked);
    }

    /// A line that is neither a question nor an option.
    void add_below(std::string_view text) {
        auto& last = questions_.back();
        if (const auto key = answer_in(text))
            last.key = key;
        else if (last.content.options.empty())
            last.content.stem.append("\n").append(text);
        else if (starts_with_any(text, {"explanation:", "feedback:", "rationale:", "erläuterung:"}))
            last.content.explanation = trimmed(text.substr(text.find(':') + 1));
    }

    void add_to_key(std::string_view text, const word_paragraph& paragraph) {
        auto rest = text;
        const auto number = take_number(rest);
        const auto letter = lone_letter(rest);
        const bool in_list = paragraph.list == word_paragraph::numbering::number;
        if (!letter || (!number && !in_list))
            return;
        ++keys_;
        const int wanted = number.value_or(keys_);
        for (auto& each : questions_)
            if (each.number == wanted && !each.key)
                each.key = letter;
    }

    static result<question> made_of(draft& each) {
        if (each.content.options.empty())
            return invalid("it has no options with letters");
        if (!each.key && std::ranges::count(each.marked, true) == 1)
            each.key = static_cast<std::size_t>(std::ranges::find(each.marked, true) - each.marked.begin());
        if (!each.key)
            return invalid("its right answer is neither marked nor named");
        if (*each.key >= each.content.options.size())
            return invalid("its right answer is none of its options");
        each.content.correct = *each.key;
        return std::move(each.content);
    }

    std::string title_;
    std::vector<draft> questions_;
    bool in_key_ = false;
    int keys_ = 0;  // entries of the key
};

}  // namespace

result<question_set> read_docx(const std::vector<word_paragraph>& paragraphs) {
    docx_reader reader;
    for (const auto& paragraph : paragraphs)
        reader.add(paragraph);
    return reader.finish();
}

}  // namespace examwright
