#include "tools/extract/formats/pdf_content.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace examwright::extract {

namespace {

constexpr std::size_t most_operands = 64;

enum class sign : unsigned char { regular, blank, delimiter };

constexpr std::array<sign, 256> table_of_signs() {
    std::array<sign, 256> table{};
    for (const char c : std::string_view(" \n\r\t\f\0", 6))
        table[static_cast<unsigned char>(c)] = sign::blank;
    for (const char c : std::string_view("()<>[]{}/%"))
        table[static_cast<unsigned char>(c)] = sign::delimiter;
    return table;
}

bool is(sign kind, char c) {
    static constexpr auto table = table_of_signs();
    return table[static_cast<unsigned char>(c)] == kind;
}

bool is_blank(char c) {
    return is(sign::blank, c);
}

bool is_regular(char c) {
    return is(sign::regular, c);
}

bool begins_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

}  // namespace

bool content_reader::next() {
    if (operation_ == "ID")
        skip_image_data();
    operands_.clear();
    for (skip_blanks(); !rest_.empty(); skip_blanks()) {
        if (read_operand())
            continue;
        operation_ = read_word();
        if (operation_.empty())
            rest_.remove_prefix(1);  // a delimiter that closes nothing
        else
            return true;
    }
    operation_ = {};
    return false;
}

float content_reader::number(std::size_t index) const {
    return index < operands_.size() ? operands_[index].number : 0;
}

/// Returns false where an operation stands, or nothing that makes sense.
bool content_reader::read_operand() {
    const char first = rest_.front();
    if (first == '/')
        add(read_name());
    else if (begins_number(first))
        add(read_number());
    else if (first == '(')
        add({.type = content_operand::kind::text, .bytes = read_string()});
    else if (first == '[')
        add(read_array());
    else if (rest_.starts_with("<<"))
        skip_dictionary();
    else if (first == '<')
        add({.type = content_operand::kind::text, .bytes = read_hexadecimal()});
    else
        return false;
    return true;
}

void content_reader::add(content_operand operand) {
    if (operands_.size() < most_operands)
        operands_.push_back(operand);
}

std::string_view content_reader::read_word() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_regular);
    const auto word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(word.size());
    return word;
}

content_operand content_reader::read_name() {
    rest_.remove_prefix(1);
    return {.type = content_operand::kind::name, .name = read_word()};
}

content_operand content_reader::read_number() {
    auto word = read_word();
    if (word.starts_with('+'))
        word.remove_prefix(1);
    content_operand operand{.type = content_operand::kind::number};
    std::from_chars(word.data(), word.data() + word.size(), operand.number, std::chars_format::fixed);
    if (!std::isfinite(operand.number))
        operand.number = 0;
    return operand;
}

std::size_t content_reader::read_string() {
    std::size_t bytes = 0, depth = 0, at = 0;
    for (; at < rest_.size(); ++at) {
        if (rest_[at] == '\\')
            ++at;
        else if (rest_[at] == '(' && depth++ == 0)
            continue;
        else if (rest_[at] == ')' && --depth == 0)
            break;
        ++bytes;
    }
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return bytes;
}

std::size_t content_reader::read_hexadecimal() {
    const auto end = std::min(rest_.find('>'), rest_.size());
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return end / 2;
}

/// What stands in it counts as far as it is text; arrays in arrays have no use in a content stream.
content_operand content_reader::read_array() {
    content_operand operand{.type = content_operand::kind::text};
    rest_.remove_prefix(1);
    for (skip_blanks(); !rest_.empty() && rest_.front() != ']'; skip_blanks()) {
        if (rest_.front() == '(')
            operand.bytes += read_string();
        else if (rest_.front() == '<')
            operand.bytes += read_hexadecimal();
        else if (read_word().empty())
            rest_.remove_prefix(1);
    }
    rest_.remove_prefix(rest_.empty() ? 0 : 1);
    return operand;
}

void content_reader::skip_dictionary() {
    std::size_t depth = 0;
    while (!rest_.empty()) {
        if (rest_.front() == '(') {
            read_string();
            continue;
        }
        const bool opens = rest_.starts_with("<<"), closes = rest_.starts_with(">>");
        depth += opens ? 1 : 0;
        depth -= closes ? 1 : 0;
        rest_.remove_prefix(opens || closes ? 2 : 1);
        if (depth == 0)
            return;
    }
}

void content_reader::skip_blanks() {
    while (!rest_.empty() && (is_blank(rest_.front()) || rest_.front() == '%')) {
        const bool is_comment = rest_.front() == '%';
        rest_.remove_prefix(is_comment ? std::min(rest_.find_first_of("\r\n"), rest_.size()) : 1);
    }
}

/// An image's data end at the first "EI" that stands alone.
void content_reader::skip_image_data() {
    for (auto at = rest_.find("EI"); at != rest_.npos; at = rest_.find("EI", at + 1)) {
        const bool begins = at > 0 && is_blank(rest_[at - 1]);
        if (begins && (at + 2 == rest_.size() || is_blank(rest_[at + 2]))) {
            rest_.remove_prefix(at + 2);
            return;
        }
    }
    rest_ = {};
}

}  // namespace examwright::extract
