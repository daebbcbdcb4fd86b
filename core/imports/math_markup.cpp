#include "core/imports/math_markup.hpp"

#include <string_view>
#include <vector>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// What has a meaning in TeX stands for itself.
std::string escaped_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\backslash ";
        else if (std::string_view("{}%#&_$").find(c) != std::string_view::npos)
            out.append("\\") += c;
        else
            out += c;
    }
    return out;
}

/// Both languages have the same shapes under other names.
class formula_writer {
  public:
    std::string formula_of(const xml_node& math) {
        const auto tex = children_of(math);
        if (tex.empty())
            return {};
        return is_structured_ ? "\\(" + tex + "\\)" : plain_;
    }

  private:
    using nodes = std::vector<const xml_node*>;

    static nodes elements_of(const xml_node& node) {
        nodes elements;
        for (const auto& child : node.children)
            if (!child.name.empty() && !child.name.ends_with("Pr"))  // properties of Word's
                elements.push_back(&child);
        return elements;
    }

    std::string children_of(const xml_node& node) {
        std::string out;
        for (const auto* child : elements_of(node))
            out += write(*child);
        return out;
    }

    /// The part at an index, in braces.
    std::string part(const nodes& parts, std::size_t index) {
        is_structured_ = true;
        return "{" + (index < parts.size() ? write(*parts[index]) : std::string()) + "}";
    }

    std::string words(const xml_node& node) {
        const auto inner = node.all_text();
        const auto text = node.name == "t" ? std::string_view(inner) : trimmed(inner);
        plain_ += text;
        return escaped_text(text);
    }

    std::string write(const xml_node& node) {
        const std::string_view name = node.name;
        if (name == "t" || name == "mi" || name == "mn" || name == "mo" || name == "mtext" || name == "ms")
            return words(node);
        if (name == "annotation" || name == "annotation-xml" || name == "mphantom")
            return {};
        return write_shape(name, node, elements_of(node));
    }

    std::string write_shape(std::string_view name, const xml_node& node, const nodes& parts) {
        if (name == "msup" || name == "sSup" || name == "mover" || name == "limUpp")
            return part(parts, 0) + "^" + part(parts, 1);
        if (name == "msub" || name == "sSub" || name == "munder" || name == "limLow")
            return part(parts, 0) + "_" + part(parts, 1);
        if (name == "msubsup" || name == "sSubSup" || name == "munderover")
            return part(parts, 0) + "_" + part(parts, 1) + "^" + part(parts, 2);
        if (name == "mfrac" || name == "f")
            return "\\frac" + part(parts, 0) + part(parts, 1);
        if (name == "msqrt") {
            is_structured_ = true;
            return "\\sqrt{" + children_of(node) + "}";
        }
        if (name == "mroot")
            return root(part(parts, 1), part(parts, 0));
        if (name == "rad")
            return parts.size() > 1 ? root(part(parts, 0), part(parts, 1)) : "\\sqrt" + part(parts, 0);
        if (name == "mfenced" || name == "d")
            return fenced(node, parts);
        if (name == "nary")
            return sum(node, parts);
        return children_of(node);
    }

    static std::string root(const std::string& degree, const std::string& of) {
        return degree == "{}" ? "\\sqrt" + of : "\\sqrt[" + degree + "]" + of;
    }

    /// A value of Word's properties of an element: its opening bracket.
    static std::string property(const xml_node& node, std::string_view properties, std::string_view name,
                                std::string_view standard) {
        const auto* all = node.child(properties);
        const auto* one = all ? all->child(name) : nullptr;
        return std::string(one ? one->attribute("val") : standard);
    }

    std::string fenced(const xml_node& node, const nodes& parts) {
        const bool is_word = node.name == "d";
        const auto given = [&](std::string_view name, std::string_view standard) {
            const auto value = node.attribute(name);
            return std::string(value.empty() ? standard : value);
        };
        const auto open = is_word ? property(node, "dPr", "begChr", "(") : given("open", "(");
        const auto close = is_word ? property(node, "dPr", "endChr", ")") : given("close", ")");
        plain_ += open;
        auto out = escaped_text(open);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0)
                out += is_word ? "|" : ",";
            if (i > 0)
                plain_ += is_word ? "|" : ",";
            out += write(*parts[i]);
        }
        plain_ += close;
        return out + escaped_text(close);
    }

    std::string sum(const xml_node& node, const nodes& parts) {
        return property(node, "naryPr", "chr", "∫") + "_" + part(parts, 0) + "^" + part(parts, 1) +
               part(parts, 2);
    }

    std::string plain_;
    bool is_structured_ = false;
};

/// The TeX that some programs write beside their MathML.
std::string tex_beside(const xml_node& math) {
    std::string tex;
    for_each_element(math, "annotation", [&](const xml_node& annotation) {
        if (annotation.attribute("encoding") == "application/x-tex")
            tex = trimmed(annotation.all_text());
    });
    return tex;
}

}  // namespace

std::string formula_of_mathml(const xml_node& math) {
    const auto tex = tex_beside(math);
    return tex.empty() ? formula_writer().formula_of(math) : "\\(" + tex + "\\)";
}

std::string formula_of_office(const xml_node& math) {
    return formula_writer().formula_of(math);
}

}  // namespace examwright
