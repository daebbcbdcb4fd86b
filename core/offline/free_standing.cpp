#include "core/offline/free_standing.hpp"

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::u32string_view glue = U"-_/\\*@#&~";

bool is_break(std::string_view sentence, std::size_t at) {
    return at >= sentence.size() || is_space(decode_at(sentence, at).value);
}

bool is_free_before(std::string_view sentence, std::size_t begin) {
    if (begin == 0)
        return true;
    const auto before = decode_before(sentence, begin);
    static constexpr std::u32string_view currencies = U"$€£¥₹≈";
    if (is_space(before.value) || is_unspaced(before.value) ||
        currencies.find(before.value) != currencies.npos)
        return true;
    if (!is_punctuation(before.value) || glue.find(before.value) != glue.npos)
        return false;
    if (before.value == '.' || before.value == ',' || before.value == ':')
        return false;
    const auto outside = begin - before.length;
    const bool opens_group = before.value == '(' || before.value == '[';
    return !opens_group || outside == 0 || !is_letter(decode_before(sentence, outside).value);
}

bool is_free_behind(std::string_view sentence, std::size_t end) {
    if (end == sentence.size())
        return true;
    const auto next = decode_at(sentence, end);
    static constexpr std::u32string_view units = U"%‰°℃";
    if (is_space(next.value) || is_unspaced(next.value) || units.find(next.value) != units.npos)
        return true;
    if (!is_punctuation(next.value) || glue.find(next.value) != glue.npos || next.value == '(' ||
        next.value == '[')
        return false;
    if (next.value != '.' && next.value != ',' && next.value != ':')
        return true;
    const auto after = end + next.length;
    return is_break(sentence, after) || is_punctuation(decode_at(sentence, after).value);
}

}  // namespace

bool stands_free(std::string_view sentence, std::size_t begin, std::size_t end) {
    return is_free_before(sentence, begin) && is_free_behind(sentence, end);
}

}  // namespace examwright
