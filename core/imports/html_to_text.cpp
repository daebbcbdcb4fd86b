#include "core/imports/html_to_text.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "core/imports/html_entities.hpp"
#include "core/imports/html_tags.hpp"
#include "core/imports/math_markup.hpp"
#include "core/imports/scripts.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

// Elements that stand on lines of their own, with the line breaks around them.
const std::map<std::string_view, int> blocks{
    {"p", 2},       {"div", 1},      {"h1", 2},     {"h2", 2},         {"h3", 2},         {"h4", 2},
    {"h5", 2},      {"h6", 2},       {"ul", 1},     {"ol", 1},         {"li", 1},         {"dl", 1},
    {"dt", 1},      {"dd", 1},       {"table", 1},  {"tr", 1},         {"blockquote", 2}, {"pre", 1},
    {"section", 1}, {"article", 1},  {"hr", 1},     {"figure", 1},     {"address", 1},    {"center", 1},
    {"main", 1},    {"nav", 1},      {"header", 1}, {"footer", 1},     {"aside", 1},      {"details", 1},
    {"summary", 1}, {"fieldset", 1}, {"legend", 1}, {"figcaption", 1}, {"dialog", 1},     {"hgroup", 1},
    {"menu", 1},    {"form", 1},     {"option", 1}};

constexpr std::string_view unseen[] = {"script", "style",    "head",     "title",
                                       "iframe", "template", "datalist", "rp"};

// How our exports write a tab, which HTML has no other sign for.
constexpr std::string_view exported_tab = "&nbsp;&nbsp;&nbsp;&#9;";

class html_reader {
  public:
    html_reader(std::string_view html, html_line_breaks line_breaks)
        : html_(html), tags_(html), keeps_lines_(line_breaks == html_line_breaks::keep) {}

    std::string read() {
        for (at_ = 0; at_ < html_.size();)
            read_next();
        return std::string(trimmed_lines());
    }

  private:
    void read_next() {
        const char c = html_[at_];
        if (c == '<' && read_tag())
            return;
        if (c == '&' && read_reference())
            return;
        ++at_;
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            add_white_space(c);
        else
            add(std::string_view(&c, 1));
    }

    void add(std::string_view text) {
        if (!out_.empty())
            out_.append(breaks_, '\n');
        if (space_ && breaks_ == 0 && !out_.empty() && out_.back() != '\n')
            out_ += ' ';
        space_ = false;
        breaks_ = 0;
        out_ += text;
    }

    void add_white_space(char c) {
        if (preformatted_ > 0 && c != '\r')
            add(std::string_view(&c, 1));
        else if (keeps_lines_ && c == '\n')
            break_line();
        else
            space_ = true;
    }

    void break_line() {
        space_ = false;
        add("\n");
    }

    bool read_reference() {
        const auto rest = html_.substr(at_);
        if (rest.starts_with(exported_tab)) {
            add("\t");
            at_ += exported_tab.size();
            return true;
        }
        const auto found = read_character_reference(rest);
        if (found.length == 0)
            return false;
        std::string text;
        append_utf8(text, rest.starts_with("&nbsp;") ? U' ' : found.value);
        add(text);
        at_ += found.length;
        return true;
    }

    bool read_tag() {
        const auto tag = tags_.at(at_);
        if (tag.length == 0)
            return false;
        at_ += tag.length;
        if (tag.name == "math" && !tag.closes)
            return read_formula(at_ - tag.length);
        if (std::ranges::find(unseen, tag.name) != std::end(unseen)) {
            if (!tag.closes)
                skip_to_end_of(tag.name);
        } else if (tag.name == "svg" || tag.name == "object" || tag.name == "embed") {
            read_embedded(tag);
        } else {
            act_on(tag);
        }
        return true;
    }

    /// Something that only a browser shows; what stands within is for those who can't.
    void read_embedded(const html_tag& tag) {
        if (tag.closes)
            return;
        const auto file = attribute_of(tag.attributes, tag.name == "embed" ? "src" : "data");
        const auto name = file.starts_with("data:") ? std::string_view() : file.substr(file.rfind('/') + 1);
        const bool is_image = tag.name == "svg" || attribute_of(tag.attributes, "type").starts_with("image/");
        add(std::string(is_image ? "[image" : "[file") + (name.empty() ? "" : ": ") + html_to_text(name) +
            "]");
        if (tag.name != "embed" && !tag.attributes.ends_with('/'))
            skip_to_end_of(tag.name);
    }

