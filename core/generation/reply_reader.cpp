#include "core/generation/reply_reader.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>

#include "core/claude/loose_json.hpp"
#include "core/question/item_list.hpp"
#include "core/question/member_names.hpp"
#include "core/question/option_finder.hpp"
#include "core/question/question_reader.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_critique = 2000;  // bytes

bool looks_like_review(const json::object& object) {
    const auto* answer = find_part(object, part::reviewed_answer);
    return answer && !answer->is_array() && !answer->is_object();
}

/// 3, "3", "3.0", "Question 3".
std::optional<std::size_t> number_in(std::string_view text) {
    const auto first = text.find_first_of("0123456789");
    if (first == text.npos || first > 10)
        return std::nullopt;
    std::size_t number = 0;
    const auto read = std::from_chars(text.data() + first, text.data() + text.size(), number);
    const auto rest =
        std::string_view(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    const bool whole = rest.find_first_not_of(".0") == rest.npos;
    return read.ec == std::errc() && whole ? std::optional(number) : std::nullopt;
}

/// {"1": "B", "2": {"answer": "C"}} as a list of answers with their numbers.
json::array numbered_items(const json::value& value) {
    json::array items;
    const auto* object = value.if_object();
    if (const auto* named = object ? find_part(*object, part::list) : nullptr; named && named->is_object())
        object = named->if_object();
    for (const auto& member : object ? *object : json::object()) {
        const auto number = number_in(member.key());
        if (!number)
            return {};
        json::object item;
        if (const auto* inner = member.value().if_object())
            item = *inner;
        else
            item["answer"] = member.value();
        item["number"] = *number;
        items.push_back(std::move(item));
    }
    return items;
}

/// ["B", "C"] as a list of answers.
json::array listed_letters(const json::value& value) {
    const auto* list = value.if_array();
    if (const auto* object = value.if_object())
        if (const auto* named = find_part(*object, part::list))
            list = named->if_array();
    json::array items;
    for (const auto& each : list ? *list : json::array()) {
        if (!each.is_string() || !option_place_of(each.get_string()))
            return {};
        items.push_back(json::object{{"answer", each}});
    }
    return items;
}

json::array review_items(std::string_view text) {
    const auto values = find_json_values(text);
    const auto found = find_item_list(values, looks_like_review);
    json::array best;
    for (const auto& item : found.value_or(json::array()))
        if (item.is_object())
            best.push_back(item);
    for (const auto& value : values)
        for (auto items : {numbered_items(value), listed_letters(value)})
            if (items.size() > best.size())
                best = std::move(items);
    return best;
}

std::optional<review_flaw> read_flaw(const json::object& item) {
    const auto* value = item.if_contains("flaw");
    if (!value)
        value = find_part(item, part::flaw);
    if (!value)
        return std::nullopt;
    static constexpr struct {
        std::string_view name;
        review_flaw flaw;
    } names[] = {
        {"", review_flaw::none},
        {"none", review_flaw::none},
        {"no", review_flaw::none},
        {"noflaw", review_flaw::none},
        {"ok", review_flaw::none},
        {"tworight", review_flaw::two_right},
        {"twocorrect", review_flaw::two_right},
        {"multipleright", review_flaw::two_right},
        {"multiplecorrect", review_flaw::two_right},
        {"noneright", review_flaw::none_right},
        {"nonecorrect", review_flaw::none_right},
        {"nocorrectanswer", review_flaw::none_right},
        {"givesaway", review_flaw::gives_away},
        {"giveaway", review_flaw::gives_away},
        {"notinpassages", review_flaw::not_in_passages},
        {"notinpassage", review_flaw::not_in_passages},
        {"notanswerable", review_flaw::not_in_passages},
    };
    const auto name = folded_name(text_of(value));
    for (const auto& each : names)
        if (each.name == name)
            return each.flaw;
    return review_flaw::unclear;
}

/// A list of letters or words, or "B, C".
std::vector<std::size_t> read_also_right(const json::object& item, const question& asked) {
    std::vector<std::string> named;
    const auto* value = find_part(item, part::also_right);
    if (const auto* list = value ? value->if_array() : nullptr)
        for (const auto& each : *list)
            named.push_back(text_of(&each));
    else if (auto text = text_of(value); find_option(text, asked.options))
        named.push_back(text);
    else
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find_first_of(",;/& ", begin), text.size());
            named.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
    std::vector<std::size_t> found;
    for (const auto& text : named)
        if (const auto option = find_option(text, asked.options);
            option && std::find(found.begin(), found.end(), *option) == found.end())
            found.push_back(*option);
    return found;
}

std::string cut_critique(std::string text) {
    if (text.size() > longest_critique)
        text.resize(code_point_start(text, longest_critique));
    std::erase_if(text, [](char c) { return c == '\x1A' || c == '\f'; });
    return text;
}

