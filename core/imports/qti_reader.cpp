#include "core/imports/qti_reader.hpp"

#include <algorithm>
#include <map>

#include "core/imports/qti1_item.hpp"
#include "core/imports/qti2_item.hpp"

namespace examwright {

namespace {

/// The items of version 2 in the order in which the package's test and manifest name them.
std::vector<const xml_node*> ordered_items(const xml_files& files) {
    std::map<std::string, std::size_t> places;  // of file names
    const auto note_place = [&](const xml_node& element) {
        const std::string href(element.attribute("href"));
        if (!href.empty())
            places.emplace(href.substr(href.rfind('/') + 1), places.size());
    };
    for (const char* name : {"assessmentItemRef", "resource"})
        for (const auto& [path, root] : files)
            for_each_element(root, name, note_place);
    std::vector<std::pair<std::size_t, const xml_node*>> found;
    for (const auto& [path, root] : files) {
        if (root.name != "assessmentItem")
            continue;
        const auto place = places.find(path.substr(path.rfind('/') + 1));
        found.emplace_back(place == places.end() ? places.size() : place->second, &root);
    }
    std::ranges::stable_sort(found, {}, &std::pair<std::size_t, const xml_node*>::first);
    std::vector<const xml_node*> items;
    for (const auto& [place, item] : found)
        items.push_back(item);
    return items;
}

void set_title(question_set& set, const xml_node& element) {
    if (set.title.empty())
        set.title = element.attribute("title");
}

}  // namespace

result<question_set> read_qti(const xml_files& files) {
    question_set set;
    const auto name_of = [](const xml_node& item) {
        const auto title = item.attribute("title");
        return std::string(title.empty() ? item.attribute("identifier") : title);
    };
    for (const auto& [path, root] : files)
        if (root.name == "assessmentTest")
            set_title(set, root);
    for (const auto* item : ordered_items(files))
        add_question(set, read_qti2_item(*item), {std::nullopt, name_of(*item), ""});
    for (const auto& [path, root] : files) {
        if (root.name != "questestinterop")
            continue;
        for (const char* holder : {"assessment", "objectbank"})
            for_each_element(root, holder, [&](const xml_node& each) { set_title(set, each); });
        for_each_element(root, "item", [&](const xml_node& item) {
            add_question(set, read_qti1_item(item), {std::nullopt, name_of(item), ""});
        });
    }
    return finished(std::move(set));
}

}  // namespace examwright
