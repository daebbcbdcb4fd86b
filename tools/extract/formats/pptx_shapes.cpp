#include "tools/extract/formats/pptx_shapes.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/office_math.hpp"

namespace examwright::extract {

namespace {

long number_of(std::string_view text) {
    long value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// What a shape is a placeholder for: "title", "body", "sldNum"; "" for a shape of its own.
std::string_view placeholder_of(const xml_node& shape) {
    for (const auto& own : shape.children)
        if (own.name == "p:nvSpPr" || own.name == "p:nvGraphicFramePr" || own.name == "p:nvPicPr")
            if (const auto* more = own.child("p:nvPr"))
                if (const auto* place = more->child("p:ph")) {
                    const auto type = place->attribute("type");
                    return type.empty() ? "obj" : type;
                }
    return {};
}

bool is_title(std::string_view placeholder) {
    return placeholder == "title" || placeholder == "ctrTitle";
}

bool is_repeated(std::string_view placeholder) {
    return placeholder == "dt" || placeholder == "ftr" || placeholder == "sldNum" || placeholder == "hdr" ||
           placeholder == "sldImg";
}

bool is_hidden(const xml_node& shape) {
    for (const auto& own : shape.children)
        if (own.name.starts_with("p:nv"))
            return own.child_attribute("p:cNvPr", "hidden") == "1";
    return false;
}

struct placed_shape {
    const xml_node* node;
    bool title;
    long top;
    long left;
};

/// Where a shape stands; a placeholder without a place of its own stands where its layout has it, before
/// those that have one.
placed_shape placed(const xml_node& shape) {
    placed_shape found{&shape, is_title(placeholder_of(shape)), 0, 0};
    for (const char* properties : {"p:spPr", "p:grpSpPr"})
        if (const auto* own = shape.child(properties))
            if (const auto* frame = own->child("a:xfrm")) {
                found.top = number_of(frame->child_attribute("a:off", "y"));
                found.left = number_of(frame->child_attribute("a:off", "x"));
            }
    if (const auto* frame = shape.child("p:xfrm")) {
        found.top = number_of(frame->child_attribute("a:off", "y"));
        found.left = number_of(frame->child_attribute("a:off", "x"));
    }
    return found;
}

void append_run(std::string& text, const xml_node& run) {
    const auto* words = run.child("a:t");
    const auto* properties = run.child("a:rPr");
    const auto baseline = properties ? number_of(properties->attribute("baseline")) : 0;
    const auto own = words ? words->all_text() : std::string();
    text += baseline > 0 ? raised(own, text) : baseline < 0 ? lowered(own) : own;
}

std::string paragraph_text(const xml_node& paragraph) {
    std::string text;
    for (const auto& each : paragraph.children) {
        if (each.name == "a:r" || each.name == "a:fld")
            append_run(text, each);
        else if (each.name == "a:br")
            text += '\n';
        else if (!each.name.empty() && !each.name.ends_with("Pr"))
            for_each_node(each, "m:oMath", [&](const xml_node& math) { text += office_math_to_latex(math); });
    }
    return text;
}

void add_paragraphs(const xml_node& body, block_kind kind, page_builder& pages) {
    for_each_node(body, "a:p",
                  [&](const xml_node& paragraph) { pages.add(kind, paragraph_text(paragraph)); });
}

std::string cell_text(const xml_node& cell) {
    std::string text;
    for_each_node(cell, "a:p",
                  [&](const xml_node& paragraph) { append_line(text, paragraph_text(paragraph)); });
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

void add_table(const xml_node& table, page_builder& pages) {
    std::string text;
    for_each_node(table, "a:tr", [&](const xml_node& row) {
        std::string line;
        bool first = true;
        for_each_node(row, "a:tc", [&](const xml_node& cell) {
            line += (std::exchange(first, false) ? "" : " | ") + cell_text(cell);
        });
        if (line.find_first_not_of(" |") != line.npos)
            text += line + "\n";
    });
    pages.add(block_kind::table, std::move(text));
}

void add_tree(const xml_node& tree, page_builder& pages) {
    std::vector<placed_shape> shapes;
    for (const auto& child : tree.children) {
        const auto* shape = &child;
        if (child.name == "mc:AlternateContent")
            for (const auto& branch : child.children)
                for (const auto& inner : branch.children)
                    if (!inner.name.empty())
                        shape = &inner;
        const bool known =
            shape->name == "p:sp" || shape->name == "p:grpSp" || shape->name == "p:graphicFrame";
        if (known && !is_repeated(placeholder_of(*shape)) && !is_hidden(*shape))
            shapes.push_back(placed(*shape));
    }
    std::stable_sort(shapes.begin(), shapes.end(), [](const placed_shape& a, const placed_shape& b) {
        return std::tuple(!a.title, a.top, a.left) < std::tuple(!b.title, b.top, b.left);
    });
    for (const auto& [node, title, top, left] : shapes) {
        if (node->name == "p:grpSp")
            add_tree(*node, pages);
        else if (const auto* body = node->child("p:txBody"))
            add_paragraphs(*body, title ? block_kind::heading : block_kind::prose, pages);
        else
            for_each_node(*node, "a:tbl", [&](const xml_node& table) { add_table(table, pages); });
    }
}

const xml_node* tree_of(const xml_node& slide) {
    const auto* common = slide.child("p:cSld");
    return common ? common->child("p:spTree") : nullptr;
}

}  // namespace

void add_pptx_shapes(const xml_node& slide, page_builder& pages) {
    if (const auto* tree = tree_of(slide))
        add_tree(*tree, pages);
}

void add_pptx_notes(const xml_node& notes, page_builder& pages) {
    const auto* tree = tree_of(notes);
    if (!tree)
        return;
    for (const auto& shape : tree->children)
        if (shape.name == "p:sp" && !is_repeated(placeholder_of(shape)))
            if (const auto* body = shape.child("p:txBody"))
                add_paragraphs(*body, block_kind::prose, pages);
}

void add_pptx_graphic(const xml_node& part, page_builder& pages) {
    for_each_node(part, "c:title",
                  [&](const xml_node& title) { add_paragraphs(title, block_kind::prose, pages); });
    for_each_node(part, "dgm:pt",
                  [&](const xml_node& point) { add_paragraphs(point, block_kind::list, pages); });
}

}  // namespace examwright::extract
