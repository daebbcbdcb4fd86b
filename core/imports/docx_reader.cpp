#include "core/imports/docx_reader.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "core/imports/docx_answers.hpp"
#include "core/imports/docx_lines.hpp"
#include "core/imports/source_place.hpp"
#include "core/question/option_finder.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// Without the typographic quotation marks that we put around it.
std::string_view unquoted(std::string_view text) {
    constexpr std::string_view open = "“", close = "”";
    const bool quoted =
        text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close);
    return quoted ? text.substr(open.size(), text.size() - open.size() - close.size()) : text;
}

// What stands out most, first; a sign is no mark of Word's.
constexpr unsigned signed_option = word_marks::all + 1;
constexpr unsigned ways_to_mark[] = {signed_option, word_marks::highlighted, word_marks::bold,
                                     word_marks::underlined, word_marks::coloured};

/// The one option that stands out in some way; nullopt if none does, or several.
std::optional<std::size_t> marked_option(const std::vector<unsigned>& marks) {
    for (const auto way : ways_to_mark) {
        const auto has_it = [&](unsigned each) { return (each & way) != 0; };
        if (std::ranges::count_if(marks, has_it) == 1)
            return static_cast<std::size_t>(std::ranges::find_if(marks, has_it) - marks.begin());
    }
    return std::nullopt;
}

class docx_reader {
  public:
    void add(const word_paragraph& paragraph) {
        const auto clean = without_control_characters(paragraph.text);
        const std::string_view text = trimmed(clean);
        if (text.empty())
            return;
        const bool is_in_list = paragraph.list != word_paragraph::numbering::none;
        const bool is_explanation = part_ == part::explanations && paragraph.style == "Explanation";
        if (!questions_.empty() && !is_in_list && !is_explanation && enter_part(text))
            return;
        if (paragraph.in_table && add_cell(text))
            return;
        if (part_ == part::key)
            add_to_key(text, paragraph);
        else if (part_ == part::explanations)
            add_to_explanations(text, paragraph);
        else
            add_to_questions(text, paragraph);
    }

    result<question_set> finish() {
        question_set set;
        set.title = questions_.empty() ? "" : title_;
        for (auto& each : questions_) {
            if (const auto key = key_.find(each.number); !each.key && key != key_.end())
                each.key = key->second;
            add_question(set, made_of(each), {std::nullopt, "Question " + std::to_string(each.number), ""});
        }
        return finished(std::move(set));
    }

  private:
    struct draft {
        int number = 0;
        question content;
        std::vector<unsigned> marks;  // of its options
        std::optional<std::size_t> key;
    };

    enum class part { questions, key, explanations };

    /// Whether the text is a heading, or a whole key.
    bool enter_part(std::string_view text) {
        if (is_explanation_heading(text))
            return part_ = part::explanations, true;
        const auto entries = key_entries(text);
        const bool whole_key = entries.size() > 1 || (entries.size() == 1 && answer_in(text));
        for (const auto& [number, index] : entries)
            if (whole_key)
                set_key(number, index);
        if (!whole_key && !is_key_heading(text))
            return false;
        part_ = part::key;
        return true;
    }

    void add_to_questions(std::string_view text, const word_paragraph& paragraph) {
        using numbering = word_paragraph::numbering;
        auto rest = text;
        const auto lettered = paragraph.list == numbering::none ? read_lettered(text) : std::nullopt;
        const bool is_option =
            paragraph.list == numbering::letter || (lettered && is_letter_of_option(lettered->index));
        const auto number =
            paragraph.list == numbering::none && !is_option ? take_number(rest) : std::nullopt;
        if (is_option && !questions_.empty())
            add_option(lettered ? lettered->rest : rest,
                       paragraph.marks | (lettered && lettered->starred ? signed_option : 0));
        else if (paragraph.list == numbering::number || number)
            begin(rest, number.value_or(static_cast<int>(questions_.size()) + 1));
        else if (questions_.empty())
            title_ = title_.empty() ? std::string(text) : title_;
        else
            add_below(text);
    }

    /// "K)" is one only as the next of too many options.
    bool is_letter_of_option(std::size_t index) const {
        return index < most_options ||
               (!questions_.empty() && questions_.back().content.options.size() == index);
    }

    void begin(std::string_view stem, int number) {
        by_number_.emplace(number, questions_.size());
        questions_.emplace_back();
        questions_.back().number = number;
        questions_.back().content.stem = stem;
    }

