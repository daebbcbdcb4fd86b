#include "core/claude/json_string.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/claude/latex_commands.hpp"
#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::string_view half_of_a_pair = "\uFFFD";
constexpr char form_feed = '\f';

bool is_escape_letter(char c) {
    return c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't';
}

std::string_view letters_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_ascii_letter(text[end]))
        ++end;
    return text.substr(at, end - at);
}

std::optional<unsigned> hex_unit(std::string_view text, std::size_t at) {
    if (text.size() < at + 4)
        return std::nullopt;
    unsigned unit = 0;
    const auto read = std::from_chars(text.data() + at, text.data() + at + 4, unit, 16);
    return read.ec == std::errc() && read.ptr == text.data() + at + 4 ? std::optional(unit) : std::nullopt;
}

/// Counts in and out of the tables of LaTeX, by what stands before a brace that opens.
int depth_behind_brace(int depth, std::string_view before) {
    if (before.ends_with("\\begin"))
        return depth + 1;
    return before.ends_with("\\end") && depth > 0 ? depth - 1 : depth;
}

/// Whether two backslashes are one that is escaped: before a letter, and outside of tables, whose rows end in
/// two, before the sign of a command such as "\\(" too.
bool is_escaped_backslash(std::string_view raw, std::size_t at, bool in_table) {
    const char next = at + 2 < raw.size() ? raw[at + 2] : ' ';
    return is_ascii_letter(next) ||
           (!in_table && std::string_view("()[]{},;:!|%#$&_").find(next) != std::string_view::npos);
}

/// Where the formula ends whose first character is at `begin`; `begin` itself if there is none. Formulas
/// between dollars have no blanks at their ends and no letter or digit behind, as prices and variables do.
std::size_t end_of_formula(std::string_view raw, std::size_t begin, std::string_view closer) {
    constexpr std::size_t longest_formula = 1000;
    const auto reach = raw.substr(0, std::min(raw.size(), begin + longest_formula));
    const bool dollar = closer == "$";
    if (dollar && (begin == reach.size() || raw[begin] == ' '))
        return begin;
    for (auto end = reach.find(closer, begin); end != reach.npos; end = reach.find(closer, end + 1)) {
        if (!dollar)
            return end;
        const auto inside = reach.substr(begin, end - begin);
        const bool blank = inside.ends_with(' ') || inside.ends_with("\\n") || inside.ends_with("\\t");
        const char behind = end + 1 < raw.size() ? raw[end + 1] : ' ';
        if (inside.ends_with('\\'))
            continue;  // it is escaped
        const bool goes_on = is_ascii_letter(behind) || (behind >= '0' && behind <= '9');
        return inside.empty() || blank || goes_on ? begin : end;
    }
    return begin;
}

/// How a string writes its backslashes, told before it is decoded.
struct backslash_style {
    bool single = false;   // some stand alone, as in "\alpha" or "\frac"
    bool doubled = false;  // some are escaped, as in "\\alpha"
    bool math = false;     // there is a dollar sign
    bool table = false;    // of LaTeX, whose rows end in two backslashes
    bool alone = false;    // it is one command, "\ne", and nothing else
};

backslash_style style_of(std::string_view raw) {
    backslash_style style;
    style.math = raw.find('$') != raw.npos;
    style.table = raw.find("begin{") != raw.npos;
    const auto whole = trimmed(raw);
    style.alone = whole.size() > 2 && whole[0] == '\\' && letters_at(whole, 1).size() + 1 == whole.size();
    int depth = 0;
    for (auto at = raw.find('\\'); at != raw.npos && at + 1 < raw.size(); at = raw.find('\\', at)) {
        const char next = raw[at + 1];
        const auto name_end = at + 1 + (next == '\\') + letters_at(raw, at + 1 + (next == '\\')).size();
        if (name_end < raw.size() && raw[name_end] == '{')
            depth = depth_behind_brace(depth, raw.substr(0, name_end));
        if (next == '\\') {
            style.doubled = style.doubled || is_escaped_backslash(raw, at, depth > 0);
        } else if (is_escape_letter(next)) {
            style.single =
                style.single || read_latex_command(letters_at(raw, at + 1)) == latex_reading::certain;
        } else if (next != '"' && next != '/' && next != '\'' && !(next == 'u' && hex_unit(raw, at + 2))) {
            style.single = true;
        }
        at += 2;
    }
    return style;
}

class string_decoder {
  public:
    explicit string_decoder(std::string_view raw) : raw_(raw), style_(style_of(raw)) {}

    std::string run() {
        text_.reserve(raw_.size());
        while (at_ < raw_.size()) {
            if (raw_[at_] == '\\' && at_ + 1 < raw_.size())
                read_escape(raw_[at_ + 1]);
            else
                add_character();
        }
        return std::move(text_);
    }

  private:
    void add_character() {
        const char c = raw_[at_++];
        if (c == '{')
            open_brace();
        if (c == '$' && !text_.ends_with('\\')) {
            if (at_ < raw_.size() && raw_[at_] == '$') {
                text_ += raw_[at_++];
                toggle_dollars("$$");
            } else {
                toggle_dollars("$");
            }
        }
        if (c == '\r')
            text_ += at_ < raw_.size() && raw_[at_] == '\n' ? "" : "\n";
        else
            text_ += c;
    }

    void open_brace() {
        if (raw_.substr(0, at_ - 1).ends_with("\\begin"))
            table_is_single_ = !raw_.substr(0, at_ - 1).ends_with("\\\\begin");
        table_depth_ = depth_behind_brace(table_depth_, text_);
    }

