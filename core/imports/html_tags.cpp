#include "core/imports/html_tags.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <locale>

#include "core/text/ascii.hpp"

namespace examwright {

namespace {

constexpr std::string_view spaces = " \t\r\n\f";

// All of HTML but <map>, which is a header of C++ in "#include <map>".
constexpr std::string_view known_names[] = {"a",          "abbr",
                                            "acronym",    "address",
                                            "annotation", "applet",
                                            "area",       "article",
                                            "aside",      "audio",
                                            "b",          "base",
                                            "basefont",   "bdi",
                                            "bdo",        "big",
                                            "blockquote", "body",
                                            "br",         "button",
                                            "canvas",     "caption",
                                            "center",     "cite",
                                            "code",       "col",
                                            "colgroup",   "data",
                                            "datalist",   "dd",
                                            "del",        "details",
                                            "dfn",        "dialog",
                                            "dir",        "div",
                                            "dl",         "dt",
                                            "em",         "embed",
                                            "fieldset",   "figcaption",
                                            "figure",     "font",
                                            "footer",     "form",
                                            "frame",      "frameset",
                                            "h1",         "h2",
                                            "h3",         "h4",
                                            "h5",         "h6",
                                            "head",       "header",
                                            "hgroup",     "hr",
                                            "html",       "i",
                                            "iframe",     "img",
                                            "input",      "ins",
                                            "kbd",        "keygen",
                                            "label",      "legend",
                                            "li",         "link",
                                            "maction",    "main",
                                            "mark",       "marquee",
                                            "math",       "menclose",
                                            "menu",       "menuitem",
                                            "merror",     "meta",
                                            "meter",      "mfenced",
                                            "mfrac",      "mi",
                                            "mlabeledtr", "mmultiscripts",
                                            "mn",         "mo",
                                            "mover",      "mpadded",
                                            "mphantom",   "mprescripts",
                                            "mroot",      "mrow",
                                            "ms",         "mspace",
                                            "msqrt",      "mstyle",
                                            "msub",       "msubsup",
                                            "msup",       "mtable",
                                            "mtd",        "mtext",
                                            "mtr",        "munder",
                                            "munderover", "nav",
                                            "nobr",       "noframes",
                                            "noscript",   "o:p",
                                            "object",     "ol",
                                            "optgroup",   "option",
                                            "output",     "p",
                                            "param",      "picture",
                                            "pre",        "progress",
                                            "q",          "rb",
                                            "rp",         "rt",
                                            "rtc",        "ruby",
                                            "s",          "samp",
                                            "script",     "search",
                                            "section",    "select",
                                            "semantics",  "slot",
                                            "small",      "source",
                                            "span",       "strike",
                                            "strong",     "style",
                                            "sub",        "summary",
                                            "sup",        "svg",
                                            "table",      "tbody",
                                            "td",         "template",
                                            "textarea",   "tfoot",
                                            "th",         "thead",
                                            "time",       "title",
                                            "tr",         "track",
                                            "tt",         "u",
                                            "ul",         "var",
                                            "video",      "wbr"};

bool in_name(char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == ':';
}

/// What may follow a tag's name, so that "if (a<b && c>d)" has none.
bool could_be_attributes(std::string_view text) {
    const auto first = text.find_first_not_of(spaces);
    return first == text.npos || text[first] == '/' || is_ascii_letter(text[first]) || text[first] == '_';
}

}  // namespace

std::size_t html_tag_reader::end_of_tag(std::size_t offset) {
    char quote = '\0';
    for (auto i = offset; quotes_close_ && i < text_.size(); ++i) {
        const char c = text_[i];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '>')
            return i;
        else if ((c == '"' || c == '\'') && text_[i - 1] == '=')
            quote = c;
    }
    quotes_close_ = false;
    const auto end = text_.find('>', offset);
    brackets_close_ = end != text_.npos;
    return end;
}

html_tag html_tag_reader::at(std::size_t offset) {
    const auto rest = text_.substr(offset);
    if (!brackets_close_ || rest.size() < 3)
        return {};
    html_tag tag;
    if (rest.starts_with("<!--")) {
        const auto end = rest.find("-->", 4);
        brackets_close_ = end != rest.npos;
        tag.length = end == rest.npos ? 0 : end + 3;
        return tag;
    }
    tag.closes = rest[1] == '/';
    const bool declares = rest[1] == '!' || rest[1] == '?';
    const std::size_t from = tag.closes || declares ? 2 : 1;
    auto to = from;
    while (to < rest.size() && in_name(rest[to]))
        ++to;
    tag.name =
        boost::algorithm::to_lower_copy(std::string(rest.substr(from, to - from)), std::locale::classic());
    if (tag.name.empty() || (!declares && !is_html_name(tag.name)))
        return {};
    const auto end = end_of_tag(offset + to);
    if (end == text_.npos)
        return {};
    tag.attributes = text_.substr(offset + to, end - offset - to);
    if (!declares && !could_be_attributes(tag.attributes))
        return {};
    if (declares)
        tag.name.clear();
    tag.length = end - offset + 1;
    return tag;
}

bool is_html_name(std::string_view name) {
    return std::ranges::binary_search(known_names, name);
}

std::string_view attribute_of(std::string_view attributes, std::string_view name) {
    while (!attributes.empty()) {
        const auto start = std::min(attributes.find_first_not_of(" \t\r\n\f/"), attributes.size());
        attributes.remove_prefix(start);
        const auto end = std::min(attributes.find_first_of("= \t\r\n\f/"), attributes.size());
        const auto found = attributes.substr(0, end);
        attributes.remove_prefix(end);
        if (!attributes.starts_with('='))
            continue;
        attributes.remove_prefix(1);
        const char quote = attributes.empty() ? '\0' : attributes.front();
        const bool quoted = quote == '"' || quote == '\'';
        if (quoted)
            attributes.remove_prefix(1);
        const auto stop = quoted ? attributes.find(quote) : attributes.find_first_of(spaces);
        const auto value = attributes.substr(0, stop);
        if (boost::algorithm::iequals(found, name, std::locale::classic()))
            return value;
        attributes.remove_prefix(std::min(attributes.size(), value.size() + (quoted ? 1 : 0)));
    }
    return {};
}

}  // namespace examwright
