#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/extract/formats/html_look.hpp"
#include "tools/extract/formats/markup_tokenizer.hpp"
#include "tools/extract/formats/page_builder.hpp"

namespace examwright::extract {

enum class html_choice {
    all,            // but what is hidden
    without_menus,  // and without nav, header, footer, aside
    main,           // of that, what stands in main or article
};

struct html_options {
    html_choice choice = html_choice::all;
    bool sections = false;  // a heading of the first two levels begins a page
};

/// Turns the tags and texts of a page into blocks. Keeps a stack of what is open, so that an element that is
/// left out ends where it should even if other tags in it are not closed.
class html_text {
  public:
    html_text(page_builder& pages, html_options options) : pages_(pages), options_(options) {}

    void read(std::string_view page, bool xhtml);

  private:
    struct open_element {
        std::string name;
        bool left_out = false;
        html_look look;
        std::size_t raised_at = std::string::npos;  // of sup and sub: where their text begins
        std::vector<std::size_t> parts{};           // of a formula's fraction or power: where each begins
    };

    void on_tag(const markup_tag& tag);
    void on_text(std::string_view text);
    void open(const markup_tag& tag);
    void close(const std::string& name);
    void pop();
    bool is_left_out(const markup_tag& tag) const;
    bool is_open(std::string_view name) const;
    bool is_skipping() const;
    void begin_element(const std::string& name);
    void end_element(const open_element& element);
    void end_cell();
    void end_row();
    void flush();
    void flush_text();
    block_kind kind() const;

    page_builder& pages_;
    html_options options_;
    std::vector<open_element> open_;
    std::map<std::string, int, std::less<>> open_counts_;  // of each name in open_
    bool styled_ = false;                                  // the page has style sheets
    std::size_t left_out_ = 0;                             // how many of the open elements are
    std::size_t main_ = 0;      // how many of the open elements are main or article
    std::size_t too_deep_ = 0;  // tags beyond the depth that we follow
    std::string text_;          // of the block that is open
    std::string table_;         // rows that are whole
    std::string row_;
    std::size_t cells_ = 0;   // of the row
    std::size_t widest_ = 0;  // cells of the widest row
};

}  // namespace examwright::extract