    void read_escape(char next) {
        if (next == '\\')
            return read_backslashes();
        if (next == 'u' && read_code_point())
            return;
        if (is_escape_letter(next))
            return read_letter(next);
        at_ += 2;
        open_formula(next, at_);
        const bool plain = next == '"' || next == '/' || next == '\'' || next == '\n';
        if (!plain)
            text_ += '\\';
        text_ += next;
    }

    void read_backslashes() {
        const bool escaped = is_escaped_backslash(raw_, at_, table_depth_ > 0);
        // The end of a row, escaped in a text in which other backslashes are not.
        const bool row_end = style_.single && style_.doubled && raw_.substr(at_, 4) == R"(\\\\)";
        at_ += row_end ? 4 : 2;
        if (escaped && at_ < raw_.size())
            open_formula(raw_[at_], at_ + 1);
        if (escaped || !style_.single)
            text_ += '\\';
        else if (row_end || !style_.doubled || (table_depth_ > 0 && table_is_single_))
            text_ += "\\\\";  // the end of a row, where nothing is escaped
        else
            text_ += style_.table ? unreadable_escape : '\\';
    }

    void open_formula(char opener, std::size_t begin) {
        if (begin <= formula_end_ || (opener != '(' && opener != '['))
            return;
        formula_begin_ = begin;
        formula_end_ = end_of_formula(raw_, begin, opener == '(' ? "\\)" : "\\]");
        formula_has_lines_ = opener == '[' && has_lines(begin);
    }

    void toggle_dollars(std::string_view sign) {
        in_dollars_ = !in_dollars_;
        if (formula_end_ > 0 && at_ - sign.size() <= formula_end_)
            return;
        formula_begin_ = at_;
        formula_end_ = end_of_formula(raw_, at_, sign);
        formula_has_lines_ = sign == "$$" && has_lines(at_);
    }

    /// "\[\nu = 2\n\]": a formula in lines of its own.
    bool has_lines(std::size_t begin) const {
        auto inside = raw_.substr(begin, formula_end_ - begin);
        while (inside.ends_with('\\'))  // of the sign that ends it
            inside.remove_suffix(1);
        return inside.starts_with("\\n") && inside.ends_with("\\n");
    }

    bool read_code_point() {
        const auto unit = hex_unit(raw_, at_ + 2);
        if (!unit)
            return false;
        at_ += 6;
        if (*unit < 0xD800 || *unit > 0xDFFF) {
            append_utf8(text_, *unit);
            return true;
        }
        const bool pair = *unit < 0xDC00 && raw_.substr(at_, 2) == "\\u";
        const auto low = pair ? hex_unit(raw_, at_ + 2) : std::nullopt;
        if (!low || *low < 0xDC00 || *low > 0xDFFF) {
            text_ += half_of_a_pair;
            return true;
        }
        at_ += 6;
        append_utf8(text_, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
        return true;
    }

    /// \b \f \n \r \t, or a LaTeX command that begins with one of these letters.
    void read_letter(char next) {
        const auto name = letters_at(raw_, at_ + 1);
        const auto reading = read_command(name);
        if (reading == latex_reading::certain) {
            text_ += '\\';
            text_ += name;
            at_ += 1 + name.size();
            return;
        }
        at_ += 2;
        if (reading == latex_reading::ambiguous) {
            text_ += unreadable_escape;
            return;
        }
        const bool before_word = at_ < raw_.size() && is_word_part(decode_at(raw_, at_).value);
        switch (next) {
            case 'n': text_ += '\n'; break;
            case 't': text_ += '\t'; break;
            case 'f': text_ += before_word ? form_feed : ' '; break;
            case 'b':
                if (before_word || (!text_.empty() && is_ascii_letter(text_.back())))
                    text_ += unreadable_escape;
                break;
            default:  // a carriage return
                if (raw_.substr(at_, 2) != "\\n")
                    text_ += in_dollars_ && before_word ? unreadable_escape : '\n';
        }
    }

    /// What the letters are here, by what stands around them. ambiguous: even so.
    latex_reading read_command(std::string_view name) const {
        const auto reading = read_latex_command(name);
        const bool in_formula = at_ < formula_end_;
        if (formula_has_lines_ && at_ == formula_begin_)
            return latex_reading::unknown;
        if (reading == latex_reading::unknown && name.size() > 1 && name[0] != 'n') {
            const bool alone = style_.alone && name[0] != 't';
            return in_formula || alone ? latex_reading::certain : reading;
        }
        if (reading != latex_reading::ambiguous)
            return reading;
        // No text begins with a line break, and hardly one with a tab before "an" or "au".
        const bool begins = text_.empty() && (name[0] == 'n' || name == "tan" || name == "tau");
        if (in_formula || style_.alone || begins)
            return latex_reading::certain;
        const auto behind = at_ + 1 + name.size();
        const bool goes_on =
            behind < raw_.size() && std::string_view("_^{\\").find(raw_[behind]) != raw_.npos;
        if (in_dollars_ || goes_on)
            return latex_reading::certain;
        if (style_.single || style_.doubled || style_.math)
            return latex_reading::ambiguous;
        const bool at_line_start = text_.empty() || text_.back() == '\n' || text_.back() == '\t';
        return name[0] == 't' && !at_line_start ? latex_reading::ambiguous : latex_reading::unknown;
    }

    std::string_view raw_;
    backslash_style style_;
    std::size_t at_ = 0;
    std::string text_;
    int table_depth_ = 0;
    bool table_is_single_ = false;  // its "\begin" has one backslash
    bool in_dollars_ = false;       // also where they are prices
    std::size_t formula_begin_ = 0;
    std::size_t formula_end_ = 0;  // of the one that began last
    bool formula_has_lines_ = false;
};

}  // namespace

std::string decode_json_string(std::string_view raw) {
    return string_decoder(raw).run();
}

}  // namespace examwright
