#include "tools/extract/formats/html_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/html_formula.hpp"
#include "tools/extract/formats/name_list.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t deepest_element = 256;

constexpr std::array voids = {"area"sv,  "base"sv, "br"sv,   "col"sv,   "embed"sv,  "hr"sv,    "img"sv,
                              "input"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv};
constexpr std::array never_shown = {"head"sv,   "script"sv, "style"sv,    "noscript"sv,   "template"sv,
                                    "svg"sv,    "object"sv, "audio"sv,    "video"sv,      "canvas"sv,
                                    "select"sv, "button"sv, "textarea"sv, "datalist"sv,   "rt"sv,
                                    "rp"sv,     "del"sv,    "dialog"sv,   "annotation"sv, "annotation-xml"sv,
                                    "title"sv};
constexpr std::array menus = {"nav"sv, "header"sv, "footer"sv, "aside"sv, "menu"sv, "form"sv};
constexpr std::array menu_roles = {"navigation"sv, "banner"sv, "contentinfo"sv, "search"sv,
                                   "complementary"sv};
constexpr std::array blocks = {
    "p"sv,       "div"sv,        "section"sv, "article"sv, "main"sv,     "body"sv,
    "header"sv,  "footer"sv,     "nav"sv,     "aside"sv,   "ul"sv,       "ol"sv,
    "li"sv,      "dl"sv,         "dt"sv,      "dd"sv,      "h1"sv,       "h2"sv,
    "h3"sv,      "h4"sv,         "h5"sv,      "h6"sv,      "pre"sv,      "blockquote"sv,
    "figure"sv,  "figcaption"sv, "hr"sv,      "form"sv,    "fieldset"sv, "address"sv,
    "details"sv, "summary"sv,    "center"sv,  "caption"sv, "table"sv,    "legend"sv};

/// The mark of a note in the text, or the way back from the note.
bool is_note_mark(const markup_tag& tag) {
    const auto role = tag.attribute("role");
    return tag.attribute("epub:type").find("noteref") != std::string_view::npos || role == "doc-noteref" ||
           role == "doc-backlink";
}

}  // namespace

void html_text::read(std::string_view page, bool xhtml) {
    tokenize_markup(
        page, xhtml,
        [&](const markup_tag& tag) {
            on_tag(tag);
            const bool ends = xhtml && tag.self_closing && !tag.closing && !among(voids, tag.name);
            if (ends)
                close(tag.name);
        },
        [&](std::string_view text) { on_text(text); });
    while (!open_.empty())
        pop();
    end_row();
    flush();
}

void html_text::on_tag(const markup_tag& tag) {
    styled_ = styled_ || tag.name == "style" || (tag.name == "link" && tag.attribute("rel") == "stylesheet");
    if (tag.closing)
        close(tag.name);
    else if (!among(voids, tag.name))
        open(tag);
    else if (!is_skipping() && (tag.name == "br" || tag.name == "hr"))
        begin_element(tag.name);
}

bool html_text::is_skipping() const {
    return left_out_ > 0 || (options_.choice == html_choice::main && main_ == 0);
}

bool html_text::is_open(std::string_view name) const {
    const auto found = open_counts_.find(name);
    return found != open_counts_.end() && found->second > 0;
}

bool html_text::is_left_out(const markup_tag& tag) const {
    if (among(never_shown, tag.name) || is_hidden(tag) || is_note_mark(tag))
        return true;
    if (options_.choice == html_choice::all)
        return false;
    // The head of an article holds its title.
    const bool own_head = tag.name == "header" && main_ > 0;
    return (among(menus, tag.name) && !own_head) || among(menu_roles, tag.attribute("role"));
}

