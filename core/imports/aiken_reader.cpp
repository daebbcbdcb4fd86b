#include "core/imports/aiken_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// "A) text" or "A. text": the text, if the letter is the next one.
std::optional<std::string_view> option_in(std::string_view line, std::size_t index) {
    const bool is_next = line.size() > 1 && upper(line[0]) == static_cast<char>('A' + index);
    if (!is_next || (line[1] != ')' && line[1] != '.') ||
        (line.size() > 2 && line[2] != ' ' && line[2] != '\t'))
        return std::nullopt;
    return trimmed(line.substr(2));
}

/// "ANSWER: B": the letter.
std::optional<char> answer_in(std::string_view line) {
    constexpr std::string_view mark = "ANSWER:";
    if (line.size() <= mark.size() || !std::ranges::equal(line.substr(0, mark.size()), mark, {}, upper))
        return std::nullopt;
    const auto letter = trimmed(line.substr(mark.size()));
    return letter.size() == 1 ? upper(letter[0]) : '?';
}

class aiken_reader {
  public:
    void add(std::string_view line, int number) {
        if (line.empty())
            return;
        if (line_ == 0)
            line_ = number;
        if (const auto letter = answer_in(line))
            return finish(*letter);
        if (const auto option = option_in(line, question_.options.size());
            option && !question_.stem.empty()) {
            question_.options.emplace_back(*option);
        } else if (question_.options.empty()) {
            question_.stem.append(question_.stem.empty() ? "" : "\n").append(line);
        } else {
            leave_out(set_, {line_, "", "it has no line ANSWER: with a letter"});
            start_again();
            add(line, number);
        }
    }

    result<question_set> finished_set() {
        if (!question_.options.empty())
            leave_out(set_, {line_, "", "it has no line ANSWER: with a letter"});
        else if (!question_.stem.empty())
            leave_out(set_, {line_, "", "it is a text without options"});
        return finished(std::move(set_));
    }

  private:
    void finish(char letter) {
        const auto index = static_cast<std::size_t>(letter - 'A');
        question_.correct = index;
        auto read = letter < 'A' || index >= question_.options.size()
                        ? result<question>(invalid("its answer is none of its options"))
                        : result<question>(std::move(question_));
        add_question(set_, std::move(read), {line_, "", ""});
        start_again();
    }

    void start_again() {
        question_ = {};
        line_ = 0;
    }

    question_set set_;
    question question_;
    int line_ = 0;  // where the question begins; 0 between two
};

/// Calls found(line, number) for each line, trimmed.
template <class Function>
void for_each_line(std::string_view text, const Function& found) {
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        found(trimmed(text.substr(0, end)), number);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
}

}  // namespace

result<question_set> read_aiken(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const auto clean = without_control_characters(text);
    aiken_reader reader;
    for_each_line(clean, [&](std::string_view line, int number) { reader.add(line, number); });
    return reader.finished_set();
}

bool looks_like_aiken(std::string_view text) {
    bool option = false, answer = false;
    for_each_line(text, [&](std::string_view line, int) {
        if (option_in(line, 0))
            option = true;
        else if (option && answer_in(line))
            answer = true;
    });
    return answer;
}

}  // namespace examwright
