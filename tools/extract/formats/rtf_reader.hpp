#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/rtf_fonts.hpp"
#include "tools/extract/formats/rtf_tokenizer.hpp"

namespace examwright::extract {

class rtf_reader {
  public:
    explicit rtf_reader(std::string_view text) : tokens_(text) {}
    extracted read();

  private:
    enum class position { line, raised, lowered };
    enum class destination { text, note, fonts, skipped };
    /// What a group inherits and gives back at its end.
    struct group {
        destination where = destination::text;
        int font = 0;
        int fallback_length = 1;  // \uc
        bool hidden = false;
        position place = position::line;
        bool starred = false;  // "\*" has just come
    };

    void open_group();
    void close_group();
    void read_word(const rtf_token& word);
    bool read_character_word(std::string_view word);
    bool read_format_word(const rtf_token& word);
    bool read_break_word(std::string_view word);
    void read_destination(std::string_view word);
    void read_symbol(char sign);
    void read_unicode(int unit);
    void add_bytes(std::string_view bytes);
    void end_bytes();
    void put(std::string_view text);
    void end_run();
    void end_paragraph();
    void end_cell();
    void end_row();
    void flush_table();
    std::string& target();

    rtf_tokenizer tokens_;
    page_builder pages_;
    rtf_fonts fonts_;
    std::vector<group> groups_{group{}};
    std::string encoding_ = "windows-1252";
    std::string bytes_;         // in the font's encoding, not decoded yet
    int high_ = 0;              // the first half of a pair of \u
    std::size_t fallback_ = 0;  // characters to pass over after \u
    bool skip_next_group_ = false;

    std::string text_;
    position run_place_ = position::line;
    std::size_t run_begin_ = 0;
    std::string note_;
    std::string row_;
    std::string table_;
    std::size_t cells_ = 0;
    bool in_table_ = false;
    bool heading_ = false;
    bool new_page_at_section_ = true;
};

}  // namespace examwright::extract