void html_text::open(const markup_tag& tag) {
    // What HTML closes by itself.
    if (tag.name == "li" && !open_.empty() && open_.back().name == "li")
        pop();
    if (among(blocks, tag.name) && !open_.empty() && open_.back().name == "p")
        pop();
    if (among(blocks, tag.name) && is_open("head"))
        close("head");
    if ((tag.name == "td" || tag.name == "th") && !open_.empty() &&
        (open_.back().name == "td" || open_.back().name == "th"))
        pop();
    if (tag.name == "tr" && is_open("tr") && open_.back().name != "table")
        close("tr");
    if (open_.size() >= deepest_element) {
        ++too_deep_;
        return;
    }
    const auto around = open_.empty() ? html_look() : open_.back().look;
    open_element element{tag.name, is_left_out(tag), look_of(tag, around, styled_)};
    if (!open_.empty() && is_formula_of_parts(open_.back().name) && !is_skipping() && !element.left_out)
        open_.back().parts.push_back(text_.size());
    left_out_ += element.left_out ? 1 : 0;
    main_ += tag.name == "main" || tag.name == "article" || tag.attribute("role") == "main" ? 1 : 0;
    const bool shown = !is_skipping();
    if (shown)
        begin_element(tag.name);
    if (shown && (tag.name == "sup" || tag.name == "sub"))
        element.raised_at = text_.size();
    if (tag.attribute("role") == "main" && element.name != "main" && element.name != "article")
        element.name += ' ';  // closes by its own name, and is known as main
    ++open_counts_[element.name];
    open_.push_back(std::move(element));
}

void html_text::close(const std::string& name) {
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    const auto same = [&](const open_element& each) {
        return each.name == name || (each.name.size() == name.size() + 1 && each.name.starts_with(name));
    };
    if (!is_open(name) && !is_open(name + ' '))
        return;
    const auto found = std::find_if(open_.rbegin(), open_.rend(), same);
    for (auto count = found - open_.rbegin() + 1; count > 0; --count)
        pop();
}

void html_text::pop() {
    const auto element = std::move(open_.back());
    if (!is_skipping())
        end_element(element);
    open_.pop_back();
    --open_counts_[element.name];
    left_out_ -= element.left_out ? 1 : 0;
    main_ -= element.name == "main" || element.name == "article" || element.name.ends_with(' ') ? 1 : 0;
}

void html_text::begin_element(const std::string& name) {
    if (name == "br")
        text_ += is_open("td") || is_open("th") ? ' ' : '\n';
    else if ((name == "td" || name == "th") && is_open("tr"))
        text_ = std::string(trimmed(text_));
    else if (is_open("tr") && among(blocks, name))
        text_ += ' ';  // a paragraph within a cell
    else if (name == "tr")
        flush_text();
    else if (among(blocks, name))
        flush();
    if (options_.sections && (name == "h1" || name == "h2") && !is_open("table"))
        pages_.break_page();
}

void html_text::end_element(const open_element& element) {
    const auto& name = element.name;
    if (element.raised_at <= text_.size()) {
        const auto own = text_.substr(element.raised_at);
        text_.resize(element.raised_at);
        const bool note = trimmed(own).starts_with('[');  // a mark of a footnote
        text_ += note ? std::string() : name == "sup" ? raised(own, text_) : lowered(own);
    }
    if (!element.parts.empty())
        text_ = with_parts_in_line(name, std::move(text_), element.parts);
    if (name == "td" || name == "th")
        end_cell();
    else if (name == "tr")
        end_row();
    else if (name == "table")
        flush();
    else if (is_open("tr") && among(blocks, name))
        text_ += ' ';
    else if (among(blocks, name))
        flush();
}

void html_text::on_text(std::string_view text) {
    if (is_skipping() || (!open_.empty() && !open_.back().look.is_seen()))
        return;
    if (is_open("pre")) {
        text_ += text;
        return;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool blank = text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';
        if (!blank)
            text_ += text[i];
        else if (text_.empty() || (text_.back() != ' ' && text_.back() != '\n'))
            text_ += ' ';
    }
}

void html_text::end_cell() {
    const auto content = trimmed(text_);
    row_.append(cells_++ > 0 ? " | " : "").append(content);
    text_.clear();
}

void html_text::end_row() {
    if (row_.find_first_not_of(" |") != row_.npos)
        table_.append(row_).append("\n");
    widest_ = std::max(widest_, cells_);
    row_.clear();
    cells_ = 0;
}

block_kind html_text::kind() const {
    for (const char* heading : {"h1", "h2", "h3", "h4", "h5", "h6"})
        if (is_open(heading))
            return block_kind::heading;
    if (is_open("pre"))
        return block_kind::code;
    return is_open("li") ? block_kind::list : block_kind::prose;
}

void html_text::flush() {
    if (!table_.empty())
        pages_.add(widest_ > 1 ? block_kind::table : block_kind::prose, std::exchange(table_, {}));
    widest_ = 0;
    flush_text();
}

void html_text::flush_text() {
    pages_.add(kind(), std::exchange(text_, {}));
}

}  // namespace examwright::extract
