#include "tools/extract/formats/html.hpp"

#include <algorithm>
#include <string>

#include "tools/extract/formats/html_text.hpp"
#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/plain_text.hpp"

namespace examwright::extract {

namespace {

std::size_t size_of(const extracted& document) {
    std::size_t bytes = 0;
    for (const auto& page : document.pages)
        for (const auto& block : page.blocks)
            bytes += block.text.size();
    return bytes;
}

extracted read_with(std::string_view text, html_choice choice) {
    page_builder pages;
    html_text reader(pages, {.choice = choice, .sections = true});
    reader.read(text, false);
    return pages.take("section");
}

}  // namespace

extracted read_html(std::string_view bytes) {
    // What is left without menus may be too little, where a page marks its text itself as such.
    constexpr std::size_t share = 3;
    const auto text = decode_html(bytes);
    auto everything = read_with(text, html_choice::all);
    const auto enough = size_of(everything) / share;
    for (const auto choice : {html_choice::main, html_choice::without_menus})
        if (auto found = read_with(text, choice); size_of(found) >= enough && size_of(found) > 0)
            return found;
    return everything;
}

void add_xhtml(std::string_view text, page_builder& pages) {
    html_text reader(pages, {.choice = html_choice::all, .sections = false});
    reader.read(text, true);
}

}  // namespace examwright::extract
