#include "tools/extract/formats/odf_body.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/odf_paragraph.hpp"
#include "tools/extract/formats/page_builder.hpp"

namespace examwright::extract {

namespace {

/// A length such as "2.5cm" in thousandths of a millimetre, roughly.
long length_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value > 1e6 || value < -1e6)
        return 0;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const double millimetres = unit == "cm" ? 10 : unit == "in" ? 25.4 : unit == "pt" ? 0.353 : 1;
    return static_cast<long>(value * millimetres * 1000);
}

bool is_index(std::string_view name) {
    return name == "text:table-of-content" || name == "text:alphabetical-index" ||
           name == "text:illustration-index" || name == "text:table-index" || name == "text:user-index" ||
           name == "text:object-index";
}

bool is_unseen(std::string_view name) {
    return name == "text:tracked-changes" || name == "office:forms" || name == "text:sequence-decls" ||
           name == "text:variable-decls" || name == "office:annotation" ||
           name == "text:index-title-template" || name == "svg:title" || name == "svg:desc" ||
           name == "draw:glue-point" || name == "office:event-listeners";
}

class odf_body_reader {
  public:
    explicit odf_body_reader(const odf_styles& styles) : styles_(styles) {}

    extracted read_text(const xml_node& text) {
        for_each_node(text, "text:soft-page-break", [&](const xml_node&) { has_layout_ = true; });
        read_blocks(text);
        return pages_.take("page");
    }

    extracted read_slides(const xml_node& presentation) {
        has_layout_ = true;
        bool first = true;
        for (const auto& slide : presentation.children)
            if (slide.name == "draw:page") {
                if (!std::exchange(first, false))
                    pages_.next_page();
                read_slide(slide);
            }
        return pages_.take("slide");
    }

  private:
    void read_blocks(const xml_node& parent) {
        for (const auto& node : parent.children)
            if (!node.name.empty() && !is_unseen(node.name))
                read_node(node);
    }

    void read_node(const xml_node& node) {
        const auto name = node.name;
        if (name == "text:p" || name == "text:h")
            read_paragraph(node);
        else if (name == "table:table")
            read_table(node);
        else if (name == "text:soft-page-break")
            pages_.break_page();
        else if (name == "text:list")
            read_as(block_kind::list, node);
        else if (is_index(name))
            read_as(block_kind::contents, node);
        else if (name == "text:bibliography")
            read_as(block_kind::references, node);
        else if (name == "text:section" && (node.attribute("text:display") == "none" ||
                                            styles_.find(node.attribute("text:style-name")).hidden))
            return;
        else if (name.find("-source") == name.npos)
            read_blocks(node);
    }

    /// What is inside a list or an index is of its kind.
    void read_as(block_kind kind, const xml_node& node) {
        const auto outer = inside_;
        if (!inside_ || *inside_ == block_kind::list)
            inside_ = kind;
        read_blocks(node);
        inside_ = outer;
    }

    block_kind kind_of(const xml_node& node, const odf_styles::style& style) const {
        if (inside_ && *inside_ != block_kind::list)
            return *inside_;
        if (node.name == "text:h" || style.heading)
            return block_kind::heading;
        return inside_ ? *inside_ : style.code ? block_kind::code : block_kind::prose;
    }

    void read_paragraph(const xml_node& node) {
        const auto style = styles_.find(node.attribute("text:style-name"));
        if (style.break_before && !in_slide_)
            pages_.break_page();
        auto paragraph = read_odf_paragraph(node, styles_);
        if (!style.hidden)
            add_pieces(paragraph, kind_of(node, style));
        for (const auto* box : paragraph.boxes)
            read_blocks(*box);
        for (const auto* note : paragraph.notes)
            pages_.add(block_kind::note, text_below(*note));
        if (style.break_after && !in_slide_)
            pages_.break_page();
    }

