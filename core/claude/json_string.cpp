#include "core/claude/json_string.hpp"

#include <charconv>
#include <optional>

#include "core/claude/latex_commands.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr char form_feed = '\f';

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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

/// How a string writes its backslashes, told before it is decoded.
struct backslash_style {
    bool single = false;   // some stand alone, as in "\alpha" or "\frac"
    bool doubled = false;  // some are escaped, as in "\\alpha"
    bool math = false;     // there is a dollar sign
    bool table = false;    // of LaTeX, whose rows end in two backslashes
};

backslash_style style_of(std::string_view raw) {
    backslash_style style;
    style.math = raw.find('$') != raw.npos;
    style.table = raw.find("begin{") != raw.npos;
    for (auto at = raw.find('\\'); at != raw.npos && at + 1 < raw.size(); at = raw.find('\\', at)) {
        const char next = raw[at + 1];
        if (next == '\\') {
            style.doubled = style.doubled || (at + 2 < raw.size() && is_ascii_letter(raw[at + 2]));
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
        if (c == '$')
            in_math_ = !in_math_;
        if (c == '\r')
            text_ += at_ < raw_.size() && raw_[at_] == '\n' ? "" : "\n";
        else
            text_ += c;
    }

    void read_escape(char next) {
        if (next == '\\')
            return read_backslashes();
        if (next == 'u' && read_code_point())
            return;
        if (is_escape_letter(next))
            return read_letter(next);
        at_ += 2;
        if (next == '(' || next == '[')
            in_math_ = true;
        if (next == ')' || next == ']')
            in_math_ = false;
        const bool plain = next == '"' || next == '/' || next == '\'' || next == '\n';
        if (!plain)
            text_ += '\\';
        text_ += next;
    }

    void read_backslashes() {
        const bool before_letter = at_ + 2 < raw_.size() && is_ascii_letter(raw_[at_ + 2]);
        at_ += 2;
        if (before_letter || !style_.single)
            text_ += '\\';
        else if (!style_.doubled)
            text_ += "\\\\";  // nothing is escaped here: the end of a row
        else
            text_ += style_.table ? unreadable_escape : '\\';
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
            text_ += replacement;
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
                    text_ += in_math_ && before_word ? unreadable_escape : '\n';
        }
    }

    /// What the letters are here, by what stands around them. ambiguous: even so.
    latex_reading read_command(std::string_view name) const {
        const auto reading = read_latex_command(name);
        if (reading != latex_reading::ambiguous)
            return reading;
        const auto behind = at_ + 1 + name.size();
        const bool goes_on =
            behind < raw_.size() && std::string_view("_^{\\").find(raw_[behind]) != raw_.npos;
        if (in_math_ || goes_on)
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
    bool in_math_ = false;
};

}  // namespace

std::string decode_json_string(std::string_view raw) {
    return string_decoder(raw).run();
}

}  // namespace examwright
