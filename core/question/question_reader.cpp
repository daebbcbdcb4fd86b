#include "core/question/question_reader.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/claude/json_string.hpp"
#include "core/claude/loose_json.hpp"
#include "core/question/member_names.hpp"
#include "core/question/option_reader.hpp"
#include "core/question/question_limits.hpp"
#include "core/question/text_marks.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr int deepest_list = 4;
constexpr std::ptrdiff_t most_counted = 500;  // items of a list that are looked at to compare it

/// A question of which only the whole set tells where its key is.
struct reading {
    question content;
    std::optional<std::int64_t> index;  // the key as a number, from 0 or from 1
};

std::string squeezed(std::string_view text) {
    std::string folded;
    for (std::size_t i = 0; i < text.size();) {
        const auto [value, length] = decode_at(text, i);
        if (is_space(value)) {
            if (!folded.empty() && folded.back() != ' ')
                folded += ' ';
        } else {
            append_folded(folded, value);
        }
        i += length;
    }
    while (!folded.empty() && std::string_view(" .;,:!\"'").find(folded.back()) != std::string_view::npos)
        folded.pop_back();
    return folded;
}

std::optional<std::size_t> only_match(const std::vector<std::string>& options, const auto& matches) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (matches(options[i])) {
            if (found)
                return std::nullopt;
            found = i;
        }
    return found;
}

std::optional<std::size_t> find_words(std::string_view text, const std::vector<std::string>& options) {
    if (auto exact = only_match(options, [&](const std::string& option) { return option == text; }))
        return exact;
    const auto sought = squeezed(text);
    if (sought.empty())
        return std::nullopt;
    return only_match(options, [&](const std::string& option) { return squeezed(option) == sought; });
}

/// "B", "b", "(B)", "B.", "**B**", "Option B".
std::optional<std::size_t> read_letter(std::string_view text) {
    auto folded = folded_name(text);
    for (const std::string_view noun : {"option", "answer", "choice"})
        if (folded.size() > 1 && folded.starts_with(noun))
            folded.erase(0, noun.size());
    if (folded.size() != 1 || folded[0] < 'a' || folded[0] > 'j')
        return std::nullopt;
    return static_cast<std::size_t>(folded[0] - 'a');
}

