#include "tools/extract/formats/pdf_joining.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/sentence_signs.hpp"

namespace examwright::extract {

namespace {

bool is_text(const block& each) {
    return each.kind == block_kind::prose || each.kind == block_kind::list;
}

bool begins_in_mid_sentence(std::string_view text) {
    return !text.empty() && is_lower(decode_at(text, 0).value);
}

bool is_unfinished(const block& each) {
    return is_text(each) && each.text.size() > 30 && !ends_sentence(each.text) && !is_caption(each.text);
}

/// What interrupts a paragraph stands behind it afterwards.
void join_within(page& each, const hyphen_joiner& hyphens) {
    auto& blocks = each.blocks;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (!is_unfinished(blocks[i]))
            continue;
        std::size_t next = i + 1;
        while (next < blocks.size() && next < i + 6 &&
               (!is_text(blocks[next]) || is_caption(blocks[next].text)) &&
               blocks[next].kind != block_kind::heading)
            ++next;
        if (next >= blocks.size() || blocks[next].kind != block_kind::prose ||
            !begins_in_mid_sentence(blocks[next].text))
            continue;
        hyphens.append_line(blocks[i].text, blocks[next].text);
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(next));
        --i;
    }
}

/// Notes go before a last paragraph that goes on on the next page.
void move_notes_up(page& each) {
    auto& blocks = each.blocks;
    std::size_t end = blocks.size();
    while (end > 0 && (blocks[end - 1].kind == block_kind::note || is_caption(blocks[end - 1].text)))
        --end;
    if (end == 0 || end == blocks.size() || !is_unfinished(blocks[end - 1]))
        return;
    std::rotate(blocks.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                blocks.begin() + static_cast<std::ptrdiff_t>(end), blocks.end());
}

/// A word parted by the page's end stands whole on the first page.
void join_word_over(page& before, page& after, const hyphen_joiner& hyphens) {
    if (before.blocks.empty() || after.blocks.empty() || !is_text(before.blocks.back()) ||
        !begins_in_mid_sentence(after.blocks.front().text))
        return;
    auto& first = before.blocks.back().text;
    auto& second = after.blocks.front().text;
    const auto last = decode_before(first, first.size()).value;
    if (last != '-' && last != 0x2010 && last != 0xAD)
        return;
    const auto end = std::min(second.find(' '), second.size());
    hyphens.append_line(first, second.substr(0, end));
    second.erase(0, std::min(end + 1, second.size()));
}

bool begins_references(const std::string& heading) {
    constexpr std::string_view names[] = {"references",           "bibliography",      "literatur",
                                          "literaturverzeichnis", "bibliographie",     "bibliografía",
                                          "works cited",          "références",        "referências",
                                          "bibliografia",         "список литературы", "literature cited"};
    auto text = casefold(heading);
    while (!text.empty() &&
           (std::isdigit(static_cast<unsigned char>(text[0])) || text[0] == '.' || text[0] == ' '))
        text.erase(0, 1);
    return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

void mark_references(std::vector<page>& pages) {
    bool inside = false;
    for (auto& each : pages)
        for (auto& one : each.blocks) {
            const bool heading = one.kind == block_kind::heading || one.text.size() < 40;
            if (heading && begins_references(one.text)) {
                inside = true;
                one.kind = block_kind::heading;
            } else if (one.kind == block_kind::heading) {
                inside = false;
            } else if (inside && is_text(one)) {
                one.kind = block_kind::references;
            }
        }
}

}  // namespace

void join_paragraphs(std::vector<page>& pages, const hyphen_joiner& hyphens) {
    for (auto& each : pages) {
        join_within(each, hyphens);
        move_notes_up(each);
    }
    for (std::size_t i = 0; i + 1 < pages.size(); ++i)
        join_word_over(pages[i], pages[i + 1], hyphens);
    mark_references(pages);
}

}  // namespace examwright::extract
