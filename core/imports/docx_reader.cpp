#include "core/imports/docx_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/imports/docx_answers.hpp"
#include "core/imports/docx_key.hpp"
#include "core/imports/docx_lines.hpp"
#include "core/imports/docx_question.hpp"
#include "core/imports/docx_structure.hpp"
#include "core/imports/option_letters.hpp"
#include "core/imports/source_place.hpp"
#include "core/imports/stray_texts.hpp"
#include "core/imports/text_beginning.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

using numbering = word_paragraph::numbering;

/// Without the typographic quotation marks that we put around it.
std::string_view unquoted(std::string_view text) {
    constexpr std::string_view open = "“", close = "”";
    const bool quoted =
        text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close);
    return quoted ? text.substr(open.size(), text.size() - open.size() - close.size()) : text;
}

void append_line(std::string& text, std::string_view line) {
    text.append(text.empty() || line.empty() ? "" : "\n").append(line);
}

class docx_reader {
  public:
    explicit docx_reader(const std::vector<word_paragraph>& paragraphs)
        : paragraphs_(paragraphs), structure_(paragraphs) {}

    result<question_set> read() {
        for (std::size_t at = 0; at < paragraphs_.size();) {
            if (structure_.begins_table(at) && take_key_table(at)) {
                at = structure_.end_of_table(at);
            } else {
                add(at);
                ++at;
            }
        }
        return finish();
    }

  private:
    enum class part { questions, key, explanations };

    void add(std::size_t at) {
        const auto& paragraph = paragraphs_[at];
        const auto text = trimmed(paragraph.text);
        if (text.empty()) {
            if (part_ == part::key && paragraph.list == numbering::number)
                key_.add_next("");  // Word shows its number, too
            return;
        }
        if (part_ != part::questions && structure_.begins_question(at))
            part_ = part::questions;
        const bool is_explanation = part_ == part::explanations && paragraph.style == "Explanation";
        if (!questions_.empty() && paragraph.list == numbering::none && !is_explanation &&
            enter_part(at, text))
            return;
        if (part_ == part::key)
            add_to_key(text, paragraph);
        else if (part_ == part::explanations)
            add_to_explanations(text, paragraph);
        else
            add_to_questions(text, paragraph);
    }

    /// Whether the paragraph is a heading, or a whole key.
    bool enter_part(std::size_t at, std::string_view text) {
        if (structure_.heads_explanations(at))
            return part_ = part::explanations, true;
        const auto entries = key_entries(text);
        const bool has_label = answer_in(text).has_value();
        const bool is_key =
            !entries.empty() && (has_label || (entries.size() > 1 && are_numbers_of(entries)));
        if (is_key)
            key_.add(entries);
        else if (!structure_.heads_key(at, is_answer_))
            return false;
        part_ = part::key;
        return true;
    }

    bool are_numbers_of(const std::vector<numbered_answer>& entries) const {
        return std::ranges::all_of(entries,
                                   [&](const auto& entry) { return by_number_.contains(entry.first); });
    }

    /// Under a heading any table is one; elsewhere one that answers the questions above.
    bool take_key_table(std::size_t at) {
        if (questions_.empty() || part_ == part::explanations)
            return false;
        const auto entries = structure_.key_of_table(at, is_answer_);
        const auto readable = std::ranges::count_if(
            entries, [&](const auto& entry) { return is_answer_(entry.first, entry.second); });
        const bool follows_questions = questions_.back().content.options.size() > 1 &&
                                       are_numbers_of(entries) &&
                                       2 * static_cast<std::size_t>(readable) >= entries.size();
        if (entries.empty() || (part_ == part::questions && !follows_questions))
            return false;
        key_.add(entries);
        part_ = part::key;
        return true;
    }

    void add_to_questions(std::string_view text, const word_paragraph& paragraph) {
        auto rest = text;
        auto lettered = read_lettered(text);
        if (paragraph.list != numbering::none)
            lettered.reset();
        const bool is_option =
            paragraph.list == numbering::letter || (lettered && is_letter_of_option(lettered->index));
        const auto number =
            paragraph.list == numbering::none && !is_option ? take_number(rest) : std::nullopt;
        if (is_option && is_of_another_question(lettered))
            begin_unnumbered();
        if (is_option && !questions_.empty())
            add_option(paragraph, lettered ? lettered->rest : rest, lettered && lettered->starred);
        else if (paragraph.list == numbering::number || number)
            begin(rest, number.value_or(static_cast<int>(questions_.size()) + 1));
        else if (questions_.empty())
            add_above(text);
        else
            add_below(text);
    }

    /// "K)" is one only as the next of too many options.
    bool is_letter_of_option(std::size_t index) const {
        return index < most_options ||
               (!questions_.empty() && questions_.back().content.options.size() == index);
    }

    /// Whether letters begin again, below a text or an answer.
    bool is_of_another_question(const std::optional<lettered_text>& lettered) const {
        if (questions_.empty())
            return !above_.empty() && lettered && lettered->index == 0;
        const auto& last = questions_.back();
        const bool asked = !below_.empty() && (!last.answers.empty() || below_.back().ends_with('?'));
        return !last.content.options.empty() && (lettered ? lettered->index == 0 : asked);
    }

