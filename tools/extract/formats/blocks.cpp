#include "tools/extract/formats/blocks.hpp"

#include <cstddef>

#include "tools/extract/formats/clean.hpp"

namespace examwright::extract {

namespace {

constexpr std::size_t most_spans_told = 400'000;

std::size_t text_bytes(const extracted& document) {
    std::size_t bytes = 0;
    for (const auto& page : document.pages)
        for (const auto& block : page.blocks)
            bytes += block.text.size() + 2;
    return bytes;
}

}  // namespace

extracted paragraphs_of(std::string_view text) {
    extracted document;
    document.pages.emplace_back();
    for (;;) {
        const auto end = text.find_first_of("\n\f");
        auto& blocks = document.pages.back().blocks;
        const auto line = text.substr(0, end);
        if (line.find_first_not_of(" \t\r") != line.npos && !blocks.empty())
            blocks.back().text.append(line).append("\n");
        else if (line.find_first_not_of(" \t\r") != line.npos)
            blocks.push_back({block_kind::prose, std::string(line) + "\n"});
        else if (!blocks.empty() && !blocks.back().text.empty())
            blocks.emplace_back();
        if (end == text.npos)
            return document;
        if (text[end] == '\f')
            document.pages.emplace_back();
        text.remove_prefix(end + 1);
    }
}

extraction_report assemble(const extracted& document) {
    extraction_report report;
    report.page_name = document.page_name;
    report.ocr_pages = document.ocr_pages;
    report.unread_pages = document.unread_pages;
    auto& text = report.text;
    text.reserve(text_bytes(document));
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        if (i > 0)
            text += '\f';
        const std::size_t page_begin = text.size();
        bool continued = false;
        for (const auto& block : document.pages[i].blocks) {
            const std::string cleaned = clean_block(block.text, block.kind == block_kind::code);
            if (cleaned.empty())
                continue;
            if (text.size() > page_begin)
                text += continued ? "\n" : "\n\n";
            const std::size_t begin = text.size();
            text += cleaned;
            if (report.spans.size() < most_spans_told)
                report.spans.push_back({block.kind, begin, text.size()});
            continued = block.goes_on;
        }
    }
    return report;
}

}  // namespace examwright::extract
