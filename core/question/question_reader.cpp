#include "core/question/question_reader.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/claude/json_string.hpp"
#include "core/question/member_names.hpp"
#include "core/question/option_finder.hpp"
#include "core/question/option_reader.hpp"
#include "core/question/question_labels.hpp"
#include "core/question/question_limits.hpp"
#include "core/question/text_marks.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

/// A question of which only the whole set tells where its key is.
struct reading {
    question content;
    std::optional<std::int64_t> index;  // the key as a number, from 0 or from 1
};

std::optional<std::int64_t> read_whole(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// The key by the label of its option, "2", "(ii)" or "2. Paris", unless its words are another option.
std::optional<std::size_t> find_label(std::string_view text, const options_reading& options,
                                      const std::vector<std::string>& texts) {
    const auto label =
        options.series && !options.lettered ? read_series_label(text, *options.series) : std::nullopt;
    const auto words = label ? find_option(text, texts) : std::nullopt;
    const bool other = words && *words != label->index;
    return label && label->index < texts.size() && !other ? std::optional(label->index) : std::nullopt;
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
    auto key = find_label(text, options, question.options);
    if (key) {
        question.correct = *key;
        return true;
    }
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
            key = read_option_letter(text);
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
std::optional<label_series> clean_options(std::vector<std::string>& options, bool markup) {
    const auto series = strip_option_labels(options);
    if (markup)
        return series;
    std::vector<std::string> plain;
    for (const auto& option : options)
        plain.push_back(without_markup(option));
    for (std::size_t i = 0; i < plain.size(); ++i)
        for (std::size_t other = 0; other < i; ++other)
            if (plain[i] == plain[other] && options[i] != options[other])
                return series;
    if (std::find(plain.begin(), plain.end(), "") == plain.end())
        options = std::move(plain);
    const auto inner = strip_option_labels(options);
    return series ? series : inner;
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
    if (const auto series = clean_options(question.options, markup))
        options->series = series;
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

/// Whether numbers count the questions: at least two, one after the other, or each by its place in the list.
/// What may be an ordinal tells nothing.
bool count_questions(const std::vector<std::optional<stem_number>>& numbers) {
    std::vector<int> run, places;
    std::size_t by_place = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] && !numbers[i]->named && !numbers[i]->ordinal) {
            run.push_back(numbers[i]->number);
            places.push_back(numbers[i]->number - static_cast<int>(i));
            by_place += places.back() == 1;
        }
    const bool in_order = std::adjacent_find(run.begin(), run.end(), [](int left, int right) {
                              return right != left + 1;
                          }) == run.end();
    const bool in_place = std::count(places.begin(), places.end(), places.empty() ? 0 : places.front()) ==
                          static_cast<std::ptrdiff_t>(places.size());
    return run.size() >= 2 && (in_order || in_place || (by_place >= 2 && by_place * 2 > numbers.size()));
}

/// Whether the number at `at` follows that of the question before.
bool follows_on(const std::vector<std::optional<stem_number>>& numbers, std::size_t at) {
    return at > 0 && numbers[at - 1] && numbers[at - 1]->number + 1 == numbers[at]->number;
}

/// Takes off the numbers before the stems: those that are named, and those that count the questions.
void strip_stem_numbers(std::vector<result<reading>>& all) {
    std::vector<std::optional<stem_number>> numbers;
    for (const auto& read : all)
        numbers.push_back(read ? read_stem_number(read->content.stem) : std::nullopt);
    const bool counts = count_questions(numbers);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (numbers[i] && (numbers[i]->named || (counts && (!numbers[i]->ordinal || follows_on(numbers, i)))))
            all[i]->content.stem = std::string(numbers[i]->rest);
}

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

bool looks_like_question(const json::object& object) {
    const auto* stem = find_part(object, part::stem);
    return stem && !stem->is_array() && read_options(object).has_value();
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