    void begin_unnumbered() {
        std::string stem = std::exchange(above_, "");
        title_ = title_ == stem ? "" : title_;
        for (const auto& line : std::exchange(below_, {}))
            append_line(stem, line);
        questions_.emplace_back();
        questions_.back().content.stem = std::move(stem);
    }

    void begin(std::string_view stem, int number) {
        drop_below();
        by_number_.emplace(number, questions_.size());
        questions_.emplace_back();
        questions_.back().number = number;
        questions_.back().content.stem = stem;
    }

    void add_option(const word_paragraph& paragraph, std::string_view text, bool starred) {
        auto& last = questions_.back();
        for (const auto& line : std::exchange(below_, {}))  // it went on
            append_line(last.content.options.empty() ? last.content.stem : last.content.options.back(), line);
        const auto label = text.empty() ? paragraph.text.size()
                                        : static_cast<std::size_t>(text.data() - paragraph.text.data());
        const bool is_signed = take_sign(text) || starred;
        last.content.options.emplace_back(text);
        last.marks.push_back(paragraph.marks | marks_of(paragraph, label, paragraph.text.size()) |
                             (is_signed ? signed_option : 0));
        last.label_marks.push_back(marks_of(paragraph, 0, label));
    }

    /// The first line is the title. The last one may be a question without a number.
    void add_above(std::string_view text) {
        if (title_.empty())
            title_ = text;
        above_ = text;
    }

    /// A line that is neither a question nor an option.
    void add_below(std::string_view text) {
        auto& last = questions_.back();
        if (const auto answer = answer_in(text))
            return add_answer(text, *answer);
        if (last.content.options.empty())
            return append_line(last.content.stem, text);
        if (const auto explanation = explanation_in(text))
            return append_line(last.content.explanation, *explanation);
        below_.emplace_back(text);
    }

    /// The first one counts. A sentence after it explains it: "Solution: a body at rest ..."
    void add_answer(std::string_view text, std::string_view answer) {
        constexpr std::size_t most_answers = 8;
        auto& last = questions_.back();
        const auto named = named_options(answer, last.content.options);
        if (last.content.options.empty() && named.empty())
            append_line(last.content.stem, text);
        else if (const auto told = answered_options(last); told.empty() && last.answers.size() < most_answers)
            last.answers.emplace_back(answer);
        else if (named.empty())
            append_line(last.content.explanation, answer);
        else if (named != told)
            below_.emplace_back(text);
    }

    void drop_below() {
        const auto lines = std::exchange(below_, {});
        if (!lines.empty() && !questions_.empty())
            stray_.add("The text below " + name_of(questions_.back()), lines);
    }

    static std::string name_of(const word_question& read) {
        return read.number > 0 ? "Question " + std::to_string(read.number)
                               : "\"" + text_beginning(read.content.stem) + "\"";
    }

    void add_to_key(std::string_view text, const word_paragraph& paragraph) {
        if (const auto entries = key_entries(text); !entries.empty())
            return key_.add(entries);
        auto rest = text;
        if (const auto number = take_number(rest))
            key_.add({{*number, std::string(rest)}});
        else if (paragraph.list == numbering::number)
            key_.add_next(text);
        else
            stray_.add("The answer key", {std::string(text)});
    }

    /// As our own documents have them: a numbered paragraph that names the right option, below it the
    /// explanation, the quote and the page, each in a style of its own. Others write behind the number.
    void add_to_explanations(std::string_view text, const word_paragraph& paragraph) {
        auto rest = text;
        const auto number = paragraph.list == numbering::none ? take_number(rest) : std::nullopt;
        if (paragraph.list == numbering::number || number)
            explained_ = number.value_or(explained_ + 1);
        const auto found = by_number_.find(explained_);
        if (paragraph.style == "Answer")
            return;
        if (found == by_number_.end())
            return stray_.add("The explanations", {std::string(text)});
        auto& content = questions_[found->second].content;
        if (paragraph.style == "Quote")
            content.source_quote = unquoted(text);
        else if (paragraph.style == "Source")
            content.source_page = page_of_place(text);
        else
            append_line(content.explanation, rest);
    }

    result<question_set> finish() {
        drop_below();
        key_.give_to(questions_);
        question_set set;
        set.title = questions_.empty() ? "" : title_;
        for (auto& each : questions_) {
            auto name = each.number > 0 ? name_of(each) : text_beginning(each.content.stem);
            add_question(set, finished_question(std::move(each)), {std::nullopt, std::move(name), ""});
        }
        stray_.leave_out_of(set);
        return finished(std::move(set));
    }

    const std::vector<word_paragraph>& paragraphs_;
    word_structure structure_;
    answer_test is_answer_ = [this](int number, std::string_view answer) {
        const auto found = by_number_.find(number);
        return found == by_number_.end()
                   ? !named_letters(answer).empty()
                   : !named_options(answer, questions_[found->second].content.options).empty();
    };
    std::string title_;
    std::string above_;               // the last line above the first question
    std::vector<std::string> below_;  // lines that may belong to the last option
    std::vector<word_question> questions_;
    std::map<int, std::size_t> by_number_;  // the first of that number
    word_key key_;
    stray_texts stray_;
    part part_ = part::questions;
    int explained_ = 0;  // the number of the question that is being explained
};

}  // namespace

result<question_set> read_docx(const std::vector<word_paragraph>& paragraphs) {
    return docx_reader(separate_option_lines(paragraphs)).read();
}

}  // namespace examwright