    void add_option(std::string_view text, unsigned marks) {
        auto& last = questions_.back();
        if (take_sign(text))
            marks |= signed_option;
        last.content.options.emplace_back(text);
        last.marks.push_back(marks);
    }

    /// A line that is neither a question nor an option.
    void add_below(std::string_view text) {
        auto& last = questions_.back();
        const auto explanation = explanation_in(text);
        const auto answer = answer_in(text);
        const auto key = answer ? named_option(*answer, last.content.options) : std::nullopt;
        if (key)
            last.key = key;
        else if (last.content.options.empty())
            last.content.stem.append("\n").append(text);
        else if (explanation)
            last.content.explanation = *explanation;
    }

    static std::optional<std::size_t> named_option(std::string_view answer,
                                                   const std::vector<std::string>& options) {
        const auto found = options.size() <= most_options ? find_option(answer, options) : std::nullopt;
        return found ? found : lone_letter(answer);
    }

    void add_to_key(std::string_view text, const word_paragraph& paragraph) {
        if (const auto entries = key_entries(text); !entries.empty()) {
            for (const auto& [number, index] : entries)
                set_key(number, index);
            return;
        }
        auto rest = text;
        const auto number = take_number(rest);
        if (!number && paragraph.list != word_paragraph::numbering::number)
            return;
        const int question = number.value_or(keys_ + 1);
        const auto named = named_option_of(question, rest);
        if (const auto index = named ? named : lone_letter(rest))
            set_key(question, *index);
    }

    std::optional<std::size_t> named_option_of(int number, std::string_view answer) const {
        const auto found = by_number_.find(number);
        if (found == by_number_.end())
            return std::nullopt;
        const auto& options = questions_[found->second].content.options;
        return options.size() <= most_options ? find_option(answer, options) : std::nullopt;
    }

    /// A key may be a table: numbers, and for each of them a letter beside or below it. Returns whether the
    /// cell is one of it.
    bool add_cell(std::string_view text) {
        const auto number =
            questions_.empty() || part_ == part::explanations ? std::nullopt : lone_number(text);
        if (number) {
            part_ = part::key;
            unanswered_.push_back(*number);
            return true;
        }
        if (part_ != part::key || unanswered_.empty())
            return false;
        auto index = named_option_of(unanswered_.front(), text);
        if (!index && text.size() <= 3)
            index = lone_letter(text);
        if (index) {
            set_key(unanswered_.front(), *index);
            unanswered_.pop_front();
        }
        return index.has_value();
    }

    void set_key(int number, std::size_t index) {
        ++keys_;
        key_.emplace(number, index);
    }

    /// As our own documents have them: a numbered paragraph that names the right option, below it the
    /// explanation, the quote and the page, each in a style of its own. Others write behind the number.
    void add_to_explanations(std::string_view text, const word_paragraph& paragraph) {
        auto rest = text;
        const auto number =
            paragraph.list == word_paragraph::numbering::none ? take_number(rest) : std::nullopt;
        if (paragraph.list == word_paragraph::numbering::number || number)
            explained_ = number.value_or(explained_ + 1);
        const auto found = by_number_.find(explained_);
        if (found == by_number_.end() || paragraph.style == "Answer")
            return;
        auto& content = questions_[found->second].content;
        if (paragraph.style == "Quote")
            content.source_quote = unquoted(text);
        else if (paragraph.style == "Source")
            content.source_page = page_of_place(text);
        else
            content.explanation.append(content.explanation.empty() ? "" : "\n").append(rest);
    }

    static result<question> made_of(draft& each) {
        if (each.content.options.empty())
            return invalid("it has no options with letters");
        if (!each.key)
            each.key = marked_option(each.marks);
        if (!each.key)
            return invalid("its right answer is neither marked nor named");
        if (*each.key >= each.content.options.size())
            return invalid("its right answer is none of its options");
        each.content.correct = *each.key;
        return std::move(each.content);
    }

    std::string title_;
    std::vector<draft> questions_;
    std::map<int, std::size_t> by_number_;  // the first of that number
    std::map<int, std::size_t> key_;        // option by the question's number
    part part_ = part::questions;
    int keys_ = 0;                // entries of the key
    std::deque<int> unanswered_;  // numbers in a table that is the key
    int explained_ = 0;           // the number of the question that is being explained
};

}  // namespace

result<question_set> read_docx(const std::vector<word_paragraph>& paragraphs) {
    docx_reader reader;
    for (const auto& paragraph : separate_option_lines(paragraphs))
        reader.add(paragraph);
    return reader.finish();
}

}  // namespace examwright