    /// MathML. One that is not well-formed is read for its words.
    bool read_formula(std::size_t from) {
        constexpr std::string_view end = "</math>";
        const auto to = from < no_formula_before_ ? html_.npos : html_.find(end, from);
        no_formula_before_ = std::max(no_formula_before_, to);
        if (to == html_.npos)
            return true;
        if (const auto math = parse_xml(html_.substr(from, to + end.size() - from))) {
            add(formula_of_mathml(*math));
            at_ = to + end.size();
        }
        return true;
    }

    void act_on(const html_tag& tag) {
        if (tag.name == "br")
            break_line();
        else if (tag.name == "img" && !tag.closes)
            add(image_text(tag));
        else if (tag.name == "rt")
            add(tag.closes ? ")" : "(");
        else if (tag.name == "sub" || tag.name == "sup")
            read_script(tag);
        else if (const auto block = blocks.find(tag.name); block != blocks.end())
            begin_block(tag, static_cast<std::size_t>(block->second));
        else if ((tag.name == "td" || tag.name == "th") && !tag.closes && breaks_ == 0 && !out_.empty())
            add(" | ");
    }

    void begin_block(const html_tag& tag, std::size_t breaks) {
        const std::size_t there = out_.ends_with('\n') ? 1 : 0;
        breaks_ = std::max(breaks_, breaks > there ? breaks - there : 0);
        space_ = false;
        if (tag.name == "li" && !tag.closes)
            add("- ");
        if (tag.name == "pre")
            preformatted_ = tag.closes ? 0 : 1;
    }

    void read_script(const html_tag& tag) {
        if (!tag.closes) {
            add("");
            if (scripts_++ == 0)
                script_start_ = out_.size();
        } else if (scripts_ > 0 && --scripts_ == 0) {
            const auto text = out_.substr(script_start_);
            out_.resize(script_start_);
            out_ += tag.name == "sub" ? subscript(text) : superscript(text);
        }
    }

    /// Canvas shows formulas as images that hold them.
    static std::string image_text(const html_tag& tag) {
        const auto formula = html_to_text(attribute_of(tag.attributes, "data-equation-content"));
        return formula.empty() ? "[image" + image_name(tag) + "]" : "\\(" + formula + "\\)";
    }

    static std::string image_name(const html_tag& tag) {
        auto name = attribute_of(tag.attributes, "alt");
        const auto source = attribute_of(tag.attributes, "src");
        if (trimmed(name).empty() && !source.starts_with("data:"))
            name = source.substr(source.rfind('/') + 1);
        return trimmed(name).empty() ? "" : ": " + html_to_text(name);
    }

    void skip_to_end_of(const std::string& name) {
        for (; at_ < html_.size(); ++at_) {
            if (html_[at_] != '<')
                continue;
            const auto tag = tags_.at(at_);
            if (tag.closes && tag.name == name) {
                at_ += tag.length;
                return;
            }
        }
    }

    /// Without the blanks at the ends of lines and the line breaks at both ends.
    std::string trimmed_lines() const {
        std::string lines;
        for (const char c : out_) {
            if (c == '\n')
                lines.resize(lines.find_last_not_of(" \t") + 1);
            lines += c;
        }
        lines.resize(lines.find_last_not_of(" \t\n") + 1);
        return lines.substr(std::min(lines.find_first_not_of('\n'), lines.size()));
    }

    std::string_view html_;
    html_tag_reader tags_;
    bool keeps_lines_;
    std::size_t at_ = 0;
    std::string out_;
    bool space_ = false;      // white space that shows only between two texts
    std::size_t breaks_ = 0;  // line breaks that show only between two texts
    int preformatted_ = 0;
    std::size_t no_formula_before_ = 0;  // so that the whole takes linear time
    int scripts_ = 0;                    // open ones; the outermost counts
    std::size_t script_start_ = 0;
};

}  // namespace

std::string html_to_text(std::string_view html, html_line_breaks line_breaks) {
    return html_reader(html, line_breaks).read();
}

}  // namespace examwright
