#include "tools/extract/formats/odf_paragraph.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "tools/extract/formats/page_builder.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::array odf_unseen = {"office:annotation"sv, "text:hidden-text"sv,   "text:hidden-paragraph"sv,
                                   "text:ruby-text"sv,    "text:note-citation"sv, "text:tracked-changes"sv,
                                   "text:page-number"sv};

class odf_paragraph_reader {
  public:
    explicit odf_paragraph_reader(const odf_styles& styles) : styles_(styles) {
        found_.pieces.emplace_back();
    }

    odf_paragraph read(const xml_node& paragraph) {
        read_children(paragraph);
        return std::move(found_);
    }

  private:
    void read_children(const xml_node& node) {
        for (const auto& child : node.children)
            read_node(child);
    }

    /// Line ends and runs of blanks of the file are one blank; more of them are elements.
    void add_text(std::string_view text) {
        auto& out = found_.pieces.back();
        for (const char c : text) {
            const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank)
                out += c;
            else if (!out.empty() && out.back() != ' ' && out.back() != '\n')
                out += ' ';
        }
    }

    void read_node(const xml_node& node) {
        const auto name = node.name;
        if (name.empty())
            add_text(node.text);
        else if (std::find(odf_unseen.begin(), odf_unseen.end(), name) != odf_unseen.end())
            return;
        else if (name == "text:s" || name == "text:tab")
            add_text(" ");
        else if (name == "text:line-break")
            found_.pieces.back() += '\n';
        else if (name == "text:soft-page-break")
            found_.pieces.emplace_back();
        else if (name == "text:note")
            for_each_node(node, "text:note-body",
                          [&](const xml_node& body) { found_.notes.push_back(&body); });
        else if (name.starts_with("draw:"))
            found_.boxes.push_back(&node);
        else if (name == "text:span")
            read_span(node);
        else
            read_children(node);
    }

    void read_span(const xml_node& span) {
        const auto style = styles_.find(span.attribute("text:style-name"));
        if (style.hidden)
            return;
        const auto pieces = found_.pieces.size();
        const auto begin = found_.pieces.back().size();
        read_children(span);
        if ((!style.raised && !style.lowered) || found_.pieces.size() != pieces)
            return;
        auto& text = found_.pieces.back();
        const auto own = text.substr(begin);
        text.resize(begin);
        text += style.raised ? raised(own, text) : lowered(own);
    }

    const odf_styles& styles_;
    odf_paragraph found_;
};

}  // namespace

std::string odf_paragraph::text() const {
    std::string all;
    for (const auto& each : pieces)
        all += each;
    return all;
}

odf_paragraph read_odf_paragraph(const xml_node& paragraph, const odf_styles& styles) {
    return odf_paragraph_reader(styles).read(paragraph);
}

}  // namespace examwright::extract
