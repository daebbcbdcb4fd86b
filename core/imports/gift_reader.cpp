#include "core/imports/gift_reader.hpp"

#include <optional>
#include <utility>

#include "core/imports/gift_blocks.hpp"
#include "core/question/question_limits.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// A block's parts, as they stand in the file.
struct parts {
    std::string_view stem;     // before the braces
    std::string_view answers;  // within them
    std::string_view rest;     // behind them
};

result<parts> parts_of(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("::")) {
        const auto end = find_gift(text, "::", 2);
        if (end == text.npos)
            return invalid("its name has no :: at its end");
        text = text.substr(end + 2);
    }
    const auto open = find_gift(text, "{");
    if (open == text.npos)
        return invalid("it has no answers in braces");
    const auto close = find_gift(text, "}", open + 1);
    if (close == text.npos)
        return invalid("its braces are not closed; a blank line ends a question");
    const parts found{text.substr(0, open), trimmed(text.substr(open + 1, close - open - 1)),
                      trimmed(text.substr(close + 1))};
    if (find_gift(found.answers, "{") != text.npos || find_gift(found.rest, "{") != text.npos ||
        find_gift(found.rest, "}") != text.npos)
        return invalid("it has a brace too many; one that belongs to a text needs a backslash in front");
    return found;
}

/// The words of a text, which may begin with its format.
result<std::string> read_text(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view format : {"[html]", "[markdown]"})
        if (text.starts_with(format))
            return invalid("its text is " + std::string(format) + "; only plain text can be imported");
    for (const std::string_view format : {"[plain]", "[moodle]"})
        if (text.starts_with(format)) {
            text.remove_prefix(format.size());
            break;
        }
    return gift_text(text);
}

/// What kind of question the answers make, if not the one that can be read.
std::optional<std::string> other_kind(std::string_view answers) {
    if (answers.empty() || answers.starts_with("####"))
        return "an essay";
    if (answers.starts_with("#"))
        return "a numerical question";
    if (find_gift(answers, "~") != answers.npos)
        return std::nullopt;
    if (find_gift(answers, "=") != answers.npos)
        return answers.find("->") == answers.npos ? "a short answer" : "a matching question";
    return "true or false, or a short answer";
}

struct choice {
    std::string text;
    std::string feedback;
    bool correct = false;
};

result<choice> read_choice(std::string_view answer) {
    choice read;
    read.correct = answer.front() == '=';
    answer.remove_prefix(1);
    if (trimmed(answer).starts_with('%'))
        return invalid("it weighs its options; only one right answer can be imported");
    const auto mark = find_gift(answer, "#");
    auto text = read_text(answer.substr(0, mark));
    if (!text)
        return text.error();
    read.text = std::move(*text);
    if (mark == answer.npos)
        return read;
    auto feedback = read_text(answer.substr(mark + 1));
    if (!feedback)
        return feedback.error();
    read.feedback = std::move(*feedback);
    return read;
}

/// The options with their key, and the explanation.
std::optional<problem> read_answers(std::string_view answers, question& into) {
    const auto general = find_gift(answers, "####");
    if (general != answers.npos) {
        auto explanation = read_text(answers.substr(general + 4));
        if (!explanation)
            return explanation.error();
        into.explanation = std::move(*explanation);
        answers = answers.substr(0, general);
    }
    int keys = 0;
    for (auto at = find_gift_mark(answers, "~=", 0); at != answers.npos;) {
        const auto end = find_gift_mark(answers, "~=", at + 1);
        auto read = read_choice(answers.substr(at, end == answers.npos ? end : end - at));
        if (!read)
            return read.error();
        if (read->correct) {
            into.correct = into.options.size();
            ++keys;
        }
        if (!read->feedback.empty())
            into.explanation += (into.explanation.empty() ? "" : "\n") + read->text + ": " + read->feedback;
        into.options.push_back(std::move(read->text));
        at = end;
    }
    if (keys != 1)
        return invalid("it has " + std::to_string(keys) + " right answers (=); it must have one");
    return std::nullopt;
}

void read_tags(const std::vector<std::string>& tags, question& into) {
    for (const auto& tag : tags) {
        if (const auto level = parse_difficulty(tag))
            into.level = *level;
        else if (into.topic_slug.empty())
            into.topic_slug = tag;
    }
}

result<question> read_question(const gift_block& block) {
    const auto found = parts_of(block.text);
    if (!found)
        return found.error();
    if (const auto kind = other_kind(found->answers))
        return invalid("it is " + *kind + "; only multiple choice with one right answer can be imported");
    question question;
    auto stem = read_text(found->stem);
    if (!stem)
        return stem.error();
    question.stem = std::move(*stem);
    if (!found->rest.empty())  // the braces stand where a word is missing
        question.stem = trimmed(question.stem + " _____ " + gift_text(found->rest));
    if (const auto bad = read_answers(found->answers, question))
        return *bad;
    if (const auto bad = problem_of_question(question))
        return *bad;
    read_tags(block.tags, question);
    return question;
}

}  // namespace

result<question_set> read_gift(std::string_view text) {
    question_set set;
    set.title = gift_title(text);
    const auto blocks = split_gift(text);
    if (const auto bad = problem_of_count(blocks.size()))
        return *bad;
    for (const auto& block : blocks) {
        auto question = read_question(block);
        if (!question)
            return invalid("Question " + std::to_string(set.questions.size() + 1) + ", line " +
                           std::to_string(block.line) + ": " + question.error().detail + ".");
        set.questions.push_back(std::move(*question));
    }
    return set;
}

}  // namespace examwright
