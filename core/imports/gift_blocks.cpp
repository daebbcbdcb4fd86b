#include "core/imports/gift_blocks.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::string_view escapable = "\\~=#{}:";
constexpr std::string_view blanks = " \t\n";
constexpr std::string_view tag_mark = "[tag:";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return text;
}

/// The next line, cut off the front of text with its end: \n, \r\n or \r.
std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = text.substr(0, end);
    const bool two = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(text.size(), end + (two ? 2 : 1)));
    return line;
}

void add_tags(std::string_view comment, std::vector<std::string>& tags) {
    for (auto at = comment.find(tag_mark); at != comment.npos; at = comment.find(tag_mark)) {
        comment.remove_prefix(at + tag_mark.size());
        const auto end = comment.find(']');
        if (end == comment.npos)
            return;
        tags.emplace_back(trimmed(comment.substr(0, end)));
        comment.remove_prefix(end);
    }
}

bool is_blank(char c) {
    return blanks.find(c) != blanks.npos;
}

}  // namespace

std::vector<gift_block> split_gift(std::string_view text) {
    std::vector<gift_block> blocks;
    gift_block block;
    const auto finish = [&] {
        if (!block.text.empty())
            blocks.push_back(std::move(block));
        block = {};
    };
    text = without_mark(text);
    for (int number = 1; !text.empty(); ++number) {
        const auto line = next_line(text);
        const auto words = trimmed(line);
        if (words.empty())
            finish();
        else if (words.starts_with("//"))
            add_tags(words, block.tags);
        else if (!words.starts_with("$CATEGORY:")) {
            if (block.text.empty())
                block.line = number;
            block.text.append(block.text.empty() ? "" : "\n").append(line);
        }
    }
    finish();
    return blocks;
}

std::string gift_title(std::string_view text) {
    text = without_mark(text);
    const auto line = trimmed(next_line(text));
    if (!line.starts_with("//") || line.find(tag_mark) != line.npos)
        return {};
    return std::string(trimmed(line.substr(2)));
}

std::size_t find_gift(std::string_view text, std::string_view wanted, std::size_t from) {
    for (auto i = from; i < text.size(); ++i) {
        if (text.substr(i).starts_with(wanted))
            return i;
        if (text[i] == '\\')
            ++i;
    }
    return text.npos;
}

std::size_t find_gift_mark(std::string_view text, std::string_view characters, std::size_t from) {
    for (auto i = from; i < text.size(); ++i) {
        if (characters.find(text[i]) != characters.npos)
            return i;
        if (text[i] == '\\')
            ++i;
    }
    return text.npos;
}

std::string gift_text(std::string_view text) {
    text = trimmed(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\\' && (next == 'n' || escapable.find(next) != escapable.npos)) {
            out += next == 'n' ? '\n' : next;
            ++i;
        } else if (is_blank(c)) {
            const auto end = std::min(text.find_first_not_of(blanks, i), text.size());
            const auto run = text.substr(i, end - i);
            out += run.find('\n') == run.npos ? run : " ";
            i = end - 1;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace examwright
