#include "tools/extract/formats/docx_paragraph.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/office_math.hpp"
#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/symbol_font.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

// Elements that say nothing that a reader of the page sees.
constexpr std::array docx_unseen = {"w:del"sv,   "w:moveFrom"sv,  "w:rt"sv,      "w:pPr"sv,         "w:rPr"sv,
                                    "w:sdtPr"sv, "w:instrText"sv, "w:delText"sv, "w:delInstrText"sv};

bool is_docx_unseen(std::string_view name) {
    return std::find(docx_unseen.begin(), docx_unseen.end(), name) != docx_unseen.end();
}

std::string symbol_of(const xml_node& node) {
    const auto digits = node.attribute("w:char");
    unsigned code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const auto font = node.attribute("w:font");
    const bool pictures = font.starts_with("Wingdings") || font.starts_with("Webdings");
    std::string text;
    if (font == "Symbol" || pictures || (code >= 0xF000 && code < 0xF100)) {
        if (const auto sign = symbol_character(!pictures, code); sign != 0)
            append_utf8(text, sign);
    } else if (code >= 0x20) {
        append_utf8(text, code);
    }
    return text;
}

/// Hidden, too small to be seen, or white on white.
bool is_invisible(const xml_node* properties, bool on_paper) {
    if (!properties)
        return false;
    constexpr int smallest = 4;  // half-points
    const auto digits = properties->child_attribute("w:sz", "w:val");
    int size = smallest + 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    const auto color = properties->child_attribute("w:color", "w:val");
    const bool white = color == "FFFFFF" || color == "ffffff";
    const auto marker = properties->child_attribute("w:highlight", "w:val");
    const bool marked = !marker.empty() && marker != "none" && marker != "white";
    return is_on(properties, "w:vanish") || is_on(properties, "w:specVanish") || size <= smallest ||
           (white && on_paper && !marked && !is_shaded(properties));
}

class docx_paragraph_reader {
  public:
    docx_paragraph_reader(const docx_styles& styles, docx_fields& fields, bool on_paper)
        : styles_(styles), fields_(fields), on_paper_(on_paper) {}

    docx_paragraph read(const xml_node& paragraph) {
        const auto* properties = paragraph.child("w:pPr");
        const auto style = properties ? properties->child_attribute("w:pStyle", "w:val") : std::string_view();
        on_paper_ = on_paper_ && !is_shaded(properties) && !styles_.shades(style);
        found_.pieces.emplace_back();
        read_children(paragraph);
        return std::move(found_);
    }

  private:
    std::string& text() { return found_.pieces.back().text; }

    void read_children(const xml_node& node) {
        for (const auto& child : node.children)
            if (!child.name.empty())
                read_node(child);
    }

    void read_node(const xml_node& node) {
        const auto name = node.name;
        if (name == "w:instrText") {
            fields_.add_instruction(node.all_text());
        } else if (name == "w:fldChar") {
            read_field_mark(node.attribute("w:fldCharType"));
        } else if (is_docx_unseen(name)) {
            return;
        } else if (name == "w:r") {
            read_run(node);
        } else if (name == "m:oMath") {
            add(office_math_to_latex(node));
        } else if (name == "w:txbxContent") {
            found_.boxes.push_back(&node);
        } else if (!fields_.in_instruction()) {
            read_in_run(node);
        } else {
            read_children(node);
        }
    }

    void read_field_mark(std::string_view type) {
        if (type == "begin")
            fields_.begin();
        else if (type == "separate")
            fields_.separate();
        else if (type == "end")
            fields_.end();
    }

    void read_in_run(const xml_node& node) {
        const auto name = node.name;
        if (name == "w:t")
            add(node.all_text());
        else if (name == "w:tab" || name == "w:ptab")
            add(" ");
        else if (name == "w:br")
            read_break(node.attribute("w:type"));
        else if (name == "w:cr")
            add("\n");
        else if (name == "w:lastRenderedPageBreak")
            end_page();
        else if (name == "w:noBreakHyphen")
            add("-");
        else if (name == "w:sym")
            add(symbol_of(node));
        else if (name == "w:footnoteReference")
            found_.footnotes.emplace_back(node.attribute("w:id"));
        else if (name == "w:endnoteReference")
            found_.endnotes.emplace_back(node.attribute("w:id"));
        else
            read_children(node);
    }

    void read_break(std::string_view type) {
        if (type == "page")
            end_page();
        else
            add(type == "column" ? " " : "\n");
    }

    void end_page() {
        if (found_.pieces.back().text.empty() && found_.pieces.size() > 1)
            return;  // a break that Word's layout repeats
        found_.pieces.back().page_break_after = true;
        found_.pieces.emplace_back();
    }

    /// A run whose signs are raised or lowered is read apart from the text before it.
    void read_run(const xml_node& run) {
        const auto* properties = run.child("w:rPr");
        const auto style = properties ? properties->child_attribute("w:rStyle", "w:val") : std::string_view();
        if (is_invisible(properties, on_paper_ && !styles_.shades(style)) || styles_.hides(style))
            return;
        const auto place =
            properties ? properties->child_attribute("w:vertAlign", "w:val") : std::string_view();
        if (place != "superscript" && place != "subscript") {
            read_children(run);
            return;
        }
        const auto pieces = found_.pieces.size();
        auto before = std::move(text());
        text().clear();
        read_children(run);
        if (found_.pieces.size() == pieces) {
            const auto own = std::move(text());
            text() = before + (place == "superscript" ? raised(own, before) : lowered(own));
        } else {
            found_.pieces[pieces - 1].text.insert(0, before);
        }
    }

    void add(std::string_view more) { text() += more; }

    const docx_styles& styles_;
    docx_fields& fields_;
    bool on_paper_;
    docx_paragraph found_;
};

}  // namespace

std::string docx_paragraph::text() const {
    std::string all;
    for (const auto& each : pieces)
        all.append(each.text).append(each.page_break_after ? " " : "");
    return all;
}

void docx_fields::add_instruction(std::string_view text) {
    if (!open_.empty() && !open_.back().result)
        open_.back().instruction += text;
}

void docx_fields::separate() {
    if (!open_.empty())
        open_.back().result = true;
}

void docx_fields::end() {
    if (!open_.empty())
        open_.pop_back();
}

bool docx_fields::in_instruction() const {
    return std::any_of(open_.begin(), open_.end(), [](const field& each) { return !each.result; });
}

bool docx_fields::inside(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const field& each) { return trimmed(each.instruction).starts_with(name); });
}

docx_paragraph read_docx_paragraph(const xml_node& paragraph, const docx_styles& styles, docx_fields& fields,
                                   bool on_paper) {
    return docx_paragraph_reader(styles, fields, on_paper).read(paragraph);
}

}  // namespace examwright::extract