std::optional<std::int64_t> read_whole(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// Sets the key, or the number that stands for it.
bool read_key(reading& into, const options_reading& options, const json::object& item) {
    auto& question = into.content;
    const auto* value = find_part(item, part::key);
    if (options.key || !value) {
        question.correct = options.key.value_or(0);
        return options.key.has_value() && !options.several_keys;
    }
    if (const auto* list = value->if_array()) {
        if (list->size() != 1)
            return false;
        value = &list->front();
    }
    if (const auto* object = value->if_object()) {
        const auto* label = find_part(*object, part::option_label);
        value = label ? label : find_part(*object, part::option_text);
        if (!value && object->size() == 1 && option_place_of(object->begin()->key())) {
            question.correct = option_place_of(object->begin()->key())->index;
            return question.correct < question.options.size();
        }
    }
    const auto text = value ? text_of(value) : std::string();
    if (text.empty())
        return false;
    const auto whole = value->is_int64() ? std::optional(value->get_int64()) : read_whole(text);
    std::optional<std::size_t> key;
    if (whole && !options.numbers && value->is_int64() && !options.lettered) {
        into.index = whole;
        for (std::size_t i = 0; i < options.ids.size(); ++i)  // ids that are numbers decide
            if (options.ids[i] == text)
                key = i;
    } else {
        const auto id = std::find(options.ids.begin(), options.ids.end(), text);
        if (id != options.ids.end() && !id->empty() && !options.lettered)
            key = static_cast<std::size_t>(id - options.ids.begin());
        if (!key && options.lettered)
            key = read_letter(text);
        if (!key)
            key = find_option(text, question.options);
        if (!key && whole)
            into.index = whole;
    }
    if (key) {
        into.index.reset();
        question.correct = *key;
    }
    return key ? *key < question.options.size() : into.index.has_value();
}

/// The options without labels, and with no markup about it unless that is what they are about.
void clean_options(std::vector<std::string>& options, bool markup) {
    strip_option_labels(options);
    if (markup)
        return;
    std::vector<std::string> plain;
    for (const auto& option : options)
        plain.push_back(without_markup(option));
    for (std::size_t i = 0; i < plain.size(); ++i)
        for (std::size_t other = 0; other < i; ++other)
            if (plain[i] == plain[other] && options[i] != options[other])
                return;
    if (std::find(plain.begin(), plain.end(), "") == plain.end())
        options = std::move(plain);
    strip_option_labels(options);
}

std::optional<problem> problem_of_parts(const question& question) {
    auto parts = question.options;
    parts.insert(parts.end(), {question.stem, question.explanation});
    if (std::find(question.options.begin(), question.options.end(), "") != question.options.end())
        return invalid("one of its options is empty");
    for (const auto& text : parts) {
        if (is_torn(text))
            return invalid(std::string(torn_sentence));
        if (count_characters(text) > longest_part)
            return invalid("a part of it is longer than " + std::to_string(longest_part) + " characters");
    }
    if (count_characters(question.source_quote) > longest_part)
        return invalid("its quote is longer than " + std::to_string(longest_part) + " characters");
    return std::nullopt;
}

bool is_text(const json::value* value) {
    return value && value->is_string();
}

result<reading> read_question(const json::value& value) {
    const auto* item = value.if_object();
    if (!item)
        return invalid("it is no object with \"question\", \"options\" and \"correct_option\"");
    if (const auto* inner = item->size() == 1 ? item->begin()->value().if_object() : nullptr)
        item = inner;  // {"question 1": {...}}
    reading read;
    auto& question = read.content;
    const auto* stem = find_part(*item, part::stem);
    if (const auto* inner = stem ? stem->if_object() : nullptr)
        stem = find_part(*inner, part::option_text);
    if (!is_text(stem))
        return invalid("it has no \"question\", the text of the stem");
    const auto raw_stem = text_of(stem);
    const bool markup = speaks_of_markup(raw_stem);
    question.stem = markup && !raw_stem.starts_with("<p>") ? raw_stem : without_markup(raw_stem);
    auto options = read_options(*item);
    if (!options)
        return options.error();
    const auto count = options->texts.size();
    if (count < fewest_options || count > most_options)
        return invalid("it has " + std::to_string(count) + (count == 1 ? " option" : " options") +
                       "; 2 to 10 can be read");
    if (question.stem.empty())
        return invalid("its \"question\" is empty");
    question.options = options->texts;
    clean_options(question.options, markup);
    if (!read_key(read, *options, *item))
        return invalid("its \"correct_option\" is none of its options");
    question.explanation = text_of(find_part(*item, part::explanation));
    if (!markup)
        question.explanation = without_markup(question.explanation);
    question.level =
        parse_difficulty(text_of(find_part(*item, part::difficulty))).value_or(difficulty::medium);
    question.topic_slug = text_of(find_part(*item, part::topic));
    question.source_quote = text_of(find_part(*item, part::quote));
    std::replace(question.source_quote.begin(), question.source_quote.end(), '\f', ' ');
    question.idea = text_of(find_part(*item, part::idea));
    if (auto bad = problem_of_parts(question))
        return *bad;
    return read;
}

/// What the numbers of all keys tell of where they count from. One alone tells nothing.
struct key_base {
    int numbers = 0;
    bool zero = false;   // some key is 0
    bool count = false;  // some key is the number of its options

    void look_at(const reading& read) {
        numbers += read.index.has_value();
        zero = zero || read.index == 0;
        count = count || read.index == static_cast<std::int64_t>(read.content.options.size());
    }
    std::int64_t first() const { return count && !zero && numbers > 1 ? 1 : 0; }
};

/// Takes off the numbers before the stems: those that are named, and those that count the questions.
void strip_stem_numbers(std::vector<result<reading>>& all) {
    std::size_t counted = 0;
    const auto number_of = [&](std::size_t i) {
        return all[i] ? read_stem_number(all[i]->content.stem) : std::nullopt;
    };
    std::vector<std::optional<stem_number>> numbers;
    for (std::size_t i = 0; i < all.size(); ++i) {
        numbers.push_back(number_of(i));
        counted += numbers[i] && !numbers[i]->named && numbers[i]->number == static_cast<int>(i) + 1;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool counts = counted >= 2 && counted * 2 > all.size();
        if (numbers[i] && (numbers[i]->named || counts))
            all[i]->content.stem = std::string(numbers[i]->rest);
    }
}

using fit = bool (*)(const json::object&);

std::size_t count_fitting(const json::array& list, fit fits) {
    const auto end = list.begin() + std::min(list.end() - list.begin(), most_counted);
    return static_cast<std::size_t>(std::count_if(list.begin(), end, [&](const json::value& item) {
        return item.is_object() && fits(item.get_object());
    }));
}

/// Keeps the fullest list that it is shown; of equals the last one, since drafts come first.
struct fullest_list {
    fit fits;
    std::optional<json::array> best;
    std::size_t count = 0;

    void look_at(const json::array& list, bool named) {
        const auto found = count_fitting(list, fits);
        if (found == 0 && (!named || count > 0))
            return;
        if (found >= count) {
            best = list;
            count = found;
        }
    }

    void search(const json::value& value, int depth, bool named) {
        if (depth > deepest_list)
            return;
        if (const auto* list = value.if_array()) {
            look_at(*list, named);
            if (count == 0)
                for (const auto& each : *list)
                    search(each, depth + 1, false);
        } else if (const auto* object = value.if_object()) {
            search_members(*object, depth);
        } else if (const auto* text = value.if_string(); text && named) {
            for (const auto& inner : find_json_values(*text))  // JSON within JSON
                search(inner, depth + 1, false);
        }
    }

    void search_members(const json::object& object, int depth) {
        if (fits(object))
            return look_at({object}, false);
        json::array members;  // {"1": {...}, "2": {...}}
        const auto* named = find_part(object, part::list);
        for (const auto& member : object) {
            if (member.value().is_object())
                members.push_back(member.value());
            const bool is_named = &member.value() == named;
            if (!member.value().is_string() || is_named)
                search(member.value(), depth + 1, is_named);
        }
        if (members.size() > 1)
            look_at(members, false);
    }
};

}  // namespace

