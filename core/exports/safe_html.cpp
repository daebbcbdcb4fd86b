#include "core/exports/safe_html.hpp"

#include "core/exports/formulas.hpp"
#include "core/exports/xml_text.hpp"

namespace examwright {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/// Whether a hyphen between these is part of an emoticon: ":-D", "8-)", "P-|", "|-.", "8-[", "xx-P".
bool in_emoticon(char before, char after) {
    constexpr std::string_view eyes = ":;8BPV}^%X=|x", mouths = ")(/DPOXI|.][op";
    return eyes.find(before) != eyes.npos && mouths.find(after) != mouths.npos;
}

class html_writer {
  public:
    html_writer(std::string_view text, const html_dialect& dialect) : text_(text), dialect_(dialect) {}

    std::string write() {
        for (const auto& span : split_formulas(text_)) {
            const bool is_display = span.what == formula_span::kind::display_formula;
            const bool is_plain = span.what == formula_span::kind::plain;
            line_break_ = is_plain ? dialect_.line_break : " ";
            if (!is_plain)
                out_ += is_display ? "\\[" : "\\(";
            write(span.text);
            if (!is_plain)
                out_ += is_display ? "\\]" : "\\)";
        }
        return std::move(out_);
    }

  private:
    void write(std::string_view part) {
        const auto offset = static_cast<std::size_t>(part.data() - text_.data());
        for (std::size_t i = 0; i < part.size(); ++i)
            write(part[i], offset + i);
    }

    char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\n'; }

    void write(char c, std::size_t i) {
        const char before = i > 0 ? text_[i - 1] : '\n', after = at(i + 1);
        if (c == '\n')
            out_ += line_break_;
        else if (c == '\t')
            out_.append(dialect_.blank).append(dialect_.blank).append(dialect_.blank).append("&#9;");
        else if (c == ' ')
            out_ += is_blank(before) || is_blank(after) ? dialect_.blank : " ";
        else if (dialect_.guards_emoticons && is_guarded(c, before, after))
            out_ += "&#" + std::to_string(static_cast<int>(c)) + ";";
        else
            write_escaped(c);
    }

    static bool is_guarded(char c, char before, char after) {
        return ((c == '(' || c == ')') && before != '\\') || (c == '-' && in_emoticon(before, after));
    }

    void write_escaped(char c) {
        switch (c) {
            case '&': out_ += "&amp;"; break;
            case '<': out_ += "&lt;"; break;
            case '>': out_ += "&gt;"; break;
            default: out_ += c;
        }
    }

    std::string_view text_;
    const html_dialect& dialect_;
    std::string_view line_break_;
    std::string out_;
};

}  // namespace

std::string safe_html(std::string_view text, const html_dialect& dialect) {
    return html_writer(text, dialect).write();
}

std::string moodle_html(std::string_view text) {
    return safe_html(text, {.guards_emoticons = true});
}

std::string xhtml(std::string_view text) {
    return safe_html(text, {.line_break = "<br/>", .blank = "&#160;"});
}

}  // namespace examwright
