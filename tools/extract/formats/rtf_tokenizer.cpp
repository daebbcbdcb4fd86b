#include "tools/extract/formats/rtf_tokenizer.hpp"

#include <algorithm>
#include <charconv>

#include "core/text/ascii.hpp"

namespace examwright::extract {

rtf_token rtf_tokenizer::next() {
    while (rest_.starts_with('\r') || rest_.starts_with('\n'))
        rest_.remove_prefix(1);
    if (rest_.empty())
        return {};
    const char first = rest_.front();
    if (first == '{' || first == '}') {
        rest_.remove_prefix(1);
        return {first == '{' ? rtf_token::kind::open : rtf_token::kind::close, {}, {}};
    }
    if (first == '\\')
        return read_control();
    const auto end = std::min(rest_.find_first_of("\\{}\r\n"), rest_.size());
    const auto text = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return {rtf_token::kind::text, text, {}};
}

void rtf_tokenizer::skip(std::size_t bytes) {
    rest_.remove_prefix(std::min(bytes, rest_.size()));
}

rtf_token rtf_tokenizer::read_control() {
    rest_.remove_prefix(1);
    if (rest_.empty())
        return {};
    if (is_ascii_letter(rest_.front()))
        return read_word();
    const auto sign = rest_.substr(0, 1);
    rest_.remove_prefix(1);
    if (sign != "'")
        return {rtf_token::kind::symbol, sign, {}};
    int value = 0;
    const auto digits = rest_.substr(0, 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    rest_.remove_prefix(static_cast<std::size_t>(end - digits.data()));
    return {rtf_token::kind::byte, {}, error == std::errc() ? value : '?'};
}

rtf_token rtf_tokenizer::read_word() {
    std::size_t length = 0;
    while (length < rest_.size() && is_ascii_letter(rest_[length]))
        ++length;
    rtf_token token{rtf_token::kind::word, rest_.substr(0, length), {}};
    rest_.remove_prefix(length);
    int value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error == std::errc())
        token.parameter = value;
    if (error != std::errc::invalid_argument)
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    if (rest_.starts_with(' '))
        rest_.remove_prefix(1);
    return token;
}

}  // namespace examwright::extract
