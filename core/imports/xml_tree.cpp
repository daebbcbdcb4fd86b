#include "core/imports/xml_tree.hpp"

#include <algorithm>

#include "core/imports/html_entities.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t deepest = 200;
constexpr std::string_view xml_spaces = " \t\r\n";

std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

std::string resolved(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto found = text[i] == '&' ? read_character_reference(text.substr(i)) : character_reference{};
        if (found.length > 0)
            append_utf8(out, found.value);
        else
            out += text[i];
        i += std::max<std::size_t>(found.length, 1);
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

class xml_parser {
  public:
    xml_parser(std::string_view text, std::size_t& nodes_left) : text_(text), nodes_left_(nodes_left) {}

    result<xml_node> parse() {
        open_.emplace_back();
        while (at_ < text_.size())
            if (!read_next())
                return invalid(why_);
        if (open_.size() != 1)
            return invalid("it is not well-formed XML; its end is missing");
        for (auto& child : open_.front().children)
            if (!child.name.empty())
                return std::move(child);
        return invalid("it is not XML");
    }

  private:
    bool read_next() {
        if (text_[at_] != '<')
            return read_text();
        const auto rest = text_.substr(at_);
        if (rest.starts_with("<!--"))
            return skip_behind("-->");
        if (rest.starts_with("<![CDATA["))
            return read_cdata();
        if (rest.starts_with("<?"))
            return skip_behind("?>");
        if (rest.starts_with("<!"))
            return skip_declaration();
        return rest.starts_with("</") ? close_element() : open_element();
    }

    bool fail(const char* why) {
        why_ = why;
        return false;
    }

    bool skip_behind(std::string_view mark) {
        const auto end = text_.find(mark, at_);
        at_ = end == text_.npos ? end : end + mark.size();
        return end != text_.npos;
    }

    /// Of a DOCTYPE without declarations in it.
    bool skip_declaration() {
        const auto end = text_.find_first_of("[>", at_);
        if (end == text_.npos)
            return false;
        if (text_[end] == '[')
            return fail("its DOCTYPE declares entities, which are not read");
        at_ = end + 1;
        return true;
    }

    bool add(xml_node node) {
        if (nodes_left_ == 0)
            return fail("it is too large");
        --nodes_left_;
        open_.back().children.push_back(std::move(node));
        return true;
    }

    bool read_text() {
        const auto end = std::min(text_.find('<', at_), text_.size());
        const auto text = text_.substr(at_, end - at_);
        at_ = end;
        if (open_.size() == 1)
            return trimmed(text).empty();
        return add({"", resolved(text), {}, {}});
    }

    bool read_cdata() {
        const auto from = at_ + 9;
        if (!skip_behind("]]>"))
            return false;
        return add({"", std::string(text_.substr(from, at_ - 3 - from)), {}, {}});
    }

    std::string_view read_name() {
        const auto end = std::min(text_.find_first_of(" \t\r\n/>=<", at_), text_.size());
        const auto name = text_.substr(at_, end - at_);
        at_ = end;
        return name;
    }

    void skip_spaces() { at_ = std::min(text_.find_first_not_of(xml_spaces, at_), text_.size()); }

    bool read_attribute(xml_node& into) {
        const auto name = read_name();
        skip_spaces();
        if (name.empty() || at_ >= text_.size() || text_[at_] != '=')
            return false;
        ++at_;
        skip_spaces();
        if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\''))
            return false;
        const auto from = at_ + 1;
        const auto end = text_.find(text_[at_], from);
        if (end == text_.npos)
            return false;
        into.attributes.emplace_back(local_name(name), resolved(text_.substr(from, end - from)));
        at_ = end + 1;
        return true;
    }

    bool open_element() {
        ++at_;
        xml_node node;
        node.name = local_name(read_name());
        for (skip_spaces(); at_ < text_.size() && text_[at_] != '>' && text_[at_] != '/'; skip_spaces())
            if (!read_attribute(node))
                return false;
        if (node.name.empty() || at_ >= text_.size())
            return false;
        const bool is_empty = text_[at_] == '/';
        at_ += is_empty ? 2 : 1;
        if (is_empty)
            return at_ <= text_.size() && text_[at_ - 1] == '>' && add(std::move(node));
        open_.push_back(std::move(node));
        return open_.size() <= deepest || fail("its elements are nested too deeply");
    }

    bool close_element() {
        at_ += 2;
        const auto name = local_name(read_name());
        skip_spaces();
        if (open_.size() < 2 || name != open_.back().name || at_ >= text_.size() || text_[at_] != '>')
            return false;
        ++at_;
        auto node = std::move(open_.back());
        open_.pop_back();
        return add(std::move(node));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t& nodes_left_;
    const char* why_ = "it is not well-formed XML";
    std::vector<xml_node> open_;  // from the document itself to the innermost
};

}  // namespace

std::string_view xml_node::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted)
            return value;
    return {};
}

const xml_node* xml_node::child(std::string_view wanted) const {
    const auto found = std::ranges::find(children, wanted, &xml_node::name);
    return found == children.end() ? nullptr : &*found;
}

std::string xml_node::all_text() const {
    std::string all = text;
    for (const auto& each : children)
        all += each.all_text();
    return all;
}

std::string xml_node::inner_xml() const {
    std::string xml;
    for (const auto& each : children) {
        if (each.name.empty()) {
            xml += escaped(each.text);
            continue;
        }
        xml += "<" + each.name;
        for (const auto& [key, value] : each.attributes)
            xml += " " + key + "=\"" + escaped(value) + "\"";
        const bool is_void = each.name == "br" || each.name == "img" || each.name == "hr";
        xml += is_void ? "/>" : ">" + each.inner_xml() + "</" + each.name + ">";
    }
    return xml;
}

result<xml_node> parse_xml(std::string_view text, std::size_t& nodes_left) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return xml_parser(text, nodes_left).parse();
}

result<xml_node> parse_xml(std::string_view text) {
    auto nodes_left = most_xml_nodes;
    return parse_xml(text, nodes_left);
}

const xml_node* find_element(const xml_node& root, std::string_view name) {
    for (const auto& child : root.children) {
        if (child.name == name)
            return &child;
        if (const auto* below = find_element(child, name))
            return below;
    }
    return nullptr;
}

}  // namespace examwright
