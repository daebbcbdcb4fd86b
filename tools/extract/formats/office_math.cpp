#include "tools/extract/formats/office_math.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

std::string children_to_latex(const xml_node& parent);

std::string argument(const xml_node& parent, std::string_view name) {
    const auto* found = parent.child(name);
    return found ? std::string(trimmed(children_to_latex(*found))) : std::string();
}

std::string braced(const std::string& text) {
    return "{" + text + "}";
}

/// An index or a power: "2", "{n-1}".
std::string script_of(const std::string& text) {
    return !text.empty() && decode_at(text, 0).length == text.size() ? text : braced(text);
}

/// The sign that a property such as m:naryPr/m:chr names.
std::string sign_of(const xml_node& node, std::string_view properties, std::string_view sign,
                    std::string_view usual) {
    const auto* found = node.child(properties);
    const auto* named = found ? found->child(sign) : nullptr;
    return std::string(named ? named->attribute("m:val") : usual);
}

std::string with_scripts(const std::string& base, const std::string& below, const std::string& above) {
    return base + (below.empty() ? "" : "_" + script_of(below)) +
           (above.empty() ? "" : "^" + script_of(above));
}

std::string nary(const xml_node& node) {
    auto sign = sign_of(node, "m:naryPr", "m:chr", "∫");
    for (const auto& [from, to] :
         {std::pair("∑", "\\sum"), {"∏", "\\prod"}, {"∫", "\\int"}, {"∮", "\\oint"}, {"⋃", "\\bigcup"}})
        if (sign == from)
            sign = to;
    return with_scripts(sign, argument(node, "m:sub"), argument(node, "m:sup")) + " " + argument(node, "m:e");
}

std::string delimited(const xml_node& node) {
    std::string out = sign_of(node, "m:dPr", "m:begChr", "(");
    const auto between = sign_of(node, "m:dPr", "m:sepChr", "|");
    bool first = true;
    for (const auto& each : node.children)
        if (each.name == "m:e") {
            out += (first ? "" : between) + children_to_latex(each);
            first = false;
        }
    return out + sign_of(node, "m:dPr", "m:endChr", ")");
}

std::string rows_of(const xml_node& node) {
    std::string out;
    for (const auto& row : node.children) {
        if (row.name != "m:mr" && row.name != "m:e")
            continue;
        out += out.empty() ? "" : " \\\\ ";
        if (row.name == "m:e") {
            out += children_to_latex(row);
            continue;
        }
        bool first = true;
        for (const auto& cell : row.children)
            if (cell.name == "m:e")
                out += (std::exchange(first, false) ? "" : " & ") + children_to_latex(cell);
    }
    return out;
}

std::string accented(const xml_node& node) {
    const auto sign = sign_of(node, "m:accPr", "m:chr", "\xCC\x82");  // a combining circumflex
    const auto base = argument(node, "m:e");
    for (const auto& [from, to] : {std::pair("\xCC\x82", "\\hat"),
                                   {"\xCC\x84", "\\bar"},
                                   {"\xCC\x85", "\\bar"},
                                   {"\xCC\x83", "\\tilde"},
                                   {"\xCC\x87", "\\dot"},
                                   {"\xCC\x88", "\\ddot"},
                                   {"\xE2\x83\x97", "\\vec"}})
        if (sign == from)
            return to + braced(base);
    return base + sign;
}

std::string function(const xml_node& node) {
    auto name = argument(node, "m:fName");
    const bool letters = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    });
    return (letters ? "\\" + name : name) + " " + argument(node, "m:e");
}

std::string fraction(const xml_node& node) {
    return "\\frac" + braced(argument(node, "m:num")) + braced(argument(node, "m:den"));
}

std::string root(const xml_node& node) {
    const auto degree = argument(node, "m:deg");
    return "\\sqrt" + (degree.empty() ? "" : "[" + degree + "]") + braced(argument(node, "m:e"));
}

std::string to_latex(const xml_node& node) {
    const auto name = node.name;
    if (name == "m:t" || name == "w:t")
        return node.all_text();
    if (name == "m:f")
        return fraction(node);
    if (name == "m:rad")
        return root(node);
    if (name == "m:sSup" || name == "m:sSub" || name == "m:sSubSup")
        return with_scripts(argument(node, "m:e"), argument(node, "m:sub"), argument(node, "m:sup"));
    if (name == "m:sPre")
        return with_scripts("{}", argument(node, "m:sub"), argument(node, "m:sup")) + argument(node, "m:e");
    if (name == "m:limLow" || name == "m:limUpp")
        return with_scripts(argument(node, "m:e"), name == "m:limLow" ? argument(node, "m:lim") : "",
                            name == "m:limUpp" ? argument(node, "m:lim") : "");
    if (name == "m:nary")
        return nary(node);
    if (name == "m:d")
        return delimited(node);
    if (name == "m:func")
        return function(node);
    if (name == "m:acc")
        return accented(node);
    if (name == "m:bar")
        return "\\overline" + braced(argument(node, "m:e"));
    if (name == "m:m")
        return "\\begin{matrix} " + rows_of(node) + " \\end{matrix}";
    if (name == "m:eqArr")
        return rows_of(node);
    return name == "w:del" || name == "w:moveFrom" ? std::string() : children_to_latex(node);
}

std::string children_to_latex(const xml_node& parent) {
    std::string out;
    for (const auto& child : parent.children)
        if (!child.name.empty() && !child.name.ends_with("Pr"))
            out += to_latex(child);
    return out;
}

}  // namespace

std::string office_math_to_latex(const xml_node& equation) {
    const auto latex = std::string(trimmed(children_to_latex(equation)));
    const bool formula = latex.find_first_of("\\^_") != latex.npos;
    return formula ? "$" + latex + "$" : latex;
}

}  // namespace examwright::extract
