#include "core/generation/listed_lines.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/document/structure_marks.hpp"
#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_ascii_digit(text[at + count]))
        ++count;
    return count;
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && digits >= "1500" && digits < "2100";
}

/// The length of a hyphen or a dash, 0 for anything else.
std::size_t dash_at(std::string_view text, std::size_t at) {
    for (const std::string_view dash : {"-", "–", "—"})
        if (text.substr(at).starts_with(dash))
            return dash.size();
    return 0;
}

/// What the numbers of a line look like.
struct number_signs {
    bool year = false;
    bool year_apart = false;  // "(2016)", "2016;"
    bool volume = false;      // "12(3)"
    bool pages = false;       // "12-34", but no span of years
    bool date = false;        // "2019-02-22", "22.02.2019"
};

number_signs number_signs_of(std::string_view line) {
    number_signs signs;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto length = digits_at(line, i);
        if (length == 0)
            continue;
        const auto number = line.substr(i, length);
        const auto end = i + length;
        const char before = i > 0 ? line[i - 1] : ' ', after = end < line.size() ? line[end] : ' ';
        if (is_year(number)) {
            signs.year = true;
            signs.year_apart = signs.year_apart || after == ';' || (before == '(' && after == ')');
        }
        if (after == '(')
            if (const auto issue = digits_at(line, end + 1);
                issue > 0 && end + 1 + issue < line.size() && line[end + 1 + issue] == ')')
                signs.volume = true;
        const auto separator = after == '.' || after == '/' ? 1 : dash_at(line, end);
        if (const auto second = separator ? digits_at(line, end + separator) : 0; second > 0) {
            const auto after_second = end + separator + second;
            const bool third = after_second + 1 < line.size() && line[after_second] == line[end] &&
                               digits_at(line, after_second + 1) > 0;
            const bool years = is_year(number) && is_year(line.substr(end + separator, second));
            signs.date = signs.date ||
                         (third && (length == 4 || second == 4 || digits_at(line, after_second + 1) == 4));
            signs.pages = signs.pages || (dash_at(line, end) > 0 && !third && !years);
            i = after_second;
            continue;
        }
        i = end;
    }
    return signs;
}

/// "12. x", "[12] x", "- x", "• x" without what comes before x.
std::string_view without_number(std::string_view line) {
    const auto bracket = line.starts_with('[') ? 1u : 0u;
    const auto length = digits_at(line, bracket);
    const auto end = bracket + length;
    if (length > 0 && length <= 3 && end < line.size() && line[end] == (bracket ? ']' : '.'))
        return trimmed(line.substr(end + 1));
    return line;
}

/// "Miller J.", "Miller, J.", "Miller JK,": a name and its initials.
bool starts_with_author(std::string_view line) {
    if (line.empty() || !is_upper(decode_at(line, 0).value))
        return false;
    std::size_t end = 0, letters = 0;
    for (; end < line.size() && (is_letter(decode_at(line, end).value) || line[end] == '-'); ++letters)
        end += decode_at(line, end).length;
    if (letters < 2 || end == line.size())
        return false;
    const bool comma = line[end] == ',';
    end += comma;
    if (end >= line.size() || line[end] != ' ')
        return false;
    std::size_t initials = 0;
    for (++end; end < line.size() && is_upper(decode_at(line, end).value); ++initials)
        end += decode_at(line, end).length;
    return initials >= 1 && initials <= 3 && end < line.size() && (line[end] == '.' || line[end] == ',');
}

bool names_a_source(std::string_view line) {
    return count_source_signs(line) > 0;
}

bool is_reference(std::string_view line, const number_signs& signs) {
    const auto entry = without_number(line);
    const bool author = starts_with_author(entry), source = names_a_source(line);
    if (signs.volume && (signs.year || signs.pages))
        return true;
    return author &&
           (signs.year_apart || signs.pages || source || (signs.year && entry.size() < line.size()));
}

/// "Version 4.9.0 (2019-02-22)", "## [2.1.0] - 2020-05-01", "v3.2", "2.4.1 2021-03-04 fixed the crash".
bool is_version(std::string_view line) {
    constexpr std::size_t most_words = 4;
    const auto first = line.find_first_not_of("#*-[ \t");
    if (first == line.npos)
        return false;
    auto rest = line.substr(first);
    const auto folded = casefold(rest.substr(0, std::min<std::size_t>(rest.size(), 12)));
    bool named = false;
    for (const std::string_view name : {"version ", "versión ", "versão ", "release ", "संस्करण ", "v"})
        if (!named && folded.starts_with(name) && name.size() < rest.size() &&
            is_ascii_digit(rest[name.size()])) {
            rest.remove_prefix(name.size());
            named = true;
        }
    std::size_t parts = 0, end = 0;
    for (auto length = digits_at(rest, 0); length > 0; length = digits_at(rest, end)) {
        ++parts;
        end += length;
        if (end == rest.size() || rest[end] != '.')
            break;
        ++end;
    }
    if (parts < 2)
        return false;
    constexpr std::size_t near = 24;  // bytes
    rest.remove_prefix(end);
    if (number_signs_of(rest.substr(0, near)).date)
        return named || parts >= 3 || first > 0;
    return count_words(rest) <= (named ? most_words : 0) && (named || parts >= 3) && !line.ends_with('.');
}