bool is_torn(std::string_view text) {
    return text.find(unreadable_escape) != text.npos || text.find('\f') != text.npos;
}

std::string text_of(const json::value* value) {
    if (value && value->is_int64())
        return std::to_string(value->get_int64());
    if (value && value->is_number())
        return json::serialize(*value);
    const auto* text = value ? value->if_string() : nullptr;
    std::string clean;
    for (std::size_t i = 0; text && i < text->size();) {
        const auto [code, length] = decode_at(*text, i);
        const bool sign = code == '\n' || code == '\t' || code == '\f' || code == unreadable_escape;
        const bool control = (code < 0x20 && !sign) || (code >= 0x7F && code < 0xA0);
        if (!control && code != 0xFFFE && code != 0xFFFF)
            clean.append(text->data() + i, length);
        i += length;
    }
    return std::string(trimmed(clean));
}

std::optional<std::size_t> find_option(std::string_view text, const std::vector<std::string>& options) {
    text = trimmed(text);
    if (auto words = find_words(text, options))
        return words;
    if (const auto letter = read_letter(text))
        return *letter < options.size() ? letter : std::nullopt;
    const auto label = read_option_label(text);
    if (!label || label->index >= options.size())
        return std::nullopt;
    const auto words = find_words(label->rest, options);
    return !words || *words == label->index ? std::optional(label->index) : std::nullopt;
}

bool looks_like_question(const json::object& object) {
    const auto* stem = find_part(object, part::stem);
    return stem && !stem->is_array() && read_options(object).has_value();
}

std::optional<json::array> find_item_list(const std::vector<json::value>& values, fit fits) {
    fullest_list fullest{fits, std::nullopt, 0};
    json::array bare;  // objects that follow each other
    for (const auto& value : values) {
        fullest.search(value, 0, false);
        if (value.is_object() && fits(value.get_object()))
            bare.push_back(value);
    }
    if (bare.size() > 1)
        fullest.look_at(bare, false);
    return fullest.best;
}

std::vector<result<question>> read_questions(const json::array& items, std::size_t most) {
    std::vector<result<reading>> all;
    key_base base;
    for (const auto& item : items) {
        if (all.size() == most)
            break;
        all.push_back(read_question(item));
        if (all.back())
            base.look_at(*all.back());
    }
    strip_stem_numbers(all);
    std::vector<result<question>> questions;
    for (auto& read : all) {
        if (!read) {
            questions.push_back(read.error());
            continue;
        }
        if (read->index) {
            const auto key = *read->index - base.first();
            if (key < 0 || key >= static_cast<std::int64_t>(read->content.options.size())) {
                questions.push_back(invalid("its \"correct_option\" is none of its options"));
                continue;
            }
            read->content.correct = static_cast<std::size_t>(key);
        }
        questions.push_back(std::move(read->content));
    }
    return questions;
}

}  // namespace examwright
