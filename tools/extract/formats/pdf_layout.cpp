#include "tools/extract/formats/pdf_layout.hpp"

#include "tools/extract/formats/pdf_furniture.hpp"
#include "tools/extract/formats/pdf_hyphens.hpp"
#include "tools/extract/formats/pdf_joining.hpp"
#include "tools/extract/formats/pdf_line_text.hpp"
#include "tools/extract/formats/pdf_order.hpp"
#include "tools/extract/formats/pdf_paragraphs.hpp"
#include "tools/extract/formats/pdf_words.hpp"

namespace examwright::extract {

namespace {

bool is_typewritten(const std::vector<placed_page>& pages) {
    std::size_t typed = 0, all = 0;
    for (const auto& page : pages)
        for (const auto& line : page.lines) {
            all += line.words.size();
            typed += is_monospaced(line) ? line.words.size() : 0;
        }
    return typed * 10 > all * 6;
}

}  // namespace

void prepare(placed_page& page) {
    remove_diagonals(page, usual_size(page));
    mend_words(page);
}

std::vector<page> lay_out(std::vector<placed_page> placed) {
    remove_furniture(placed);
    hyphen_joiner hyphens;
    for (const auto& each : placed)
        for (const auto& line : each.lines)
            hyphens.learn(line.plain_text());
    const float usual = usual_size(placed);
    const bool typewritten = is_typewritten(placed);
    std::vector<page> pages;
    for (const auto& each : placed) {
        const page_style style{usual, each.width, each.width > 1.1F * each.height, typewritten};
        pages.push_back(blocks_of(reading_order(each), hyphens, style));
    }
    join_paragraphs(pages, hyphens);
    return pages;
}

}  // namespace examwright::extract
