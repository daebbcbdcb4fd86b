#include "core/question/item_list.hpp"

#include <algorithm>

#include "core/claude/loose_json.hpp"
#include "core/question/member_names.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr int deepest_list = 4;
constexpr std::ptrdiff_t most_counted = 500;  // items of a list that are looked at to compare it

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

}  // namespace examwright