bool is_version_history(std::string_view title) {
    static constexpr std::string_view titles[] = {"changelog",
                                                  "change log",
                                                  "changes",
                                                  "version history",
                                                  "revision history",
                                                  "release history",
                                                  "release notes",
                                                  "änderungsprotokoll",
                                                  "änderungshistorie",
                                                  "versionsgeschichte",
                                                  "versionshistorie",
                                                  "historique des versions",
                                                  "journal des modifications",
                                                  "historial de versiones",
                                                  "historial de cambios",
                                                  "registro de cambios",
                                                  "histórico de versões",
                                                  "registro de alterações",
                                                  "परिवर्तन सूची",
                                                  "संस्करण इतिहास"};
    const auto begin = title.find_first_not_of("# \t0123456789.");
    auto name = begin == title.npos ? std::string_view() : title.substr(begin);
    if (name.ends_with(':'))
        name.remove_suffix(1);
    return name.size() <= 60 && std::any_of(std::begin(titles), std::end(titles),
                                            [&](auto each) { return casefold(each) == casefold(name); });
}

/// "17.2 The heart and its valves 244": an entry of a contents page without leaders.
bool is_contents_entry(std::string_view line) {
    const auto chapter = digits_at(line, 0);
    if (chapter == 0 || chapter + 1 >= line.size() || line[chapter] != '.' ||
        digits_at(line, chapter + 1) == 0)
        return false;
    const auto title = line.find_last_not_of("0123456789");
    return title + 1 < line.size() && line.size() - title <= 5 && line[title] == ' ' &&
           count_words(line) >= 3;
}

bool is_bullet(std::string_view line) {
    for (const std::string_view bullet : {"- ", "* ", "+ ", "• ", "– "})
        if (line.starts_with(bullet))
            return true;
    return false;
}

/// Whether a line below a heading of such a list may be of an entry.
bool is_like_entry(std::string_view line, const number_signs& signs) {
    return signs.year || signs.pages || is_bullet(line) || names_a_source(line) ||
           starts_with_author(without_number(line));
}

/// Goes through the lines of a document, knowing under which heading they stand.
class line_judge {
  public:
    explicit line_judge(const document_text& document) : document_(document) {}

    std::vector<text_line> run() {
        for (const auto& line : split_lines(document_.text()))
            judge(line);
        end_section(true);
        return std::move(listed_);
    }

  private:
    void judge(const text_line& line) {
        const auto text = document_.text().substr(line.begin, line.end - line.begin);
        const auto kind = document_.kind_at(line.begin);
        const bool references = kind_below(text) == block_kind::references;
        if (references || is_version_history(text) || kind == block_kind::heading || text.starts_with("# ") ||
            text.starts_with("## ")) {
            end_section(true);
            in_section_ = references || is_version_history(text);
        }
        const auto signs = number_signs_of(text);
        const bool version = is_version(text);
        after_version_ = version || (after_version_ && is_bullet(text));
        const bool listed = after_version_ || kind == block_kind::references || is_contents_entry(text) ||
                            is_reference(text, signs);
        if (listed || (in_section_ && is_like_entry(text, signs) && line.characters <= longest_entry)) {
            take_waiting();
            listed_.push_back(line);
        } else if (in_section_) {
            waiting_.push_back(line);
            if (waiting_.size() > most_waiting)
                end_section(false);
        }
    }

    void take_waiting() {
        listed_.insert(listed_.end(), waiting_.begin(), waiting_.end());
        waiting_.clear();
    }

    /// listed: what waited is still of the section.
    void end_section(bool listed) {
        if (listed)
            take_waiting();
        waiting_.clear();
        in_section_ = false;
    }

    static constexpr std::size_t longest_entry = 160;  // characters of a line; what is longer is a paragraph
    static constexpr std::size_t most_waiting = 3;     // lines in a row that are like no entry, in a section

    const document_text& document_;
    std::vector<text_line> listed_;
    std::vector<text_line> waiting_;  // of a section, not known yet to be of an entry
    bool in_section_ = false;
    bool after_version_ = false;
};

}  // namespace

std::vector<text_line> listed_lines(const document_text& document) {
    return line_judge(document).run();
}

std::size_t count_source_signs(std::string_view text) {
    static constexpr std::string_view signs[] = {"doi:", "doi.org", "http://", "https://", "ISBN", "ISSN",
                                                 "pp. ", "et al.",  "Vol. ",   "vol. ",    "eds.", "Ed. "};
    return static_cast<std::size_t>(std::count_if(std::begin(signs), std::end(signs),
                                                  [&](auto sign) { return text.find(sign) != text.npos; }));
}

}  // namespace examwright