    void add_pieces(odf_paragraph& paragraph, block_kind kind) {
        if (!has_layout_)
            pages_.break_long_page(kind);
        for (std::size_t i = 0; i < paragraph.pieces.size(); ++i) {
            if (i > 0) {
                if (auto* last = pages_.last_block())
                    last->goes_on = !trimmed(paragraph.pieces[i - 1]).empty();
                pages_.break_page();
            }
            pages_.add(kind, std::move(paragraph.pieces[i]));
        }
    }

    /// The paragraphs below a node in one line, as in a cell or a note.
    std::string text_below(const xml_node& node) {
        std::string text;
        for (const auto& child : node.children) {
            if (child.name == "text:p" || child.name == "text:h")
                append_line(text, read_odf_paragraph(child, styles_).text());
            else if (!child.name.empty() && !is_unseen(child.name))
                append_line(text, text_below(child));
        }
        return text;
    }

    void read_table(const xml_node& table) {
        std::string text;
        std::size_t widest = 0;
        for_each_node(table, "table:table-row", [&](const xml_node& row) {
            std::string line;
            std::size_t cells = 0;
            for (const auto& cell : row.children) {
                if (cell.name != "table:table-cell")
                    continue;
                auto content = text_below(cell);
                std::replace(content.begin(), content.end(), '\n', ' ');
                line.append(cells++ > 0 ? " | " : "").append(content);
            }
            widest = std::max(widest, cells);
            if (line.find_first_not_of(" |") != line.npos)
                text.append(line).append("\n");
        });
        if (!has_layout_)
            pages_.break_long_page(block_kind::table);
        if (widest > 1)
            pages_.add(inside_.value_or(block_kind::table), std::move(text));
        else
            for_each_node(table, "table:table-cell", [&](const xml_node& cell) { read_blocks(cell); });
    }

    void read_slide(const xml_node& slide) {
        if (styles_.find(slide.attribute("draw:style-name")).hidden)
            return;
        in_slide_ = true;
        read_shapes(slide);
        for (const auto& child : slide.children)
            if (child.name == "presentation:notes")
                read_shapes(child);
    }

    /// The shapes of a slide or a group: the title first, then from the top left.
    void read_shapes(const xml_node& parent) {
        std::vector<std::tuple<bool, long, long, const xml_node*>> shapes;
        for (const auto& shape : parent.children) {
            const auto role = shape.attribute("presentation:class");
            const bool repeated = role == "footer" || role == "header" || role == "date-time" ||
                                  role == "page-number" || role == "page";
            if (shape.name.starts_with("draw:") && !repeated)
                shapes.emplace_back(role != "title", length_of(shape.attribute("svg:y")),
                                    length_of(shape.attribute("svg:x")), &shape);
        }
        std::stable_sort(shapes.begin(), shapes.end(), [](const auto& a, const auto& b) {
            return std::tuple(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
                   std::tuple(std::get<0>(b), std::get<1>(b), std::get<2>(b));
        });
        for (const auto& [after_title, top, left, shape] : shapes) {
            if (shape->name == "draw:g")
                read_shapes(*shape);
            else if (!after_title)
                read_title(*shape);
            else
                read_blocks(*shape);
        }
    }

    void read_title(const xml_node& shape) { pages_.add(block_kind::heading, text_below(shape)); }

    const odf_styles& styles_;
    page_builder pages_;
    std::optional<block_kind> inside_;  // a list or an index
    bool has_layout_ = false;           // page breaks of the last layout, or slides
    bool in_slide_ = false;
};

}  // namespace

extracted read_odf_body(const xml_node& body, const odf_styles& styles) {
    if (const auto* text = body.child("office:text"))
        return odf_body_reader(styles).read_text(*text);
    if (const auto* presentation = body.child("office:presentation"))
        return odf_body_reader(styles).read_slides(*presentation);
    throw failure(extraction_exit::damaged, "there is no text in the document");
}

}  // namespace examwright::extract
