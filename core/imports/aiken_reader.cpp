#include "core/imports/aiken_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool begins_with(std::string_view line, std::string_view word) {
    return std::ranges::equal(line.substr(0, word.size()), word, {}, upper);
}

/// "A) text", "A. text" or "(A) text": the text, if the letter is the next one.
std::optional<std::string_view> option_in(std::string_view line, std::size_t index) {
    const bool in_brackets = line.starts_with('(');
    line.remove_prefix(in_brackets ? 1 : 0);
    const bool is_next = line.size() > 1 && upper(line[0]) == static_cast<char>('A' + index);
    const bool has_bracket = is_next && line[1] == ')';
    const bool has_stop =
        is_next && !in_brackets && line[1] == '.' && (line.size() == 2 || line[2] == ' ' || line[2] == '\t');
    return has_bracket || has_stop ? std::optional(trimmed(line.substr(2))) : std::nullopt;
}

/// "ANSWER: B" or "Answer: (b).": the letter; of several all of them.
std::optional<std::string> answer_of_line(std::string_view line) {
    constexpr std::string_view mark = "ANSWER";
    const auto rest = trimmed(line.substr(std::min(mark.size(), line.size())));
    if (!begins_with(line, mark) || !rest.starts_with(':'))
        return std::nullopt;
    std::string letters;
    for (const char c : rest.substr(1))
        if (std::string_view(" \t().,;&").find(c) == std::string_view::npos)
            letters += upper(c);
    return letters;
}

/// "FEEDBACK: text": the text.
std::optional<std::string_view> feedback_in(std::string_view line) {
    for (const std::string_view mark : {"FEEDBACK:", "EXPLANATION:"})
        if (begins_with(line, mark))
            return trimmed(line.substr(mark.size()));
    return std::nullopt;
}

class aiken_reader {
  public:
    void add(std::string_view line, int number) {
        if (line.empty()) {
            added_ = false;
            return;
        }
        if (const auto feedback = line_ == 0 ? feedback_in(line) : std::nullopt; feedback && added_) {
            set_.questions.back().explanation = *feedback;
            return;
        }
        if (line_ == 0)
            line_ = number;
        if (const auto letters = answer_of_line(line); letters && !question_.stem.empty())
            return finish(*letters);
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
    void finish(const std::string& letters) {
        const auto count = set_.questions.size();
        add_question(set_, with_key(letters), {line_, "", ""});
        added_ = set_.questions.size() > count;
        start_again();
    }

    result<question> with_key(const std::string& letters) {
        const auto is_option = [&](char letter) {
            return letter >= 'A' && static_cast<std::size_t>(letter - 'A') < question_.options.size();
        };
        if (letters.empty() || !std::ranges::all_of(letters, is_option))
            return invalid("its answer is none of its options");
        if (letters.size() > 1)
            return invalid("it has several right answers");
        question_.correct = static_cast<std::size_t>(letters[0] - 'A');
        return std::move(question_);
    }

    void start_again() {
        question_ = {};
        line_ = 0;
    }

    question_set set_;
    question question_;
    int line_ = 0;        // where the question begins; 0 between two
    bool added_ = false;  // whether a question came in just above
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
        else if (option && answer_of_line(line))
            answer = true;
    });
    return answer;
}

}  // namespace examwright
