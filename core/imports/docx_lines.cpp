#include "core/imports/docx_lines.hpp"

#include <algorithm>
#include <utility>

#include "core/imports/docx_answers.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

using numbering = word_paragraph::numbering;

/// A part of a paragraph, from one byte to before another.
word_paragraph part_of(const word_paragraph& whole, std::size_t from, std::size_t to) {
    word_paragraph part;
    part.text = whole.text.substr(from, to - from);
    part.style = whole.style;
    part.marks = whole.marks | marks_of(whole, from, to);
    part.cell = whole.cell;
    for (const auto& each : whole.marked)
        if (each.from < to && each.to > from)
            part.marked.push_back(
                {std::max(each.from, from) - from, std::min(each.to, to) - from, each.marks});
    return part;
}

/// Where a line's letter is written as "B)", "(B)" or "B.".
struct letter_form {
    std::string before, after;
    char first = 'A';
};

std::optional<letter_form> form_of(std::string_view line) {
    if (line.starts_with('*'))
        line = trimmed(line.substr(1));
    const bool in_brackets = line.starts_with('(');
    line.remove_prefix(in_brackets ? 1 : 0);
    if (!read_lettered(line))
        return std::nullopt;
    return letter_form{in_brackets ? "(" : "", line[1] == '.' ? ". " : ")", line[0]};
}

/// Where the next letter stands behind white space; npos if it doesn't.
std::size_t find_letter(std::string_view line, std::size_t from, const std::string& label) {
    for (auto at = line.find(label, from); at != line.npos; at = line.find(label, at + 1)) {
        const auto start = at > from && line[at - 1] == '*' ? at - 1 : at;
        if (start > from && (line[start - 1] == ' ' || line[start - 1] == '\t'))
            return start;
    }
    return line.npos;
}

/// Where each option of a line begins; one place, or none, if there are not several.
std::vector<std::size_t> options_in(std::string_view line) {
    const auto form = form_of(trimmed(line));
    if (!form)
        return {};
    std::vector<std::size_t> places{0};
    for (char letter = static_cast<char>(form->first + 1);; ++letter) {
        const auto at = find_letter(line, places.back() + 1, form->before + letter + form->after);
        if (at == line.npos)
            break;
        places.push_back(at);
    }
    const auto last = read_lettered(trimmed(line.substr(places.back())));
    if (last && last->rest.empty())
        return {0};  // "(A) and (B)" names options
    const bool parted =
        places.size() > 1 && std::ranges::all_of(places.begin() + 1, places.end(), [&](auto at) {
            return line[at - 1] == '\t' || (at > 1 && line[at - 2] == ' ');
        });
    // "A. Smith and B. Jones" is one option.
    return form->after == ")" || parted || places.size() > 2 ? places : std::vector<std::size_t>{0};
}

/// "Which? A) x B) y": where the first option begins behind its question.
std::size_t options_behind_stem(std::string_view line) {
    if (answer_in(line))
        return line.npos;
    for (const std::string label : {"A)", "a)", "(A)", "(a)"}) {
        const auto at = find_letter(line, 0, label);
        if (at != line.npos && options_in(line.substr(at)).size() > 1)
            return at;
    }
    return line.npos;
}

/// The index of the option that a paragraph begins with; for one of Word's lists any.
bool goes_on_with(const word_paragraph* next, std::size_t index) {
    if (!next)
        return false;
    const auto lettered = read_lettered(trimmed(next->text));
    return next->list == numbering::letter || (lettered && lettered->index == index);
}

class line_separator {
  public:
    void add(const word_paragraph& paragraph, const word_paragraph* next) {
        const std::string_view text = paragraph.text;
        if (paragraph.list == numbering::letter || (next && next->list == numbering::letter) ||
            !has_parts(text)) {
            separated_.push_back(paragraph);
            return;
        }
        for (std::size_t from = 0; from <= text.size();) {
            const auto end = std::min(text.find('\n', from), text.size());
            add_line(paragraph, from, end, end == text.size() ? next : nullptr);
            from = end + 1;
        }
    }

    std::vector<word_paragraph> take() { return std::move(separated_); }

  private:
    /// Whether some line of several, or a part of the only one, is an option or an answer.
    static bool has_parts(std::string_view text) {
        if (text.find('\n') == text.npos)
            return options_in(text).size() > 1 || options_behind_stem(text) != text.npos;
        std::size_t lettered = 0;
        bool answer = false;
        for (std::size_t from = 0; from < text.size();) {
            const auto end = std::min(text.find('\n', from), text.size());
            const auto line = trimmed(text.substr(from, end - from));
            lettered += read_lettered(line) ? std::max<std::size_t>(options_in(line).size(), 1) : 0;
            answer = answer || answer_in(line);
            from = end + 1;
        }
        return lettered > 1 || answer;
    }

    void add_line(const word_paragraph& paragraph, std::size_t from, std::size_t to,
                  const word_paragraph* next) {
        const auto line = std::string_view(paragraph.text).substr(from, to - from);
        const auto behind = from == 0 ? options_behind_stem(line) : line.npos;
        if (behind != line.npos && !form_of(trimmed(line))) {
            add_part(paragraph, from, from + behind);
            return add_line(paragraph, from + behind, to, next);
        }
        const auto places = options_in(line);
        const auto first = read_lettered(trimmed(line));
        const bool several = places.size() > 1 && !(first && goes_on_with(next, first->index + 1));
        for (std::size_t i = 0; several && i < places.size(); ++i)
            add_part(paragraph, from + places[i], i + 1 < places.size() ? from + places[i + 1] : to);
        if (!several)
            add_part(paragraph, from, to);
    }

    void add_part(const word_paragraph& paragraph, std::size_t from, std::size_t to) {
        auto part = part_of(paragraph, from, to);
        if (from == 0)
            part.list = paragraph.list;
        separated_.push_back(std::move(part));
    }

    std::vector<word_paragraph> separated_;
};

}  // namespace

std::vector<word_paragraph> separate_option_lines(const std::vector<word_paragraph>& paragraphs) {
    line_separator separator;
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
        separator.add(paragraphs[i], i + 1 < paragraphs.size() ? &paragraphs[i + 1] : nullptr);
    return separator.take();
}

}  // namespace examwright
