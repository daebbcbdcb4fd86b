#include "core/imports/gift_reader.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <locale>
#include <utility>

#include "core/imports/gift_answers.hpp"
#include "core/imports/gift_blocks.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::string_view missing_word = "_____";  // what Moodle puts in the braces' place

/// Takes "::name::" off the front of a block.
std::string take_name(std::string_view& text) {
    const auto end = text.starts_with("::") ? find_gift(text, "::", 2) : text.npos;
    if (end == text.npos)
        return {};
    auto name = gift_text(text.substr(2, end - 2));
    text = trimmed(text.substr(end + 2));
    return name;
}

/// A block as it stands in the file.
struct parts {
    std::string stem;          // with the blank in the place of the answers
    std::string_view answers;  // within the braces
};

/// "{1:MC:~a~=b}", of Moodle's embedded answers.
bool has_gap(std::string_view text) {
    for (auto open = find_gift(text, "{"); open != text.npos; open = find_gift(text, "{", open + 1)) {
        const auto colon = text.find_first_not_of("0123456789", open + 1);
        const auto end = colon < text.size() && text[colon] == ':'
                             ? text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_", colon + 1)
                             : text.npos;
        if (end != text.npos && end > colon + 1 && text[end] == ':')
            return true;
    }
    return false;
}

result<parts> parts_of(std::string_view text) {
    if (has_gap(text))
        return other_kind_of_question("a text with gaps");
    const auto open = find_gift(text, "{");
    const auto close = find_gift(text, "}");
    if (open == text.npos && close == text.npos)
        return invalid("it is a text without a question");
    if (open == text.npos || close == text.npos)
        return invalid("its braces are not closed; a blank line ends a question");
    if (close < open)
        return invalid("it has a brace too many; one that belongs to a text needs a backslash in front");
    parts found{std::string(text.substr(0, open)), text.substr(open + 1, close - open - 1)};
    const auto rest = text.substr(close + 1);
    if (find_gift_mark(found.answers, "{", 0) != text.npos || find_gift_mark(rest, "{}", 0) != text.npos)
        return invalid("it has a brace too many; one that belongs to a text needs a backslash in front");
    if (!rest.empty())
        found.stem.append(missing_word).append(rest);
    return found;
}

result<question> read_question(std::string_view text) {
    const auto found = parts_of(text);
    if (!found)
        return found.error();
    std::string_view stem = trimmed(found->stem);
    const auto format = take_gift_format(stem, moodle_format::automatic);
    auto read = read_gift_answers(found->answers, format);
    if (read)
        read->stem = moodle_text(gift_text(stem), format);
    return read;
}

/// "$course$/top/Default for Biology/Week 1" -> "Week 1". "//" stands for a slash in a name.
std::string last_name(std::string category) {
    boost::algorithm::replace_all(category, "//", "\x1F");
    category = category.substr(category.rfind('/') + 1);
    boost::algorithm::replace_all(category, "\x1F", "/");
    return category;
}

void read_tags(const gift_block& block, question& into) {
    for (const auto& tag : block.tags) {
        if (const auto level = parse_difficulty(tag))
            into.level = *level;
        else if (into.topic_slug.empty())
            into.topic_slug = tag;
    }
    if (into.topic_slug.empty()) {
        into.topic_slug = boost::algorithm::to_lower_copy(last_name(block.category), std::locale::classic());
        boost::algorithm::replace_all(into.topic_slug, " ", "-");
    }
}

}  // namespace

result<question_set> read_gift(std::string_view text) {
    question_set set;
    const auto clean = without_control_characters(text);
    set.title = gift_title(clean);
    for (const auto& block : split_gift(clean)) {
        std::string_view words = block.text;
        auto name = take_name(words);
        auto read = read_question(words);
        if (read)
            read_tags(block, *read);
        if (set.title.empty())
            set.title = last_name(block.category);
        add_question(set, std::move(read), {block.line, std::move(name), ""});
    }
    return finished(std::move(set));
}

}  // namespace examwright
