#include "tools/extract/formats/rtf_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/code_pages.hpp"
#include "tools/extract/formats/name_list.hpp"
#include "tools/extract/formats/rtf_words.hpp"
#include "tools/extract/formats/symbol_font.hpp"

namespace examwright::extract {

namespace {

constexpr std::size_t most_groups = 1000;

}  // namespace

extracted rtf_reader::read() {
    for (;;) {
        const auto token = tokens_.next();
        if (token.what != rtf_token::kind::byte && token.what != rtf_token::kind::text)
            end_bytes();
        switch (token.what) {
            case rtf_token::kind::open: open_group(); break;
            case rtf_token::kind::close: close_group(); break;
            case rtf_token::kind::word: read_word(token); break;
            case rtf_token::kind::symbol: read_symbol(token.text[0]); break;
            case rtf_token::kind::text: add_bytes(token.text); break;
            case rtf_token::kind::byte:
                add_bytes(std::string(1, static_cast<char>(token.parameter.value_or('?'))));
                break;
            case rtf_token::kind::end:
                end_paragraph();
                flush_table();
                return pages_.take("page");
        }
    }
}

void rtf_reader::open_group() {
    if (groups_.size() == most_groups)
        throw failure(extraction_exit::too_costly, "the groups are nested too deeply");
    fallback_ = 0;
    groups_.push_back(groups_.back());
    groups_.back().starred = false;
    if (std::exchange(skip_next_group_, false))
        groups_.back().where = destination::skipped;
}

void rtf_reader::close_group() {
    fallback_ = 0;
    if (groups_.size() > 1)
        groups_.pop_back();
}

void rtf_reader::read_word(const rtf_token& word) {
    if (fallback_ > 0 && word.text != "bin") {
        --fallback_;
        return;
    }
    if (word.text == "bin") {
        tokens_.skip(static_cast<std::size_t>(std::max(word.parameter.value_or(0), 0)));
        return;
    }
    const bool starred = std::exchange(groups_.back().starred, false);
    if (groups_.back().where == destination::skipped)
        return;
    if (among(rtf_words::left_out_destinations, word.text) ||
        (starred && !among(rtf_words::kept_stars, word.text)))
        groups_.back().where = destination::skipped;
    else if (word.text == "u")
        read_unicode(word.parameter.value_or('?'));
    else if (!read_format_word(word) && !read_character_word(word.text) && !read_break_word(word.text))
        read_destination(word.text);
}

void rtf_reader::read_destination(std::string_view word) {
    if (word == "fonttbl")
        groups_.back().where = destination::fonts;
    else if (word == "footnote")
        groups_.back().where = destination::note;
    else if (word == "upr")
        skip_next_group_ = true;  // what follows says the same in Unicode
}

bool rtf_reader::read_format_word(const rtf_token& token) {
    auto& own = groups_.back();
    const auto word = token.text;
    const int value = token.parameter.value_or(1);
    const bool fonts = own.where == destination::fonts;
    if (word == "f")
        fonts ? fonts_.begin(value) : static_cast<void>(own.font = value);
    else if (word == "fcharset" && fonts)
        fonts_.set_charset(value);
    else if (word == "cpg" && fonts)
        fonts_.set_code_page(value);
    else if (word == "ansicpg")
        encoding_ = rtf_fonts::code_page_name(value);
    else if (word == "mac" || word == "pc" || word == "pca")
        encoding_ = rtf_fonts::code_page_name(word == "mac" ? 10000 : word == "pc" ? 437 : 850);
    else if (word == "uc")
        own.fallback_length = std::clamp(value, 0, 32);
    else if (word == "v" || word == "deleted")
        own.hidden = value != 0;
    else if (word == "super" || word == "sub" || word == "nosupersub")
        own.place = value == 0 || word[0] == 'n' ? position::line
                    : word == "super"            ? position::raised
                                                 : position::lowered;
    else if (word == "plain")
        own.hidden = false, own.place = position::line, own.font = 0;
    else if (word == "outlinelevel")
        heading_ = value >= 0 && value < 9;
    else if (word == "sbknone")
        new_page_at_section_ = false;
    else if (word == "intbl")
        in_table_ = true;
    else
        return false;
    return true;
}

bool rtf_reader::read_character_word(std::string_view word) {
    for (const auto& each : rtf_words::named_characters)
        if (each.word == word) {
            put(each.text);
            return true;
        }
    return false;
}

bool rtf_reader::read_break_word(std::string_view word) {
    const bool note = groups_.back().where == destination::note;
    if (word == "par" || word == "sect" || word == "page") {
        if (note || (in_table_ && word == "par")) {
            put(" ");
            return true;
        }
        end_paragraph();
        if (word == "page" || (word == "sect" && new_page_at_section_)) {
            flush_table();
            pages_.break_page();
        }
    } else if (word == "pard") {
        in_table_ = false;
        heading_ = false;
    } else if (word == "sectd") {
        new_page_at_section_ = true;
    } else if (word == "cell" || word == "nestcell") {
        end_cell();
    } else if (word == "row" || word == "nestrow") {
        end_row();
    } else {
        return false;
    }
    return true;
}

void rtf_reader::read_symbol(char sign) {
    if (fallback_ > 0) {
        --fallback_;
        return;
    }
    if (sign == '*')
        groups_.back().starred = true;
    else if (sign == '~')
        put(" ");
    else if (sign == '_')
        put("-");
    else if (sign == '\r' || sign == '\n')
        read_break_word("par");
    else if (sign == '\\' || sign == '{' || sign == '}')
        put(std::string_view(&sign, 1));
}

void rtf_reader::read_unicode(int unit) {
    unit &= 0xFFFF;
    fallback_ = static_cast<std::size_t>(groups_.back().fallback_length);
    if (unit >= 0xD800 && unit < 0xDC00) {
        high_ = unit;
        return;
    }
    std::string text;
    if (unit >= 0xDC00 && unit < 0xE000) {
        if (high_ != 0)
            append_utf8(text, static_cast<char32_t>(0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00)));
    } else if (unit >= 0xF000 && unit < 0xF100) {
        const auto signs = fonts_.find(groups_.back().font).signs;
        const auto shown =
            symbol_character(signs != rtf_fonts::symbols::pictures, static_cast<char32_t>(unit));
        if (shown != 0)
            append_utf8(text, shown);
    } else {
        append_utf8(text, static_cast<char32_t>(unit));
    }
    high_ = 0;
    put(text);
}

