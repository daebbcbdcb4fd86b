#include "tools/extract/formats/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <utility>

#include "tools/extract/formats/markdown_signs.hpp"
#include "tools/extract/formats/markdown_source.hpp"
#include "tools/extract/formats/markup_tokenizer.hpp"
#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/plain_text.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

// The tags that people write in Markdown. "List<Integer>" has none of them, and stays.
constexpr std::array html_tags = {
    "a"sv,     "b"sv,    "br"sv,     "center"sv, "code"sv,    "dd"sv,  "del"sv,   "details"sv,
    "div"sv,   "dl"sv,   "dt"sv,     "em"sv,     "font"sv,    "h1"sv,  "h2"sv,    "h3"sv,
    "h4"sv,    "h5"sv,   "h6"sv,     "hr"sv,     "i"sv,       "img"sv, "ins"sv,   "kbd"sv,
    "li"sv,    "mark"sv, "ol"sv,     "p"sv,      "pre"sv,     "q"sv,   "s"sv,     "samp"sv,
    "small"sv, "span"sv, "strong"sv, "sub"sv,    "summary"sv, "sup"sv, "table"sv, "tbody"sv,
    "td"sv,    "th"sv,   "thead"sv,  "tr"sv,     "u"sv,       "ul"sv,  "var"sv};

std::string name_of_tag(std::string_view tag) {
    std::string name;
    for (const char c : tag.substr(tag.starts_with("</") ? 2 : 1)) {
        if (c == ' ' || c == '>' || c == '/' || c == '\n')
            break;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return name;
}

/// Whether what stands in a tag can be attributes. "a <b and c> d" has words without values there.
bool has_attributes_only(std::string_view html) {
    static constexpr std::array switches = {"hidden"sv,  "open"sv,   "checked"sv, "disabled"sv, "reversed"sv,
                                            "compact"sv, "nowrap"sv, "noshade"sv, "ismap"sv,    "download"sv};
    bool only = true;
    tokenize_markup(
        html, false,
        [&](const markup_tag& tag) {
            for (const auto& [name, value] : tag.attributes) {
                const bool named = !value.empty() || html.find(name + "=") != html.npos;
                only = only && (named || std::find(switches.begin(), switches.end(), name) != switches.end());
            }
        },
        [](std::string_view) {});
    return only;
}

std::string text_of_html(std::string_view html) {
    std::string text;
    tokenize_markup(
        html, false, [&](const markup_tag& tag) { text += tag.name == "br" ? "\n" : ""; },
        [&](std::string_view piece) { text += piece; });
    return text;
}

/// Takes what md4c finds. Exceptions don't pass through C: the first is kept and ends the parsing.
class markdown_blocks {
  public:
    markdown_blocks(const markdown_source& source, page_builder& pages) : source_(source), pages_(pages) {}

    void read() {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS;
        parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return of(self).guarded([&](markdown_blocks& own) { own.enter(type); });
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return of(self).guarded([&](markdown_blocks& own) { own.leave(type); });
        };
        parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
            return of(self).guarded([&](markdown_blocks& own) { own.span(type, 1); });
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            return of(self).guarded([&](markdown_blocks& own) { own.span(type, -1); });
        };
        parser.text = [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* self) {
            return of(self).guarded([&](markdown_blocks& own) { own.add(type, {text, size}); });
        };
        const auto& text = source_.text();
        md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
        if (error_)
            std::rethrow_exception(error_);
    }

  private:
    static markdown_blocks& of(void* self) { return *static_cast<markdown_blocks*>(self); }

    template <class Function>
    int guarded(const Function& call) {
        try {
            call(*this);
            return 0;
        } catch (...) {
            error_ = std::current_exception();
            return 1;
        }
    }

    void enter(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_LI || type == MD_BLOCK_UL || type == MD_BLOCK_OL)
            end_block(list_ > 0 ? block_kind::list : block_kind::prose);
        list_ += type == MD_BLOCK_LI ? 1 : 0;
        in_html_ = in_html_ || type == MD_BLOCK_HTML;
        cells_ = type == MD_BLOCK_TR ? 0 : cells_;
        if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
            text_ += cells_++ > 0 ? " | " : "";
    }

    void leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_H: return end_block(block_kind::heading);
            case MD_BLOCK_CODE: return end_block(block_kind::code);
            case MD_BLOCK_TABLE: return end_block(block_kind::table);
            case MD_BLOCK_TR: text_ += '\n'; return;
            case MD_BLOCK_HTML:
                in_html_ = false;
                text_ = text_of_html(text_);
                return end_block(block_kind::prose);
            case MD_BLOCK_P: return end_block(list_ > 0 ? block_kind::list : block_kind::prose);
            case MD_BLOCK_LI:
                end_block(block_kind::list);
                --list_;
                return;
            default: return;
        }
    }

    void end_block(block_kind kind) { pages_.add(kind, source_.restored(std::exchange(text_, {}))); }

    void span(MD_SPANTYPE type, int step) {
        struck_ += type == MD_SPAN_DEL ? step : 0;
        if (type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY)
            text_ += type == MD_SPAN_LATEXMATH ? "$" : "$$";
    }

    void add(MD_TEXTTYPE type, std::string_view text) {
        if (struck_ > 0)
            return;
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
            text_ += '\n';
        else if (type == MD_TEXT_ENTITY)
            text_ += decode_references(text);
        else if (type == MD_TEXT_HTML)
            add_html(text);
        else if (type == MD_TEXT_NORMAL)
            text_ += with_lowered_signs(text);
        else if (type != MD_TEXT_NULLCHAR)
            text_ += text;
    }

    void add_html(std::string_view html) {
        const bool known =
            std::find(html_tags.begin(), html_tags.end(), name_of_tag(html)) != html_tags.end() &&
            has_attributes_only(html);
        const bool comment = html.starts_with("<!") || html.starts_with("<?");
        if (in_html_)
            text_ += html;  // the block is read as a whole
        else if (name_of_tag(html) == "br")
            text_ += '\n';
        else if (!known && !comment)
            text_ += html;
    }

    const markdown_source& source_;
    page_builder& pages_;
    std::string text_;
    int list_ = 0;  // how many items are open
    bool in_html_ = false;
    int struck_ = 0;  // ~~struck out~~
    std::size_t cells_ = 0;
    std::exception_ptr error_;
};

}  // namespace

extracted read_markdown(std::string_view bytes) {
    auto text = decode_text(bytes);
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    page_builder pages;
    for (std::string_view rest = text;;) {
        const auto end = rest.find('\f');
        const markdown_source source(rest.substr(0, end));
        markdown_blocks(source, pages).read();
        if (end == rest.npos)
            return pages.take("page");
        rest.remove_prefix(end + 1);
        pages.next_page();
    }
}

}  // namespace examwright::extract