/// "B" or "b)" is the option under that letter, whatever an option says; else its words.
std::optional<std::size_t> read_answer(const json::value& value, const question& asked) {
    const auto text = text_of(&value);
    if (const auto place = option_place_of(text); place && !place->by_number)
        return place->index < asked.options.size() ? std::optional(place->index) : std::nullopt;
    return find_option(text, asked.options);
}

class review_matcher {
  public:
    review_matcher(json::array items, const std::vector<question>& questions)
        : items_(std::move(items)), questions_(questions), answers_(questions.size()) {
        for (std::size_t i = 0; i < items_.size() && i < most_items; ++i)
            if (const auto* item = items_[i].if_object())
                note_number(i, *item);
    }

    std::vector<std::optional<review_answer>> run() {
        for (std::size_t i = 0; i < std::min(items_.size(), most_items); ++i) {
            const auto* item = items_[i].if_object();
            const auto* chosen = item ? find_part(*item, part::reviewed_answer) : nullptr;
            const auto at = item ? place_of(i, *item) : std::nullopt;
            if (!chosen || !at || answers_[*at])
                continue;
            const auto& asked = questions_[*at];
            const auto flaw = read_flaw(*item);
            const auto answer = read_answer(*chosen, asked);
            const bool none = flaw == review_flaw::none_right || flaw == review_flaw::not_in_passages;
            if (!answer && !none)
                continue;
            review_answer read;
            read.answer = answer.value_or(questions_[*at].options.size());
            read.also_right = read_also_right(*item, asked);
            std::erase(read.also_right, read.answer);
            read.flaw = flaw;
            read.critique = cut_critique(text_of(find_part(*item, part::critique)));
            answers_[*at] = std::move(read);
        }
        return std::move(answers_);
    }

  private:
    static constexpr std::size_t most_items = 1000;

    void note_number(std::size_t i, const json::object& item) {
        const auto* value = find_part(item, part::number);
        const auto number = value ? number_in(text_of(value)) : std::nullopt;
        if (number)
            numbers_.emplace(i, *number);
        from_zero_ = from_zero_ || number == 0u;
    }

    /// By the stem where it is repeated; by its number where that counts the questions; else by its place.
    std::optional<std::size_t> place_of(std::size_t i, const json::object& item) const {
        if (const auto by_stem = stem_of(item))
            return by_stem;
        const auto number = numbers_.find(i);
        if (number != numbers_.end() && numbers_fit()) {
            const auto index = number->second - (from_zero_ ? 0 : 1);
            return index < questions_.size() ? std::optional(index) : std::nullopt;
        }
        const bool in_order = items_.size() == questions_.size() && (numbers_.empty() || !numbers_fit());
        return in_order ? std::optional(i) : std::nullopt;
    }

    std::optional<std::size_t> stem_of(const json::object& item) const {
        const auto stem = normalized(text_of(find_part(item, part::stem)));
        if (stem.empty())
            return std::nullopt;
        std::optional<std::size_t> found;
        for (std::size_t q = 0; q < questions_.size(); ++q)
            if (normalized(questions_[q].stem) == stem) {
                if (found)
                    return std::nullopt;
                found = q;
            }
        return found;
    }

    /// Ids of another kind ("101", "102") are no numbers of ours.
    bool numbers_fit() const {
        const auto most = questions_.size() - (from_zero_ ? 1 : 0);
        return std::any_of(numbers_.begin(), numbers_.end(),
                           [&](const auto& each) { return each.second <= most; });
    }

    json::array items_;
    const std::vector<question>& questions_;
    std::map<std::size_t, std::size_t> numbers_;
    bool from_zero_ = false;
    std::vector<std::optional<review_answer>> answers_;
};

}  // namespace

std::optional<written_questions> read_written_questions(std::string_view text, std::size_t most) {
    const auto items = find_item_list(find_json_values(text), looks_like_question);
    if (!items)
        return std::nullopt;
    written_questions written;
    for (auto& each : read_questions(*items, most)) {
        if (each)
            written.questions.push_back(std::move(*each));
        else
            ++written
                  .dropped[each.error().detail == torn_sentence ? drop_reason::torn : drop_reason::malformed];
    }
    const bool broken_off =
        written.questions.empty() && !items->empty() &&
        std::all_of(items->begin(), items->end(), [](const json::value& item) { return item.is_null(); });
    return broken_off ? std::nullopt : std::optional(std::move(written));
}

bool holds_reviews(std::string_view text) {
    return !review_items(text).empty();
}

std::vector<std::optional<review_answer>> read_review_answers(std::string_view text,
                                                              const std::vector<question>& questions) {
    return review_matcher(review_items(text), questions).run();
}

}  // namespace examwright