void rtf_reader::add_bytes(std::string_view bytes) {
    const auto passed = std::min(fallback_, bytes.size());
    fallback_ -= passed;
    bytes_ += bytes.substr(passed);
    groups_.back().starred = false;
}

void rtf_reader::end_bytes() {
    if (bytes_.empty())
        return;
    const auto bytes = std::exchange(bytes_, {});
    const auto& own = groups_.back();
    if (own.where == destination::fonts) {
        fonts_.add_name(bytes);
        return;
    }
    const auto& font = fonts_.find(own.font);
    if (font.signs != rtf_fonts::symbols::none) {
        std::string text;
        for (const char c : bytes)
            if (const auto sign =
                    symbol_character(font.signs == rtf_fonts::symbols::symbol, static_cast<unsigned char>(c));
                sign != 0)
                append_utf8(text, sign);
        put(text);
        return;
    }
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
    put(ascii ? bytes
              : from_encoding_repaired(bytes, (font.encoding.empty() ? encoding_ : font.encoding).c_str()));
}

std::string& rtf_reader::target() {
    return groups_.back().where == destination::note ? note_ : text_;
}

void rtf_reader::put(std::string_view text) {
    const auto& own = groups_.back();
    if (own.hidden || own.where == destination::skipped || own.where == destination::fonts)
        return;
    if (own.where == destination::text && own.place != run_place_) {
        end_run();
        run_place_ = own.place;
    }
    target() += text;
}

void rtf_reader::end_run() {
    if (run_place_ != position::line && run_begin_ <= text_.size()) {
        const auto own = text_.substr(run_begin_);
        text_.resize(run_begin_);
        text_ += run_place_ == position::raised ? raised(own, text_) : lowered(own);
    }
    run_place_ = position::line;
    run_begin_ = text_.size();
}

void rtf_reader::end_paragraph() {
    end_run();
    if (!in_table_)
        flush_table();
    const auto kind = heading_ ? block_kind::heading : block_kind::prose;
    pages_.break_long_page(kind);
    pages_.add(kind, std::exchange(text_, {}));
    pages_.add(block_kind::note, std::exchange(note_, {}));
    run_begin_ = 0;
}

void rtf_reader::end_cell() {
    end_run();
    row_.append(cells_++ > 0 ? " | " : "").append(trimmed(text_));
    text_.clear();
    run_begin_ = 0;
}

void rtf_reader::end_row() {
    if (row_.find_first_not_of(" |") != row_.npos)
        table_.append(row_).append("\n");
    row_.clear();
    cells_ = 0;
}

void rtf_reader::flush_table() {
    end_row();
    pages_.add(block_kind::table, std::exchange(table_, {}));
}

}  // namespace examwright::extract
