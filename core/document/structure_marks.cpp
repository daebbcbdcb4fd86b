#include "core/document/structure_marks.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

// Case folded, as casefold() has them.
constexpr std::string_view contents_titles[] = {"contents",
                                                "table of contents",
                                                "brief contents",
                                                "list of figures",
                                                "list of tables",
                                                "index",
                                                "inhalt",
                                                "inhaltsverzeichnis",
                                                "register",
                                                "sachregister",
                                                "stichwortverzeichnis",
                                                "table des matieres",
                                                "sommaire",
                                                "indice",
                                                "sumario",
                                                "contenido",
                                                "inhoud",
                                                "содержание",
                                                "оглавление",
                                                "spis tresci",
                                                "obsah",
                                                "目次",
                                                "目录",
                                                "目錄",
                                                "索引",
                                                "차례",
                                                "목차",
                                                "الفهرس",
                                                "المحتويات",
                                                "विषय सूची",
                                                "अनुक्रमणिका"};
constexpr std::string_view references_titles[] = {"references",
                                                  "bibliography",
                                                  "works cited",
                                                  "literature cited",
                                                  "literature",
                                                  "further reading",
                                                  "literatur",
                                                  "quellen",
                                                  "literaturverzeichnis",
                                                  "quellenverzeichnis",
                                                  "bibliographie",
                                                  "bibliografia",
                                                  "referencias",
                                                  "referencias bibliograficas",
                                                  "literatura",
                                                  "список литературы",
                                                  "литература",
                                                  "библиография",
                                                  "参考文献",
                                                  "參考文獻",
                                                  "참고문헌",
                                                  "المراجع",
                                                  "संदर्भ",
                                                  "संदर्भ सूची"};

std::string_view text_of(std::string_view text, const block_span& span) {
    return trimmed(text.substr(span.begin, span.end - span.begin));
}

/// "7 References", "A. Index:" as "references", "index", without accents.
std::string folded_title(std::string_view title) {
    const auto first = title.find_first_not_of("#0123456789.) \t");
    title = first == title.npos ? std::string_view() : trimmed(title.substr(first));
    while (title.ends_with(':') || title.ends_with('.'))
        title.remove_suffix(1);
    std::string plain;
    const auto folded = casefold(title);
    for (std::size_t i = 0; i < folded.size();) {
        const auto next = decode_at(folded, i);
        i += next.length;
        const bool accent = next.value >= 0x300 && next.value < 0x370;
        if (!accent)
            append_utf8(plain, next.value);
    }
    return plain;
}

template <std::size_t Size>
bool among(const std::string_view (&titles)[Size], std::string_view title) {
    return std::any_of(std::begin(titles), std::end(titles),
                       [&](auto each) { return casefold(each) == title; });
}

/// "2.3 The cell .......... 17", "Osmosis, 41, 93-95".
bool ends_with_page(std::string_view line) {
    line = trimmed(line);
    const auto digits = line.find_last_not_of("0123456789");
    if (digits == line.npos || digits + 1 == line.size() || line.size() - digits > 5)
        return false;
    const char before = line[digits];
    return before == ' ' || before == '.' || before == '\t' || before == ',' || before == '-';
}

struct line_counts {
    std::size_t lines = 0;
    std::size_t paged = 0;
    std::size_t dotted = 0;
};

line_counts count_lines(std::string_view block) {
    line_counts counts;
    while (!block.empty()) {
        const auto end = std::min(block.find('\n'), block.size());
        const auto line = trimmed(block.substr(0, end));
        block.remove_prefix(std::min(end + 1, block.size()));
        if (line.empty())
            continue;
        ++counts.lines;
        counts.paged += ends_with_page(line) ? 1u : 0u;
        counts.dotted += line.find("....") != line.npos || line.find(". . . .") != line.npos ? 1u : 0u;
    }
    return counts;
}

bool looks_like_contents(std::string_view block) {
    const auto [lines, paged, dotted] = count_lines(block);
    return dotted * 2 > lines || (lines >= 5 && paged * 10 >= lines * 7);
}

/// Whether a block below the title "Contents" is still part of them, by its lines that end with a page.
bool continues_contents(std::string_view block) {
    const auto [lines, paged, dotted] = count_lines(block);
    return paged * 2 >= lines || dotted > 0 || block.size() < 120;
}

bool may_change(block_kind kind) {
    return kind == block_kind::prose || kind == block_kind::list || kind == block_kind::table;
}

}  // namespace

std::optional<block_kind> kind_below(std::string_view title) {
    constexpr std::size_t longest = 80;
    if (title.size() > longest || title.find('\n') != title.npos)
        return std::nullopt;
    const auto folded = folded_title(title);
    if (among(contents_titles, folded))
        return block_kind::contents;
    return among(references_titles, folded) ? std::optional(block_kind::references) : std::nullopt;
}

std::vector<block_span> mark_structure(std::string_view text, std::vector<block_span> spans) {
    auto below = block_kind::prose;  // the kind of what stands below a title that tells it; prose: none does
    for (auto& span : spans) {
        const auto block = text_of(text, span);
        const auto titled = kind_below(block);
        if (titled || span.kind == block_kind::heading) {
            below = titled.value_or(block_kind::prose);
            span.kind = block_kind::heading;
            continue;
        }
        if (below == block_kind::contents && !continues_contents(block))
            below = block_kind::prose;
        if (may_change(span.kind) && below != block_kind::prose)
            span.kind = below;
        else if (may_change(span.kind) && looks_like_contents(block) && span.kind != block_kind::table)
            span.kind = block_kind::contents;
    }
    return spans;
}

}  // namespace examwright
